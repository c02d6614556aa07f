package undercurrent.training;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import undercurrent.math.VocabularyReplay;
import undercurrent.model.Trainable;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.dynamical.AutoregressiveSettings;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.model.dynamical.Structure;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeSettings;
import undercurrent.model.physics.PhysicsModel;
import undercurrent.model.physics.PhysicsSettings;
import undercurrent.model.recurrent.RecurrentUnit;
import undercurrent.model.recurrent.UnitSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;

/** Trains until some steps in a row allocate nothing, and prints what the last one allocated. */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ENOUGH = 20;
  private static final int MOST = 30_000;

  private Allocation() {}

  public static void main(String[] arguments) {
    if (arguments[0].equals("VOCABULARY")) {
      long[] replays = {0};
      VocabularyReplay replay = new VocabularyReplay();
      until(
          () -> {
            replay.run();
            return ++replays[0];
          });
      return;
    }
    Dataset data = Dataset.of(new SineFamily(2000, 30, 0.1).generate(1), 0);
    TrainingSettings settings = Settings.with(TrainingSettings.defaults(), "batchSize", 16);
    Trainer trainer = new Trainer(model(arguments[0], data), data, settings);
    until(
        () -> {
          trainer.step();
          return trainer.steps();
        });
  }

  private static Trainable model(String name, Dataset data) {
    if (name.equals("CRU")) {
      UnitSettings small = Settings.with(UnitSettings.defaults(), "latentObservations", 2);
      return RecurrentUnit.of(small, data, 1);
    }
    for (Structure structure : Structure.values()) {
      if (!name.equals(structure.name())) continue;
      AutoregressiveSettings settings =
          Settings.with(AutoregressiveSettings.defaults(), "hiddenUnits", 16);
      return DynamicalVae.of(structure, settings.sizes(), 2, data, 1);
    }
    if (name.startsWith("KALMAN")) {
      KalmanVaeSettings settings = Settings.with(KalmanVaeSettings.defaults(), "hiddenUnits", 16);
      if (name.equals("KALMAN_ONE_MODE")) settings = Settings.with(settings, "modes", 1);
      return KalmanVae.of(Settings.with(settings, "learnedNoise", true), data, 1);
    }
    if (name.equals("PHYSICS")) {
      PhysicsSettings physics = Settings.with(PhysicsSettings.defaults(), "networkUnits", 16);
      physics = Settings.with(physics, "hiddenUnits", 16);
      return PhysicsModel.of(Settings.with(physics, "guidance", "two-chains"), data, 1);
    }
    DeepSettings settings = DeepSettings.defaults();
    if (name.equals("MORE")) {
      // Overshooting, edges, a plain cell and dropout with the product network.
      settings = Settings.with(settings, "network", "product_both");
      settings = Settings.with(settings, "overshooting", 3);
      settings = Settings.with(settings, "edges", true);
      settings = Settings.with(settings, "cell", "rnn_relu");
      settings = Settings.with(settings, "dropout", 0.1);
    } else {
      settings = Settings.with(settings, "network", name);
    }
    return DeepMarkovModel.of(Settings.with(settings, "hiddenUnits", 16), data, 1);
  }

  /** Repeats a step, which says how many there were, and prints the outcome. */
  private static void until(LongSupplier step) {
    long last = 0;
    long steps = 0;
    int without = 0;
    while (without < ENOUGH && steps < MOST) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      steps = step.getAsLong();
      last = THREADS.getCurrentThreadAllocatedBytes() - before;
      without = last == 0 ? without + 1 : 0;
    }
    System.out.println("bytes " + last + " after " + steps + " steps, " + without);
  }
}
