package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;

/** Shares that add up to one at each time, as layers upon each other. */
final class StackedShares {
  private StackedShares() {}

  /**
   * The layers from below.
   *
   * @param legends of the shares, at most as many as there are {@link LatentFigure#INKS}
   * @param shares {@code [N][K]}
   */
  static List<Mark> layers(List<String> legends, double[] times, double[][] shares) {
    List<Mark> marks = new ArrayList<>();
    double[] lower = new double[legends.isEmpty() ? 0 : times.length];
    for (int k = 0; k < legends.size(); k++) {
      double[] upper = lower.clone();
      for (int t = 0; t < upper.length; t++) upper[t] += shares[t][k];
      marks.add(new Mark.Layer(legends.get(k), LatentFigure.INKS.get(k), times, lower, upper));
      lower = upper;
    }
    return marks;
  }

  /** The largest share of a row. */
  static int largest(double[] shares) {
    int most = 0;
    for (int k = 1; k < shares.length; k++) if (shares[k] > shares[most]) most = k;
    return most;
  }
}
