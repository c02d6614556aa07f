package undercurrent.view;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.session.Snapshot;
import undercurrent.training.TrainingSettings;

/**
 * Whether a training was made with the same settings from its first step on, so that these alone
 * make it again. A document keeps that among what it shows.
 */
final class Steadiness {
  private boolean turned;

  /** Something is opened. */
  void begin(Experiment opened) {
    turned = opened.isTurned();
  }

  /** Live settings are about to change; more epochs alone go on as before. */
  void turned(@Nullable Snapshot now, TrainingSettings next) {
    if (now == null || now.step() == 0) return;
    if (!next.startingFrom(now.settings()).goesOn(now.settings())) turned = true;
  }

  /** Whether settings were changed on the way. */
  boolean isTurned() {
    return turned;
  }

  /** What a document keeps of what is shown, and of this. */
  Map<String, String> view(Map<String, String> shown) {
    Map<String, String> all = new HashMap<>(shown);
    if (turned) all.put(Experiment.TURNED, "true");
    return all;
  }

  /** The same of a training that starts over. */
  static Map<String, String> begun(Map<String, String> view) {
    Map<String, String> all = new HashMap<>(view);
    all.remove(Experiment.TURNED);
    return all;
  }
}
