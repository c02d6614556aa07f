package undercurrent.inference;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.series.FrameShape;
import undercurrent.series.SeriesSet;

/** Adds up how good the frames of one kind of estimate are; nothing of what is no film. */
final class FrameMeter {
  /** The structural similarity is that of so many frames at most, since it takes long. */
  private static final int MOST_SIMILARITIES = 400;

  private final String name;
  private final Optional<FrameShape> shape;
  private final boolean areShares;
  private final double range;
  private final Mean wrong = new Mean();
  private final Mean meanSquare = new Mean();
  private final Mean correlation = new Mean();
  private final Mean similarity = new Mean();
  private long count;

  /**
   * @param range by how much values of the set can differ, see {@link #range}
   */
  FrameMeter(String name, SeriesSet set, double range) {
    this.name = name;
    this.range = range;
    shape = set.frame();
    areShares = FrameErrors.areShares(set);
  }

  /** 1 of pixels from 0 to 1, else between the least and the largest training value of a film. */
  static double range(SeriesSet set) {
    if (set.frame().isEmpty() || FrameErrors.areShares(set)) return 1;
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    int[] channels = set.observedChannels();
    set.trainingRows()
        .forEachOrdered(
            row -> {
              for (int channel : channels) {
                if (Double.isNaN(row[channel])) continue;
                ends[0] = Math.min(ends[0], row[channel]);
                ends[1] = Math.max(ends[1], row[channel]);
              }
            });
    return ends[1] > ends[0] ? ends[1] - ends[0] : 1;
  }

  /** A mean of what is known. */
  private static final class Mean {
    private double sum;
    private long count;

    void add(double number) {
      if (Double.isNaN(number)) return;
      sum += number;
      count++;
    }

    double value() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }

  /**
   * Adds one frame.
   *
   * @param estimate {@code [D]}
   * @param observed {@code [D]}, NaN where missing
   */
  void add(double[] estimate, double[] observed) {
    if (shape.isEmpty() || Arrays.stream(observed).allMatch(Double::isNaN)) return;
    double[] frame = shape.get().frame(estimate);
    double[] other = shape.get().frame(observed);
    count++;
    if (areShares) wrong.add(FrameErrors.wrong(frame, other));
    meanSquare.add(FrameErrors.meanSquare(frame, other));
    correlation.add(FrameErrors.correlation(frame, other));
    if (count > MOST_SIMILARITIES) return;
    similarity.add(FrameErrors.similarity(shape.get(), frame, other, range));
  }

  /** Nothing without a frame. */
  Optional<FrameScore> score() {
    if (count == 0) return Optional.empty();
    return Optional.of(
        new FrameScore(
            name,
            wrong.value(),
            meanSquare.value(),
            correlation.value(),
            similarity.value(),
            count));
  }
}
