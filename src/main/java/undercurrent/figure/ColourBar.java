package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key to the colours of a path or of cells, beside the plot. */
record ColourBar(Box bar, List<Text> texts, double width, boolean isDiverging) {
  static Optional<ColourBar> of(
      List<Mark> marks, Box plot, double left, Sizes sizes, Palette palette) {
    Optional<Mark.Cells> cells =
        marks.stream()
            .filter(Mark.Cells.class::isInstance)
            .map(Mark.Cells.class::cast)
            .filter(c -> !c.isYesOrNo())
            .findFirst();
    if (cells.isPresent()) {
      boolean isAlone = Double.isNaN(cells.get().largest());
      Axis shares = Axis.of(Words.of(isAlone ? "axis.ofMatrix" : "axis.ofAll"), "");
      return Optional.of(of(shares, new Range(-1, 1), true, plot, left, sizes, palette));
    }
    return marks.stream()
        .filter(Mark.Path.class::isInstance)
        .map(Mark.Path.class::cast)
        .filter(path -> path.groups().isEmpty() && Range.of(path.colour()).span() > 0)
        .findFirst()
        .map(
            path -> {
              Range range = Range.of(path.colour());
              return of(path.colourAxis(), range, false, plot, left, sizes, palette);
            });
  }

  private static ColourBar of(
      Axis axis,
      Range range,
      boolean isDiverging,
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
    return new ColourBar(bar, texts, titleAt + 0.25 * sizes.font() - left, isDiverging);
  }
}
