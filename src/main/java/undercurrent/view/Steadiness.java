package undercurrent.view;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.session.Snapshot;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * Whether a training was made with the same settings from its first step on, so that these alone
 * make it again. A document keeps that among what it shows.
 */
final class Steadiness {
  private static final String TURNED = "turned";
  private static final String EPOCHS = "epochs";
  private boolean turned;

  /** Something is opened. */
  void begin(Experiment opened) {
    turned = opened.checkpoint().isPresent() && opened.view().containsKey(TURNED);
  }

  /** Live settings are about to change; more epochs alone go on as before. */
  void turned(@Nullable Snapshot now, TrainingSettings next) {
    if (now == null || now.step() == 0) return;
    TrainingSettings before = now.settings();
    TrainingSettings reached = next.startingFrom(before);
    boolean dependsOnEpochs = before.rateFall() != 0;
    TrainingSettings compared =
        dependsOnEpochs ? before : Settings.with(before, EPOCHS, reached.epochs());
    if (!compared.equals(reached)) turned = true;
  }

  /** Whether settings were changed on the way. */
  boolean isTurned() {
    return turned;
  }

  /** What a document keeps of what is shown, and of this. */
  Map<String, String> view(Map<String, String> shown) {
    Map<String, String> all = new HashMap<>(shown);
    if (turned) all.put(TURNED, "true");
    return all;
  }

  /** The same of a training that starts over. */
  static Map<String, String> begun(Map<String, String> view) {
    Map<String, String> all = new HashMap<>(view);
    all.remove(TURNED);
    return all;
  }
}
