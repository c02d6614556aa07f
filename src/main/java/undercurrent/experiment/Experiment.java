package undercurrent.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.UnusedData;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;
import undercurrent.training.Curve;
import undercurrent.training.Moment;
import undercurrent.training.TrainingSettings;

/**
 * One immutable document.
 *
 * @param checkpoint where the training stands; empty before the first step
 * @param view what the window shows (series, channel, theme …), free keys
 * @param replay earlier models of the training, by which it can be shown how it went; empty unless
 *     they were asked for
 */
public record Experiment(
    SeriesSet data,
    ChosenModel<?> model,
    TrainingSettings training,
    Optional<Checkpoint> checkpoint,
    Curve curve,
    Map<String, String> view,
    List<Moment> replay) {
  public Experiment {
    view = Map.copyOf(view);
    replay = List.copyOf(replay);
    if (curve.isEmpty()) curve = Curve.empty(model.kind().criterion());
  }

  /** One that keeps no earlier models. */
  public Experiment(
      SeriesSet data,
      ChosenModel<?> model,
      TrainingSettings training,
      Optional<Checkpoint> checkpoint,
      Curve curve,
      Map<String, String> view) {
    this(data, model, training, checkpoint, curve, view, List.of());
  }

  /** What the data have that the model does not look at, each a sentence. */
  public List<String> notes() {
    return new UnusedData(model, data).notes();
  }

  /** The same, shown otherwise. */
  public Experiment withView(Map<String, String> shown) {
    return new Experiment(data, model, training, checkpoint, curve, shown, replay);
  }

  /** The same with earlier models of its training. */
  public Experiment withReplay(List<Moment> kept) {
    return new Experiment(data, model, training, checkpoint, curve, view, kept);
  }

  /** A new experiment that has not been trained. */
  public static Experiment of(SeriesSet data, ChosenModel<?> model, TrainingSettings training) {
    Curve curve = Curve.empty(model.kind().criterion());
    return new Experiment(
        data, Recipe.onCalendar(model, data), training, Optional.empty(), curve, Map.of());
  }
}
