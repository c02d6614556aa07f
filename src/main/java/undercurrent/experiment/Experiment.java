package undercurrent.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.edit.Revision;
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
 * @param revision the data as they were read, and what was changed in them by hand
 * @param checkpoint where the training stands; empty before the first step
 * @param view what the window shows (series, channel, theme …), free keys
 * @param replay earlier models of the training, by which it can be shown how it went; empty unless
 *     they were asked for
 * @param compared what is kept beside it, to be compared with it
 */
public record Experiment(
    Revision revision,
    ChosenModel<?> model,
    TrainingSettings training,
    Optional<Checkpoint> checkpoint,
    Curve curve,
    Map<String, String> view,
    List<Moment> replay,
    Comparisons compared) {
  /** What is shown has this key when settings were changed while it was trained. */
  public static final String TURNED = "turned";

  public Experiment {
    // What has not begun learns from the data as they are.
    if (checkpoint.isEmpty()) revision = revision.begun();
    view = Map.copyOf(view);
    replay = List.copyOf(replay);
    if (curve.isEmpty()) curve = Curve.empty(model.kind().criterion());
  }

  /** One that keeps nothing beside it. */
  public Experiment(
      Revision revision,
      ChosenModel<?> model,
      TrainingSettings training,
      Optional<Checkpoint> checkpoint,
      Curve curve,
      Map<String, String> view,
      List<Moment> replay) {
    this(revision, model, training, checkpoint, curve, view, replay, Comparisons.NONE);
  }

  /** One that keeps no earlier models, of data as they were read. */
  public Experiment(
      SeriesSet data,
      ChosenModel<?> model,
      TrainingSettings training,
      Optional<Checkpoint> checkpoint,
      Curve curve,
      Map<String, String> view) {
    this(Revision.of(data), model, training, checkpoint, curve, view, List.of());
  }

  /** What the model learns from. */
  public SeriesSet data() {
    return revision.data();
  }

  /** The data as they are now; edited since the training began, others than {@link #data}. */
  public SeriesSet shown() {
    return revision.shown();
  }

  /** What was edited by hand, and what the data have that the model does not look at. */
  public List<String> notes() {
    return notes(revision);
  }

  /** The same, with other edits of the data. */
  public List<String> notes(Revision edits) {
    return Stream.concat(edits.notes().stream(), new UnusedData(model, data()).notes().stream())
        .toList();
  }

  /**
   * Whether settings were changed while it was trained, so that those that it has do not make it
   * again.
   */
  public boolean isTurned() {
    return checkpoint.isPresent() && view.containsKey(TURNED);
  }

  /** The same whose settings were changed on the way. */
  public Experiment turned() {
    Map<String, String> all = new HashMap<>(view);
    all.put(TURNED, "true");
    return withView(all);
  }

  /** The same, shown otherwise. */
  public Experiment withView(Map<String, String> shown) {
    return new Experiment(revision, model, training, checkpoint, curve, shown, replay, compared);
  }

  /** The same with earlier models of its training. */
  public Experiment withReplay(List<Moment> kept) {
    return new Experiment(revision, model, training, checkpoint, curve, view, kept, compared);
  }

  /** The same with other data to be estimated, unless nothing was learned yet. */
  public Experiment revised(Revision other) {
    return new Experiment(other, model, training, checkpoint, curve, view, replay, compared);
  }

  /** The same with other things beside it. */
  public Experiment withCompared(Comparisons beside) {
    return new Experiment(revision, model, training, checkpoint, curve, view, replay, beside);
  }

  /** A new experiment that has not been trained. */
  public static Experiment of(SeriesSet data, ChosenModel<?> model, TrainingSettings training) {
    return of(Revision.of(data), model, training);
  }

  /** The same, which learns from data as they were edited. */
  public static Experiment of(Revision revision, ChosenModel<?> model, TrainingSettings training) {
    return new Experiment(
        revision,
        Recipe.onCalendar(model, revision.shown()),
        training,
        Optional.empty(),
        Curve.empty(model.kind().criterion()),
        Map.of(),
        List.of());
  }
}
