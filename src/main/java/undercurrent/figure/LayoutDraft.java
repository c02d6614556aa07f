package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layout being made: for some margins it places everything and says which margins it needs. */
final class LayoutDraft {
  private final Figure figure;
  private final Box page;
  private final Sizes sizes;
  private final Palette palette;
  private final double font;
  private final double padding;
  private final List<Text> title = new ArrayList<>();
  private final Legend legend;
  private final double headHeight;

  /** Where the shape of the plot does not matter. */
  private final Extent shown;

  /** True when x counts something, as epochs: then nothing lies between two of them. */
  private final boolean countsSteps;

  LayoutDraft(Figure figure, Box page, Sizes sizes, Palette palette) {
    this.figure = figure;
    this.page = page;
    this.sizes = sizes;
    this.palette = palette;
    this.font = sizes.font();
    this.padding = sizes.padding();
    this.countsSteps = Extent.xs(figure).allMatch(LayoutDraft::isWhole);
    double room = page.width() - 2 * padding;
    double y = padding;
    if (!sizes.bare()) {
      for (String line : Lettering.wrapped(figure.title(), sizes.title(), true, room, 2)) {
        double base = y + 0.8 * sizes.title();
        title.add(
            new Text(
                line,
                padding,
                base,
                sizes.title(),
                true,
                Text.Anchor.START,
                false,
                palette.text()));
        y += 1.3 * sizes.title();
      }
    }
    this.shown = Extent.of(figure, 1, 1);
    boolean hasLegend = !sizes.bare() && !shown.isEmpty();
    List<Mark> marks = hasLegend ? figure.marks() : List.of();
    legend = Legend.of(marks, new Box(padding, y + 0.2 * font, room, 0), sizes, palette.text());
    headHeight = y + (legend.entries().isEmpty() ? 0 : 0.2 * font + legend.height());
  }

  /** The margins that what these margins lead to needs. */
  Margins margins(Margins now) {
    if (sizes.bare()) return new Margins(padding, padding, padding, padding);
    // Frames bring their own names, and have no axes.
    if (isFilm()) return new Margins(padding, padding, headHeight + 0.5 * font, padding);
    Scales scales = scales(now);
    Box plot = scales.plot();
    double yLabels = 0;
    for (Tick tick : yTicks(scales)) yLabels = Math.max(yLabels, width(tick));
    double left = padding + 1.2 * font + (yLabels == 0 ? 0 : yLabels + 0.9 * font);
    List<Tick> xTicks = xTicks(scales);
    double right = padding;
    if (!xTicks.isEmpty()) {
      Tick first = xTicks.getFirst();
      Tick last = xTicks.getLast();
      left = Math.max(left, padding + width(first) / 2 - scales.x(first.value()) + plot.x());
      right = Math.max(right, padding + width(last) / 2 + scales.x(last.value()) - plot.right());
    }
    SideLabels side = side(scales);
    double beside = side.width() + bar(scales, side).map(b -> b.width() + font).orElse(0.0);
    right = Math.max(right, padding + beside);
    double rows = top(scales).rows() * TopLabels.rowHeight(sizes);
    double top = headHeight + 0.5 * font + rows;
    return new Margins(left, right, top, padding + 3.1 * font);
  }

  private boolean isFilm() {
    return figure.marks().stream().anyMatch(Mark.Film.class::isInstance);
  }

  Layout layout(Margins margins) {
    Scales scales = scales(margins);
    Box plot = scales.plot();
    List<Text> texts = sizes.bare() ? List.of() : new ArrayList<>(title);
    if (sizes.bare() || isFilm()) {
      return new Layout(
          figure,
          page,
          sizes,
          palette,
          scales,
          List.of(),
          List.of(),
          legend,
          Optional.empty(),
          texts);
    }
    List<Tick> xTicks = xTicks(scales);
    List<Tick> yTicks = yTicks(scales);
    for (Tick tick : xTicks) {
      double y = plot.bottom() + 0.6 * font + 0.78 * sizes.tick();
      texts.add(number(tick, scales.x(tick.value()), y, Text.Anchor.MIDDLE));
    }
    for (Tick tick : yTicks) {
      double y = scales.y(tick.value()) + 0.35 * sizes.tick();
      texts.add(number(tick, plot.x() - 0.6 * font, y, Text.Anchor.END));
    }
    double under = plot.bottom() + 2.85 * font;
    texts.add(AxisText.level(figure.x(), under, plot, sizes, palette.text()));
    texts.add(AxisText.turned(figure.y(), padding + 0.8 * font, plot, sizes, palette.text()));
    SideLabels side = side(scales);
    texts.addAll(side.texts());
    texts.addAll(top(scales).texts());
    if (scales.extent().isEmpty()) texts.addAll(message(plot));
    return new Layout(
        figure, page, sizes, palette, scales, xTicks, yTicks, legend, bar(scales, side), texts);
  }

  private static boolean isWhole(double[] values) {
    for (double x : values) if (Double.isFinite(x) && x != Math.rint(x)) return false;
    return true;
  }

  private Scales scales(Margins margins) {
    Box plot = margins.plot(page);
    boolean isFree = figure.aspect() == 0;
    return new Scales(isFree ? shown : Extent.of(figure, plot.width(), plot.height()), plot);
  }

  private List<Tick> xTicks(Scales scales) {
    Range range = scales.extent().x();
    double most = Math.max(2, scales.plot().width() / (6 * font));
    return Ticks.of(
        figure.x().kind(), range.min(), range.max(), ticks -> clear(ticks, scales, most));
  }

  /** True when there are not too many labels and each stands clear of the next. */
  private boolean clear(List<Tick> ticks, Scales scales, double most) {
    if (ticks.size() > most) return false;
    if (countsSteps && ticks.stream().anyMatch(t -> t.value() != Math.rint(t.value())))
      return false;
    for (int i = 1; i < ticks.size(); i++) {
      double distance = scales.x(ticks.get(i).value()) - scales.x(ticks.get(i - 1).value());
      if (distance < (width(ticks.get(i)) + width(ticks.get(i - 1))) / 2 + font) return false;
    }
    return true;
  }

  private List<Tick> yTicks(Scales scales) {
    Range range = scales.extent().y();
    int most = (int) Math.clamp(scales.plot().height() / (2.8 * font), 2, 11);
    return Ticks.of(figure.y().kind(), range.min(), range.max(), most);
  }

  private SideLabels side(Scales scales) {
    return SideLabels.of(shown(scales), scales, sizes, palette.quietText());
  }

  private TopLabels top(Scales scales) {
    return TopLabels.of(shown(scales), scales, page, sizes, palette.quietText());
  }

  private Optional<ColourBar> bar(Scales scales, SideLabels side) {
    Box plot = scales.plot();
    double left = plot.right() + side.width() + font;
    return ColourBar.of(shown(scales), plot, left, sizes, palette);
  }

  private List<Mark> shown(Scales scales) {
    return scales.extent().isEmpty() ? List.of() : figure.marks();
  }

  private List<Text> message(Box plot) {
    List<Text> lines = new ArrayList<>();
    String words = figure.summary().isEmpty() ? Words.of("nothing") : figure.summary();
    double y = plot.y() + plot.height() / 2;
    for (String line : Lettering.wrapped(words, font, false, 0.8 * plot.width(), 4)) {
      int rgb = palette.quietText();
      lines.add(new Text(line, plot.middle(), y, font, false, Text.Anchor.MIDDLE, false, rgb));
      y += 1.5 * font;
    }
    return lines;
  }

  private Text number(Tick tick, double x, double y, Text.Anchor anchor) {
    return new Text(tick.label(), x, y, sizes.tick(), false, anchor, false, palette.quietText());
  }

  private double width(Tick tick) {
    return Lettering.width(tick.label(), sizes.tick(), false);
  }
}
