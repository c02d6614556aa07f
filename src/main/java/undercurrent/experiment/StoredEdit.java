package undercurrent.experiment;

import java.util.List;
import undercurrent.edit.AddedNoise;
import undercurrent.edit.AddedOutliers;
import undercurrent.edit.Edit;
import undercurrent.edit.HiddenStretch;
import undercurrent.edit.MovedValue;

/**
 * An edit as a document keeps it; what its kind does not have is 0.
 *
 * @param kind what was done
 * @param from its first row, from 0
 * @param end the row after its last
 * @param number a value, a level or a share
 */
record StoredEdit(Kind kind, int series, int channel, int from, int end, double number, long seed) {
  /** What can be done. */
  enum Kind {
    HIDE,
    MOVE,
    NOISE,
    OUTLIERS
  }

  static List<StoredEdit> all(List<Edit> edits) {
    return edits.stream().map(StoredEdit::of).toList();
  }

  private static StoredEdit of(Edit edit) {
    return switch (edit) {
      case HiddenStretch h -> new StoredEdit(Kind.HIDE, h.series(), 0, h.from(), h.end(), 0, 0);
      case MovedValue m ->
          new StoredEdit(Kind.MOVE, m.series(), m.channel(), m.row(), m.row() + 1, m.value(), 0);
      case AddedNoise n -> new StoredEdit(Kind.NOISE, 0, 0, 0, 0, n.level(), n.seed());
      case AddedOutliers o -> new StoredEdit(Kind.OUTLIERS, 0, 0, 0, 0, o.share(), o.seed());
    };
  }

  static List<Edit> edits(List<StoredEdit> stored) {
    return stored.stream().map(StoredEdit::edit).toList();
  }

  private Edit edit() {
    return switch (kind) {
      case HIDE -> new HiddenStretch(series, from, end);
      case MOVE -> new MovedValue(series, from, channel, number);
      case NOISE -> new AddedNoise(number, seed);
      case OUTLIERS -> new AddedOutliers(number, seed);
    };
  }
}
