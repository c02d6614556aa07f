package undercurrent.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of vertical rules and of spans, in rows just above the plot. */
record TopLabels(List<Text> texts, int rows) {
  private record Wish(String label, double centre) {}

  /** Room for one row. */
  static double rowHeight(Sizes sizes) {
    return 1.35 * sizes.tick();
  }

  static TopLabels of(List<Mark> marks, Scales scales, Box page, Sizes sizes, int rgb) {
    List<Wish> wishes = new ArrayList<>();
    Box plot = scales.plot();
    for (Mark mark : marks) {
      double centre =
          switch (mark) {
            case Mark.Rule m when m.vertical() && !m.label().isEmpty() -> scales.x(m.at());
            case Mark.Span m when !m.label().isEmpty() -> middle(m, scales);
            default -> Double.NaN;
          };
      String label =
          switch (mark) {
            case Mark.Rule m -> m.label();
            case Mark.Span m -> m.label();
            default -> "";
          };
      if (centre >= plot.x() - 1 && centre <= plot.right() + 1) {
        wishes.add(new Wish(label, centre));
      }
    }
    wishes.sort(Comparator.comparingDouble(Wish::centre));
    return placed(wishes, plot, page, sizes, rgb);
  }

  private static double middle(Mark.Span span, Scales scales) {
    Box plot = scales.plot();
    double from = Math.clamp(scales.x(span.from()), plot.x(), plot.right());
    double to = Math.clamp(scales.x(span.to()), plot.x(), plot.right());
    return from < to ? (from + to) / 2 : Double.NaN;
  }

  private static TopLabels placed(List<Wish> wishes, Box plot, Box page, Sizes sizes, int rgb) {
    double size = sizes.tick();
    List<Text> texts = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (Wish wish : wishes) {
      String words =
          Lettering.fitted(wish.label(), size, false, page.width() - 2 * sizes.padding());
      double width = Lettering.width(words, size, false);
      double last = page.right() - sizes.padding() - width;
      double x = Math.clamp(wish.centre() - width / 2, page.x() + sizes.padding(), last);
      int row = 0;
      while (row < ends.size() && ends.get(row) > x) row++;
      if (row == ends.size()) ends.add(0.0);
      ends.set(row, x + width + size);
      double y = plot.y() - 0.45 * size - row * rowHeight(sizes);
      texts.add(new Text(words, x, y, size, false, Text.Anchor.START, false, rgb));
    }
    return new TopLabels(texts, ends.size());
  }
}
