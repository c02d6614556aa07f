package undercurrent.view;

import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import undercurrent.experiment.Experiment;
import undercurrent.series.SeriesSet;
import undercurrent.session.Viewpoint;

/** The part of the data that is watched: a series, a channel, and where the forecast begins. */
final class Selection {
  private final IntegerProperty series = new SimpleIntegerProperty();
  private final IntegerProperty channel = new SimpleIntegerProperty();
  private final DoubleProperty seenShare = new SimpleDoubleProperty(InitialSelection.HALF);

  /** The series that is watched, an index in the set. */
  IntegerProperty seriesProperty() {
    return series;
  }

  /** The channel that is watched, an index in the set's channels. */
  IntegerProperty channelProperty() {
    return channel;
  }

  /** The share of the series after which the forecast begins. */
  DoubleProperty seenShareProperty() {
    return seenShare;
  }

  /** Selects what other data begin with. */
  void begin(Experiment experiment) {
    InitialSelection initial = InitialSelection.at(experiment);
    series.set(initial.series());
    channel.set(initial.channel());
    seenShare.set(initial.seenShare());
  }

  /** What a session estimates for it. */
  Viewpoint viewpoint(SeriesSet data) {
    return Viewpoint.of(data, series.get(), seenShare.get());
  }

  /** What a document keeps of it, which {@link InitialSelection#at} reads. */
  Map<String, String> view() {
    return Map.of(
        InitialSelection.SERIES,
        Integer.toString(series.get()),
        InitialSelection.CHANNEL,
        Integer.toString(channel.get()));
  }
}
