package undercurrent.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/** Pictures of one figure that follow one another, with the same ranges in all of them. */
public final class SteadyAxes {
  private static final double SHARE = 0.2;

  private SteadyAxes() {}

  /**
   * The same figures with common ranges: those of the last one, and of most others. A few that need
   * far more, as a model does at the start of its training, are cut.
   *
   * @param width of the plot, for figures with equal units
   */
  public static List<Figure> of(List<Figure> figures, double width, double height) {
    List<Extent> extents =
        figures.stream().map(f -> Extent.of(f, width, height)).filter(e -> !e.isEmpty()).toList();
    if (extents.isEmpty()) return figures;
    Range x = common(extents.stream().map(Extent::x).toList());
    Range y = common(extents.stream().map(Extent::y).toList());
    return figures.stream().map(f -> f.over(f.x().over(x), f.y().over(y))).toList();
  }

  private static Range common(List<Range> ranges) {
    Range last = ranges.getLast();
    double low = quantile(ranges.stream().mapToDouble(Range::min), SHARE);
    double high = quantile(ranges.stream().mapToDouble(Range::max), 1 - SHARE);
    return new Range(Math.min(last.min(), low), Math.max(last.max(), high));
  }

  private static double quantile(DoubleStream values, double share) {
    double[] sorted = values.sorted().toArray();
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
