package undercurrent.view;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import undercurrent.edit.HiddenStretch;
import undercurrent.edit.MovedValue;
import undercurrent.experiment.Experiment;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.session.Viewpoint;
import undercurrent.view.Undo.Before;
import undercurrent.view.chart.DataTouch;

/** Makes edits of the series that is watched from gestures on its figure. */
final class DataTouching implements DataTouch {
  /** As the slider that chooses where the forecast begins. */
  static final double LEAST_SHARE = 0.1;

  private final Lab lab;
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.ZOOM);
  private OptionalInt grabbed = OptionalInt.empty();
  private OptionalDouble shareBefore = OptionalDouble.empty();

  DataTouching(Lab lab) {
    this.lab = lab;
  }

  ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  @Override
  public Tool tool() {
    return tool.get();
  }

  private int index() {
    return lab.selection().seriesProperty().get();
  }

  private Optional<Series> series() {
    return lab.edits().shown().map(set -> set.series().get(index()));
  }

  @Override
  public void brush(double from, double to) {
    Optional<Series> series = series();
    if (series.isEmpty()) return;
    double[] times = series.get().times();
    int first = firstAfter(times, from);
    int end = firstAfter(times, to);
    if (first < end) lab.edits().drag(new HiddenStretch(index(), first, end));
  }

  /** The first row whose time is not before a moment. */
  private static int firstAfter(double[] times, double moment) {
    int row = 0;
    while (row < times.length && times[row] < moment) row++;
    return row;
  }

  @Override
  public boolean grab(double time, double value) {
    grabbed = OptionalInt.empty();
    Optional<Series> series = series();
    if (series.isEmpty()) return false;
    double[] times = series.get().times();
    int row = firstAfter(times, time);
    if (row < times.length && times[row] == time) grabbed = OptionalInt.of(row);
    return grabbed.isPresent();
  }

  @Override
  public void move(double value) {
    Optional<SeriesSet> set = lab.edits().shown();
    if (set.isEmpty() || grabbed.isEmpty()) return;
    int place = lab.selection().channelProperty().get();
    Channel channel = set.get().channels().get(place);
    double possible = MovedValue.nearest(channel, value);
    lab.edits().drag(new MovedValue(index(), grabbed.getAsInt(), place, possible));
  }

  @Override
  public void origin(double time) {
    Optional<Series> series = series();
    if (series.isEmpty()) return;
    double[] times = series.get().times();
    int seen = firstAfter(times, time);
    double share = Math.clamp((double) seen / times.length, LEAST_SHARE, 1);
    double now = lab.selection().seenShareProperty().get();
    if (share == now) return;
    if (shareBefore.isEmpty()) {
      shareBefore = OptionalDouble.of(now);
      lab.changes().remember(new Before.Seen(now));
    }
    lab.selection().seenShareProperty().set(share);
  }

  @Override
  public void release() {
    grabbed = OptionalInt.empty();
    shareBefore = OptionalDouble.empty();
    lab.edits().end();
  }

  @Override
  public OptionalDouble origin() {
    Optional<Experiment> experiment = lab.experiment();
    Optional<Series> series = series();
    if (experiment.isEmpty() || series.isEmpty()) return OptionalDouble.empty();
    Viewpoint watched = lab.selection().viewpoint(experiment.get().data());
    double[] times = series.get().times();
    int seen = watched.seen();
    if (seen >= times.length) return OptionalDouble.of(times[times.length - 1]);
    return OptionalDouble.of((times[seen - 1] + times[seen]) / 2);
  }
}
