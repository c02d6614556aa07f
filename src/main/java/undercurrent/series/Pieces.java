package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Progress;

/** Cuts stretches of a series into pieces of nearly equal length, so that no row is lost. */
final class Pieces {
  /** Up to this many steps a stretch is trained on as a whole, unless a window is set. */
  private static final int WHOLE = 200;

  /** The usual length of a piece when no window is set. */
  private static final int USUAL = 100;

  private final Preparation preparation;

  Pieces(Preparation preparation) {
    this.preparation = preparation;
  }

  /**
   * Rows {@code from .. to-1} in pieces no longer than the window, whose lengths differ by at most
   * one step; pieces in which nothing was observed are dropped.
   *
   * @param window 0 = chosen here
   */
  List<Sequence> cut(int series, int from, int to, int window) {
    int length = to - from;
    int longest = window > 0 ? window : length <= WHOLE ? WHOLE : USUAL;
    int count = Math.ceilDiv(length, longest);
    List<Sequence> pieces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Progress.current().at(0, 0);
      int start = from + (int) ((long) length * i / count);
      int end = from + (int) ((long) length * (i + 1) / count);
      addSeen(pieces, preparation.apply(series, start, end));
    }
    return pieces;
  }

  /** Rows {@code from .. to-1} in one piece; none when nothing was observed there. */
  List<Sequence> whole(int series, int from, int to) {
    List<Sequence> pieces = new ArrayList<>(1);
    if (to > from) addSeen(pieces, preparation.apply(series, from, to));
    return pieces;
  }

  private static void addSeen(List<Sequence> pieces, Sequence piece) {
    for (float seen : piece.mask()) {
      if (seen != 0) {
        pieces.add(piece);
        return;
      }
    }
  }
}
