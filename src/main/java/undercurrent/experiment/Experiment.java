package undercurrent.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.UnusedData;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;
import undercurrent.training.Curve;
import undercurrent.training.TrainingSettings;

/**
 * One immutable document.
 *
 * @param checkpoint where the training stands; empty before the first step
 * @param view what the window shows (series, channel, theme …), free keys
 */
public record Experiment(
    SeriesSet data,
    ChosenModel<?> model,
    TrainingSettings training,
    Optional<Checkpoint> checkpoint,
    Curve curve,
    Map<String, String> view) {
  public Experiment {
    view = Map.copyOf(view);
    if (curve.isEmpty()) curve = Curve.empty(model.kind().criterion());
  }

  /** What the data have that the model does not look at, each a sentence. */
  public List<String> notes() {
    return new UnusedData(model, data).notes();
  }

  /** The same, shown otherwise. */
  public Experiment withView(Map<String, String> shown) {
    return new Experiment(data, model, training, checkpoint, curve, shown);
  }

  /** A new experiment that has not been trained. */
  public static Experiment of(SeriesSet data, ChosenModel<?> model, TrainingSettings training) {
    Curve curve = Curve.empty(model.kind().criterion());
    return new Experiment(
        data, Recipe.onCalendar(model, data), training, Optional.empty(), curve, Map.of());
  }
}
