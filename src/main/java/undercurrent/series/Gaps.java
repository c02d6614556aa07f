package undercurrent.series;

import java.util.Collection;
import java.util.stream.IntStream;

/** The times between rows. */
public final class Gaps {
  private Gaps() {}

  /** The median time from row to row over several series, 1 where there is none. */
  public static double median(Collection<double[]> times) {
    double[] gaps =
        times.stream()
            .flatMapToDouble(t -> IntStream.range(1, t.length).mapToDouble(i -> t[i] - t[i - 1]))
            .sorted()
            .toArray();
    return gaps.length == 0 ? 1 : gaps[gaps.length / 2];
  }
}
