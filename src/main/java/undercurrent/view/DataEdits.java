package undercurrent.view;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import undercurrent.edit.Edit;
import undercurrent.edit.Revision;
import undercurrent.experiment.Experiment;
import undercurrent.series.SeriesSet;
import undercurrent.view.Undo.Before;

/**
 * The edits of the data that are open. While a gesture goes on, estimates follow it by the model as
 * it is; at its end a model that has not been trained begins with the data as they are then. The
 * file on disk is never touched.
 */
final class DataEdits {
  private final Lab lab;
  private final ReadOnlyObjectWrapper<Optional<Revision>> revision =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** As it was before the gesture that goes on. */
  private Optional<Revision> before = Optional.empty();

  DataEdits(Lab lab) {
    this.lab = lab;
  }

  /** The data that are open, and what was changed in them; empty while nothing is open. */
  ReadOnlyObjectProperty<Optional<Revision>> revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Something is opened. */
  void begin(Experiment opened) {
    before = Optional.empty();
    revision.set(Optional.of(opened.revision()));
  }

  /** The data as they are now. */
  Optional<SeriesSet> shown() {
    return revision.get().map(Revision::shown);
  }

  /** The data as they were read, where they are edited. */
  Optional<SeriesSet> original() {
    return revision.get().flatMap(Revision::readAs);
  }

  /** Whether the model learned from other data than there are now. */
  boolean isAhead() {
    return revision.get().filter(Revision::isAhead).isPresent();
  }

  /** A part of a gesture: the data as they were before it, with this edit. */
  void drag(Edit edit) {
    Optional<Revision> now = revision.get();
    if (now.isEmpty()) return;
    if (before.isEmpty()) {
      before = now;
      lab.changes().remember(new Before.Data(now.get()));
    }
    look(before.get().and(edit));
  }

  /** The gesture has ended, if there was one. */
  void end() {
    if (before.isEmpty()) return;
    before = Optional.empty();
    settle();
  }

  /** Makes a change at once. */
  void make(Edit edit) {
    drag(edit);
    end();
  }

  /** The data as they were read. */
  void restore() {
    change(Revision::restored);
  }

  /** The data as they were when the training began. */
  void takeBack() {
    change(r -> r.with(r.learned()));
  }

  private void change(java.util.function.UnaryOperator<Revision> how) {
    end();
    revision
        .get()
        .ifPresent(
            now -> {
              Revision next = how.apply(now);
              if (next.equals(now)) return;
              lab.changes().remember(new Before.Data(now));
              put(next);
            });
  }

  /** Goes to edits of the same data, of which nothing is remembered. */
  void put(Revision wanted) {
    before = Optional.empty();
    revision.get().ifPresent(now -> look(now.with(wanted.edits())));
    settle();
  }

  private void look(Revision now) {
    revision.set(Optional.of(now));
    lab.look(now);
  }

  private void settle() {
    revision
        .get()
        .filter(r -> r.isAhead() && !lab.isTrained())
        .ifPresent(r -> lab.beginWith(r.begun()));
  }
}
