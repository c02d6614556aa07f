package undercurrent.figure;

import java.util.List;

/** Reduces the size, line width and opacity of marks where there are many. */
final class MarkThinning {
  private final List<Mark> marks;
  private final Scales scales;
  private final double line;
  private final boolean bare;

  MarkThinning(List<Mark> marks, Scales scales, Sizes sizes) {
    this.marks = marks;
    this.scales = scales;
    this.line = sizes.line();
    this.bare = sizes.bare();
  }

  /** Radius of points; those of one ink share the width of the plot. */
  double radius(Mark.Points m) {
    double least = (bare ? 0.75 : 0.55) * line;
    double most = (bare ? 1 : 1.6) * line;
    double room = 0.45 * scales.plot().width();
    // From so many on all have the same radius, and there may be a million.
    long enough = (long) Math.ceil(room / least) + 2;
    long count = 0;
    for (Mark mark : marks) {
      if (mark instanceof Mark.Points other && other.ink() == m.ink()) {
        count += Columns.count(other.y(), enough);
      }
    }
    if (count == 1) return 2.4 * line;
    return Math.clamp(room / Math.max(1, count), least, most);
  }

  /** Thinner where there is more than a point for each pixel. */
  double lineWidth(Mark.Line m) {
    double share = 0.8 * scales.plot().width() / Math.max(1, m.x().length);
    return line * Math.clamp(share, 0.5, 1);
  }

  /** Fainter, the more faint lines of the same ink are pressed together. */
  double opacity(Mark.Line m) {
    double points = 0;
    Range extent = Range.NONE;
    for (Mark mark : marks) {
      if (!isFaint(mark, m.ink())) continue;
      Mark.Line other = (Mark.Line) mark;
      points += other.x().length;
      extent = extent.and(Range.of(other.x()));
    }
    if (extent.isEmpty()) return 0.5;
    double width = Math.max(1, scales.x(extent.max()) - scales.x(extent.min()));
    double pointsForEachPixel = points / width;
    return 0.5 * Math.clamp(Math.sqrt(1.5 / pointsForEachPixel), 0.15, 1);
  }

  /** True when a line runs over its own sample paths, where it needs an edge to be seen. */
  boolean isOverFaintOnes(Mark.Line m) {
    return marks.stream().anyMatch(mark -> isFaint(mark, m.ink()));
  }

  private static boolean isFaint(Mark mark, Ink ink) {
    return mark instanceof Mark.Line other
        && other.stroke() == Mark.Stroke.FAINT
        && other.ink() == ink;
  }
}
