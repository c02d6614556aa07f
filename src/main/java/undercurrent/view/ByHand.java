package undercurrent.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import undercurrent.experiment.Experiment;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.ResultKey;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.view.Undo.Before;

/**
 * Parameters of an exact kind that a person sets by hand: the figures follow at once, and the
 * training stays where it is.
 */
final class ByHand {
  private final Lab lab;
  private final ReadOnlyObjectWrapper<Map<String, Double>> values =
      new ReadOnlyObjectWrapper<>(Map.of());

  /** The parameters as they were learned last. */
  private List<AdjustableParameter> learned = List.of();

  /** Whether a slider is being dragged, whose first change is remembered alone. */
  private boolean dragged;

  ByHand(Lab lab) {
    this.lab = lab;
  }

  /** What is set, by name; empty where the learned values count. */
  ReadOnlyObjectProperty<Map<String, Double>> valuesProperty() {
    return values.getReadOnlyProperty();
  }

  Map<String, Double> values() {
    return values.get();
  }

  /** Something is opened. */
  void begin() {
    dragged = false;
    learned = List.of();
    values.set(Map.of());
  }

  /** The parameters that the training has found, with the ranges of their sliders. */
  List<AdjustableParameter> learned() {
    return learned;
  }

  /** What the training has found last. */
  void follow(Snapshot snapshot) {
    snapshot
        .beliefs()
        .filter(b -> b.watch().tried().isEmpty())
        .map(Beliefs::results)
        .flatMap(r -> r.get(ResultKey.ADJUSTABLE))
        .ifPresent(found -> learned = found);
  }

  /** A slider is moved; it is one change until {@link #end}. */
  void drag(String name, double value) {
    if (!dragged) {
      dragged = true;
      lab.changes().remember(new Before.ByHand(values()));
    }
    Map<String, Double> now = new LinkedHashMap<>(values());
    now.put(name, value);
    put(now);
  }

  /** The slider was let go. */
  void end() {
    dragged = false;
  }

  /** Back to the values that were learned. */
  void release() {
    if (values().isEmpty()) return;
    lab.changes().remember(new Before.ByHand(values()));
    put(Map.of());
  }

  /** The values that are set become settings, which a new training keeps. */
  void hold() {
    Optional<ChosenModel<?>> model = model();
    if (model.isEmpty()) return;
    lab.turn(model.get(), lab.knobs().training());
  }

  /** Goes to other values, of which nothing is remembered. */
  void put(Map<String, Double> wanted) {
    values.set(Map.copyOf(wanted));
    lab.watch();
  }

  /** The model with the values that are set, and the others as they were learned. */
  Optional<ChosenModel<?>> model() {
    return values().isEmpty() ? Optional.empty() : model(values());
  }

  /** The same with other values. */
  Optional<ChosenModel<?>> model(Map<String, Double> set) {
    Optional<Experiment> experiment = lab.experiment();
    if (experiment.isEmpty() || learned.isEmpty()) return Optional.empty();
    Map<String, Double> all = new LinkedHashMap<>();
    for (AdjustableParameter p : learned) {
      Double own = set.get(p.name());
      // What is not learned, such as a start, is given only when a person gives it.
      if (own != null || p.isLearned()) all.put(p.name(), own == null ? p.value() : own);
    }
    return Optional.of(experiment.get().model().setting(all));
  }
}
