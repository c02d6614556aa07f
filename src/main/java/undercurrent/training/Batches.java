package undercurrent.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.series.Sequence;

/**
 * The order of the training pieces in an epoch. Pieces of about the same length share a batch, so
 * that little of it is padding; which of them, and the order of the batches, is drawn anew.
 */
final class Batches {
  private static final int LENGTHS = 4;
  private final List<Sequence> pieces;
  private final int size;
  private final int longest;
  private final Randomness randomness;

  Batches(List<Sequence> pieces, int batchSize, Randomness randomness) {
    this.pieces = pieces;
    this.size = Math.min(batchSize, pieces.size());
    this.longest = pieces.stream().mapToInt(Sequence::steps).max().orElse(1);
    this.randomness = randomness;
  }

  /** Sequences in a batch; the last one of an epoch may have fewer. */
  int size() {
    return size;
  }

  /** Batches in an epoch. */
  int count() {
    return (pieces.size() + size - 1) / size;
  }

  /** The batches of an epoch as indices of the pieces; a function of the epoch's number alone. */
  int[][] epoch(int epoch) {
    Randomness stream = randomness.at(epoch);
    Integer[] order =
        Arrays.stream(stream.permutation(pieces.size())).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt(i -> steps(pieces.get(i).steps())));
    int[] turn = stream.permutation(count());
    int[][] batches = new int[count()][];
    for (int b = 0; b < batches.length; b++) {
      int from = b * size;
      int to = Math.min(order.length, from + size);
      int[] batch = new int[to - from];
      for (int i = from; i < to; i++) batch[i - from] = order[i];
      batches[turn[b]] = batch;
    }
    return batches;
  }

  /** How many time steps are recorded for a batch: one of a few lengths that are long enough. */
  int steps(int[] batch) {
    int most = 1;
    for (int i : batch) most = Math.max(most, pieces.get(i).steps());
    return steps(most);
  }

  private int steps(int length) {
    int unit = (longest + LENGTHS - 1) / LENGTHS;
    return Math.min(longest, (length + unit - 1) / unit * unit);
  }
}
