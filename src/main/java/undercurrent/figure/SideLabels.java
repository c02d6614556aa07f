package undercurrent.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of horizontal rules, at their right ends beside the plot. */
record SideLabels(List<Text> texts, double width) {
  static SideLabels of(List<Mark> marks, Scales scales, Sizes sizes, int rgb) {
    Box plot = scales.plot();
    double size = sizes.tick();
    List<Text> texts = new ArrayList<>();
    List<Mark.Rule> rules = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark instanceof Mark.Rule rule && !rule.vertical() && !rule.label().isEmpty()) {
        rules.add(rule);
      }
    }
    rules.sort(Comparator.comparingDouble(Mark.Rule::at).reversed());
    double free = plot.y();
    double width = 0;
    for (Mark.Rule rule : rules) {
      double wished = scales.y(rule.at());
      if (wished < plot.y() - 1 || wished > plot.bottom() + 1) continue;
      double y = Math.max(wished + 0.3 * size, free + 0.3 * size);
      String words = Lettering.fitted(rule.label(), size, false, 12 * size);
      Text text =
          new Text(words, plot.right() + 0.5 * size, y, size, false, Text.Anchor.START, false, rgb);
      texts.add(text);
      width = Math.max(width, text.width() + 0.5 * size);
      free = y + 0.9 * size;
    }
    return new SideLabels(texts, width);
  }
}
