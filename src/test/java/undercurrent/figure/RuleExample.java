package undercurrent.figure;

import java.util.List;

/** A figure with rules, spans and a long title. */
final class RuleExample {
  private RuleExample() {}

  static Figure figure() {
    double[] x = {0, 1, 2, 3};
    double[] y = {1e7, 3e7, 2e7, Double.NaN};
    return new Figure(
        "rules",
        "Rules & spans <with> a title that is long enough to need the second of its two lines"
            + " on a small page, and that has words of every kind",
        Axis.of("time since the start", "h"),
        Axis.of("power", "W"),
        List.of(
            new Mark.Span("", "a first stretch", Ink.SKY, 0.2, 0.9),
            new Mark.Span("", "a second one", Ink.MUTED, 0.9, 1.4),
            new Mark.Line("power", Ink.BLUE, Mark.Stroke.DOTTED, x, y),
            new Mark.Points("crosses", Ink.VERMILION, Mark.Shape.CROSS, x, y),
            new Mark.Rule("", "upper limit", 2.9e7, false),
            new Mark.Rule("", "warning", 2.85e7, false),
            new Mark.Rule("a rule", "switched on", 0.95, true)),
        0,
        "Power over time.");
  }
}
