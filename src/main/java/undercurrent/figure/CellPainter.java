package undercurrent.figure;

import java.util.Arrays;

/** Draws matrices as coloured cells, with names around them and numbers inside where they fit. */
final class CellPainter {
  /** Share of a cell that a number may take. */
  private static final double ROOM = 0.93;

  /** Fewer of a longer name tell nothing. */
  private static final int FEWEST_LETTERS = 3;

  private static final int[] DIGITS = {3, 2, 1};
  private final Scales scales;
  private final Sizes sizes;
  private final Palette palette;
  private final Pen pen;

  CellPainter(Scales scales, Sizes sizes, Palette palette, Pen pen) {
    this.scales = scales;
    this.sizes = sizes;
    this.palette = palette;
    this.pen = pen;
  }

  void paint(Mark.Cells m) {
    double largest = largest(m);
    for (int i = 0; i < m.rows().size(); i++) {
      for (int j = 0; j < m.columns().size(); j++) {
        double value = m.values()[i][j];
        cell(cell(m, i, j), value, largest == 0 ? 0 : value / largest, m.numbered());
      }
    }
    if (!sizes.bare()) names(m);
  }

  private static double largest(Mark.Cells m) {
    if (!Double.isNaN(m.largest())) return m.largest();
    return Arrays.stream(m.values()).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  private Box cell(Mark.Cells m, int row, int column) {
    double x = scales.x(m.x() + column);
    double y = scales.y(m.y() - row);
    return new Box(x, y, scales.x(m.x() + column + 1) - x, scales.y(m.y() - row - 1) - y);
  }

  private void cell(Box box, double value, double share, boolean numbered) {
    int rgb = palette.diverging(share);
    pen.area(new double[][] {box.ring()}, Colour.solid(rgb));
    if (!numbered) return;
    double[] edge = Arrays.copyOf(box.ring(), 10);
    edge[8] = edge[0];
    edge[9] = edge[1];
    pen.line(edge, Colour.solid(palette.grid()), 0.06 * sizes.font());
    double size = sizes.tick();
    if (sizes.bare() || box.height() < 1.3 * size) return;
    for (int digits : DIGITS) {
      String number = Numbers.rounded(value, digits);
      if (Lettering.width(number, size, false) > ROOM * box.width()) continue;
      double y = box.y() + box.height() / 2 + 0.35 * size;
      text(number, box.middle(), y, Text.Anchor.MIDDLE, false, palette.on(rgb));
      return;
    }
  }

  /** The matrix's above, the rows' to the left, the columns' below. */
  private void names(Mark.Cells m) {
    double size = sizes.tick();
    Box first = cell(m, 0, 0);
    String name = Lettering.fitted(m.legend(), size, true, m.room() * first.width() - size);
    text(name, first.x(), first.y() - 0.5 * size, Text.Anchor.START, true, palette.text());
    for (int i = 0; i < m.rows().size(); i++) {
      Box box = cell(m, i, 0);
      String row =
          Lettering.fitted(
              m.rows().get(i), size, false, MatrixFigure.GAP * box.width() - 0.5 * size);
      if (row.length() < FEWEST_LETTERS && row.length() < m.rows().get(i).length()) continue;
      double y = box.y() + box.height() / 2 + 0.35 * size;
      text(row, box.x() - 0.4 * size, y, Text.Anchor.END, false, palette.quietText());
    }
    for (int j = 0; j < m.columns().size(); j++) {
      Box box = cell(m, m.rows().size() - 1, j);
      String column = m.columns().get(j);
      if (Lettering.width(column, size, false) > 1.1 * box.width()) continue;
      double y = box.bottom() + 1.15 * size;
      text(column, box.middle(), y, Text.Anchor.MIDDLE, false, palette.quietText());
    }
  }

  private void text(String words, double x, double y, Text.Anchor anchor, boolean bold, int rgb) {
    if (words.isEmpty()) return;
    pen.text(new Text(words, x, y, sizes.tick(), bold, anchor, false, rgb));
  }
}
