package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.model.DeepMarkovModel;
import undercurrent.model.ModelSettings;
import undercurrent.model.ModelSettings.NetworkKind;
import undercurrent.series.Dataset;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;

/**
 * A training step allocates nothing once it is compiled. (What the interpreter allocates for a
 * vector the compiled loop keeps in a register.) An epoch's end makes a point of the curve, so the
 * steps that are counted lie in one epoch.
 */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ENOUGH = 20;
  private static final int MOST = 30_000;

  @ParameterizedTest
  @EnumSource(
      value = NetworkKind.class,
      names = {"STRUCTURED_FUTURE", "MEAN_FIELD_BOTH"})
  void aStepAllocatesNothing(NetworkKind network) {
    Dataset data = Dataset.of(new SineFamily(2000, 30, 0.1).generate(1), 0);
    TrainingSettings settings = Settings.with(TrainingSettings.defaults(), "batchSize", 8);
    ModelSettings model = Settings.with(ModelSettings.defaults(), "network", network);
    model = Settings.with(model, "hiddenUnits", 16);
    Trainer trainer = new Trainer(DeepMarkovModel.of(model, data, 1), data, settings);
    long last = -1;
    int without = 0;
    while (without < ENOUGH && trainer.steps() < MOST) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      trainer.step();
      last = THREADS.getCurrentThreadAllocatedBytes() - before;
      without = last == 0 ? without + 1 : 0;
    }
    assertEquals(0, last);
    assertEquals(ENOUGH, without);
  }
}
