package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key to the colours of a path or of cells, beside the plot. */
record ColourBar(Box bar, List<Text> texts, double width, Colours colours) {
  /** What the colours of a bar go along. */
  enum Colours {
    /** From the least number of a path to its largest. */
    PATH,
    /** From −1 to 1. */
    BOTH_SIGNS,
    /** From 0 to 1, with the colours of positive numbers. */
    ONE_SIGN
  }

  static Optional<ColourBar> of(
      List<Mark> marks, Box plot, double left, Sizes sizes, Palette palette) {
    Optional<Mark.Cells> cells =
        marks.stream()
            .filter(Mark.Cells.class::isInstance)
            .map(Mark.Cells.class::cast)
            .filter(c -> !c.isYesOrNo())
            .findFirst();
    if (cells.isPresent()) {
      Axis shares = Axis.of(Words.of(words(cells.get())), "");
      boolean isMap = !cells.get().numbered();
      Range range = new Range(isMap ? 0 : -1, 1);
      Colours colours = isMap ? Colours.ONE_SIGN : Colours.BOTH_SIGNS;
      return Optional.of(of(shares, range, colours, plot, left, sizes, palette));
    }
    return marks.stream()
        .filter(Mark.Path.class::isInstance)
        .map(Mark.Path.class::cast)
        .filter(path -> path.groups().isEmpty() && Range.of(path.colour()).span() > 0)
        .findFirst()
        .map(
            path -> {
              Range range = Range.of(path.colour());
              return of(path.colourAxis(), range, Colours.PATH, plot, left, sizes, palette);
            });
  }

  /** Cells without numbers are maps of a density; one of many is coloured by its root. */
  private static String words(Mark.Cells cells) {
    if (cells.numbered()) return "axis.ofMatrix";
    return Double.isNaN(cells.largest()) ? "axis.ofMap" : "axis.rootOfAll";
  }

  private static ColourBar of(
      Axis axis,
      Range range,
      Colours colours,
      Box plot,
      double left,
      Sizes sizes,
      Palette palette) {
    double size = sizes.tick();
    Box bar = new Box(left, plot.y(), 0.8 * sizes.font(), plot.height());
    int most = (int) Math.clamp(plot.height() / (3.2 * size), 2, 9);
    List<Text> texts = new ArrayList<>();
    double widest = 0;
    for (Tick tick : Ticks.of(axis.kind(), range.min(), range.max(), most)) {
      double fraction = (tick.value() - range.min()) / range.span();
      double y = bar.bottom() - fraction * bar.height() + 0.3 * size;
      Text text =
          new Text(
              tick.label(),
              bar.right() + 0.5 * size,
              y,
              size,
              false,
              Text.Anchor.START,
              false,
              palette.quietText());
      widest = Math.max(widest, text.width());
      texts.add(text);
    }
    double titleAt = bar.right() + 0.5 * size + widest + 1.3 * sizes.font();
    texts.add(AxisText.turned(axis, titleAt, plot, sizes, palette.text()));
    return new ColourBar(bar, texts, titleAt + 0.25 * sizes.font() - left, colours);
  }
}
