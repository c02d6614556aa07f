package undercurrent.figure;

import java.util.List;

/** How much of a plot is covered by marks, in cells of a few pixels. */
final class Coverage {
  private static final double CELL = 6;
  private static final int MOST_POINTS = 20_000;
  private static final double FAINT = 0.15;
  private static final double GROUND = 0.05;
  private final Scales scales;
  private final Box plot;
  private final int columns;
  private final int rows;

  /** The sums over all cells above and to the left. */
  private final double[] sums;

  private Coverage(Scales scales) {
    this.scales = scales;
    this.plot = scales.plot();
    this.columns = (int) Math.clamp(Math.ceil(plot.width() / CELL), 1, 2_000);
    this.rows = (int) Math.clamp(Math.ceil(plot.height() / CELL), 1, 2_000);
    this.sums = new double[(columns + 1) * (rows + 1)];
  }

  static Coverage of(List<Mark> marks, Scales scales) {
    Coverage coverage = new Coverage(scales);
    double[] cells = new double[coverage.columns * coverage.rows];
    for (Mark mark : marks) coverage.add(mark, cells);
    coverage.sum(cells);
    return coverage;
  }

  private void add(Mark mark, double[] cells) {
    switch (mark) {
      case Mark.Line m -> line(m.x(), m.y(), m.stroke() == Mark.Stroke.FAINT ? FAINT : 1, cells);
      case Mark.Path m -> line(m.x(), m.y(), 1, cells);
      case Mark.Points m -> points(m, cells);
      case Mark.Band m -> band(m.x(), m.lower(), m.upper(), cells);
      case Mark.Layer m -> band(m.x(), m.lower(), m.upper(), cells);
      case Mark.Rule m -> rule(m, cells);
      case Mark.Roll m -> roll(m, cells);
      case Mark.Cells _, Mark.Film _ -> java.util.Arrays.fill(cells, 1);
      case Mark.Span _, Mark.Area _ -> {}
    }
  }

  private static int stride(int length) {
    return Math.max(1, length / MOST_POINTS);
  }

  private void line(double[] x, double[] y, double weight, double[] cells) {
    int stride = stride(x.length);
    for (int i = 0; i + stride < x.length; i += stride) {
      segment(x[i], y[i], x[i + stride], y[i + stride], weight, cells);
    }
  }

  private void segment(double x0, double y0, double x1, double y1, double weight, double[] cells) {
    if (!Double.isFinite(x0 + y0 + x1 + y1)) return;
    double left = scales.x(x0);
    double top = scales.y(y0);
    double across = scales.x(x1) - left;
    double down = scales.y(y1) - top;
    int steps = 1 + (int) (Math.max(Math.abs(across), Math.abs(down)) / CELL);
    for (int s = 0; s <= steps; s++) {
      double share = (double) s / steps;
      cover(left + share * across, top + share * down, weight, cells);
    }
  }

  private void points(Mark.Points m, double[] cells) {
    int stride = stride(m.x().length);
    for (int i = 0; i < m.x().length; i += stride) {
      if (!Double.isFinite(m.x()[i] + m.y()[i])) continue;
      double x = scales.x(m.x()[i]);
      double y = scales.y(m.y()[i]);
      for (int around = -1; around <= 1; around++) {
        cover(x + around * CELL, y, 1, cells);
        cover(x, y + around * CELL, 1, cells);
      }
    }
  }

  private void band(double[] x, double[] lower, double[] upper, double[] cells) {
    int stride = stride(x.length);
    for (int i = 0; i + stride < x.length; i += stride) {
      double left = scales.x(x[i]);
      double right = scales.x(x[i + stride]);
      double top = scales.y(upper[i]);
      double bottom = scales.y(lower[i]);
      if (!Double.isFinite(left + right + top + bottom)) continue;
      for (double at = left; at < right; at += CELL) {
        for (double y = Math.max(top, plot.y()); y < Math.min(bottom, plot.bottom()); y += CELL) {
          cover(at, y, GROUND, cells);
        }
      }
    }
  }

  private void roll(Mark.Roll m, double[] cells) {
    boolean shades = m.form() == Mark.Roll.Form.SHADES;
    for (int t = 0; t < m.shares().length; t++) {
      double left = scales.x(m.edges()[t]);
      double right = scales.x(m.edges()[t + 1]);
      for (int k = 0; k < m.shares()[t].length; k++) {
        double share = m.shares()[t][k];
        double weight = shades ? share : share > Mark.Roll.SOUNDS ? 1 : 0;
        if (!(weight > GROUND)) continue;
        double y = scales.y(m.first() + k);
        for (double at = left; at < right; at += CELL) cover(at, y, weight, cells);
      }
    }
  }

  private void rule(Mark.Rule m, double[] cells) {
    double length = m.vertical() ? plot.height() : plot.width();
    for (double at = 0; at < length; at += CELL) {
      if (m.vertical()) cover(scales.x(m.at()), plot.y() + at, 1, cells);
      else cover(plot.x() + at, scales.y(m.at()), 1, cells);
    }
  }

  private void cover(double x, double y, double weight, double[] cells) {
    int column = (int) Math.floor((x - plot.x()) / CELL);
    int row = (int) Math.floor((y - plot.y()) / CELL);
    if (column < 0 || column >= columns || row < 0 || row >= rows) return;
    int cell = row * columns + column;
    cells[cell] = 1 - (1 - cells[cell]) * (1 - weight);
  }

  private void sum(double[] cells) {
    for (int r = 0; r < rows; r++) {
      double row = 0;
      for (int c = 0; c < columns; c++) {
        row += cells[r * columns + c];
        sums[(r + 1) * (columns + 1) + c + 1] = sums[r * (columns + 1) + c + 1] + row;
      }
    }
  }

  /** The share of a box that is covered, 0 … 1. */
  double share(Box box) {
    int left = column(box.x());
    int right = Math.min(columns, column(box.right()) + 1);
    int top = row(box.y());
    int bottom = Math.min(rows, row(box.bottom()) + 1);
    int count = (right - left) * (bottom - top);
    if (count <= 0) return 1;
    double sum =
        sums[bottom * (columns + 1) + right]
            - sums[top * (columns + 1) + right]
            - sums[bottom * (columns + 1) + left]
            + sums[top * (columns + 1) + left];
    return sum / count;
  }

  private int column(double x) {
    return Math.clamp((int) Math.floor((x - plot.x()) / CELL), 0, columns - 1);
  }

  private int row(double y) {
    return Math.clamp((int) Math.floor((y - plot.y()) / CELL), 0, rows - 1);
  }
}
