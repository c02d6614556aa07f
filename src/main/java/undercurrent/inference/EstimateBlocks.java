package undercurrent.inference;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import undercurrent.series.Sequence;

/**
 * Collects an estimate of a whole sequence some rows at a time, which are handed on and forgotten
 * when the next ones begin.
 */
final class EstimateBlocks {
  /** Rows of a usual block. */
  static final int SIZE = 4096;

  /** One block of all rows. */
  static final int WHOLE = Integer.MAX_VALUE;

  private final Sequence whole;
  private final int size;
  private final Function<Sequence, EstimateRows> begin;
  private final Consumer<EstimateRows> taker;
  private @Nullable EstimateRows rows;
  private int first;

  /**
   * @param size rows of a block
   * @param begin makes what collects the rows of a piece
   * @param taker takes each piece when all of its rows are set
   */
  EstimateBlocks(
      Sequence whole,
      int size,
      Function<Sequence, EstimateRows> begin,
      Consumer<EstimateRows> taker) {
    this.whole = whole;
    this.size = size;
    this.begin = begin;
    this.taker = taker;
  }

  /** Where a row of the sequence belongs; rows come in their order. */
  EstimateRows at(int row) {
    EstimateRows known = rows;
    if (known != null && row - first < size) return known;
    end();
    first = row;
    int end = (int) Math.min(whole.steps(), (long) row + size);
    EstimateRows begun = begin.apply(whole.part(row, end));
    rows = begun;
    return begun;
  }

  /** The place of a row in its piece. */
  int place(int row) {
    return row - first;
  }

  /** Hands on what was collected last. */
  void end() {
    EstimateRows known = rows;
    rows = null;
    if (known != null) taker.accept(known);
  }
}
