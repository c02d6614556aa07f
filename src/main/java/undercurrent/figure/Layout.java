package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where everything of a figure stands on a page: measured, so that nothing lies over a text. */
record Layout(
    Figure figure,
    Box page,
    Sizes sizes,
    Palette palette,
    Scales scales,
    List<Tick> xTicks,
    List<Tick> yTicks,
    Legend legend,
    Optional<ColourBar> colourBar,
    List<Text> texts) {
  /** Margins follow from the ticks and ticks from the margins; the third time nothing moves. */
  private static final int PASSES = 4;

  static Layout of(Figure figure, double width, double height, Palette palette) {
    Box page = new Box(0, 0, width, height);
    Sizes sizes = Sizes.of(width, height);
    LayoutDraft draft = new LayoutDraft(figure, page, sizes, palette);
    double font = sizes.font();
    Margins margins = new Margins(5 * font, 2 * font, 5 * font, 4 * font);
    for (int pass = 0; pass < PASSES; pass++) margins = draft.margins(margins);
    return draft.layout(margins);
  }

  boolean isEmpty() {
    return scales.extent().isEmpty();
  }

  Box plot() {
    return scales.plot();
  }

  /** Every text of the page with those of the legend and the colour bar. */
  List<Text> allTexts() {
    List<Text> all = new ArrayList<>(texts);
    legend.entries().forEach(entry -> all.add(entry.text()));
    colourBar.ifPresent(bar -> all.addAll(bar.texts()));
    return all;
  }
}
