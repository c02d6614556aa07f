package undercurrent.model.exact;

import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/** What the numbers of a model of observed channels are in the file. */
record FileUnits(SeriesSet set, Rows rows, Transforms transforms) {
  /** A channel by its place among the observed ones. */
  Channel channel(int place) {
    return set.channels().get(set.observedChannels()[place]);
  }

  /** " of wind" where there are several channels. */
  String of(int place) {
    return set.observedChannels().length == 1 ? "" : " of " + channel(place).name();
  }

  /** What 1 of the model is in the file, or in its transformed values. */
  double scale(int place) {
    return rows.scale(place);
  }

  /** What 0 of the model is there. */
  double centre(int place) {
    return rows.centre(place);
  }

  /** In words; transformed values have none. */
  String unit(int place) {
    return isTransformed(place) ? "" : channel(place).unit();
  }

  /** The unit of a state that is a value, which says so where values were transformed. */
  String ofState(int place) {
    return isTransformed(place) ? "transformed" : channel(place).unit();
  }

  private boolean isTransformed(int place) {
    return transforms.list().get(place).lambda() != 1;
  }
}
