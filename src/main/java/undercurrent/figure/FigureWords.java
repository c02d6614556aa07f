package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;

/** Says in words what a figure shows, for screen readers and text files. */
public final class FigureWords {
  private final Figure figure;

  private FigureWords(Figure figure) {
    this.figure = figure;
  }

  /** A few short lines: title, summary, axes and what each mark covers. */
  public static String words(Figure figure) {
    return new FigureWords(figure).words();
  }

  private String words() {
    List<String> lines = new ArrayList<>();
    lines.add(ended(figure.title()));
    if (!figure.summary().isEmpty()) lines.add(figure.summary());
    lines.add(
        "Across: %s. Upwards: %s."
            .formatted(AxisText.words(figure.x()), AxisText.words(figure.y())));
    for (Mark mark : figure.marks()) {
      String words = words(mark);
      if (!words.isEmpty()) lines.add(words);
    }
    return String.join("\n", lines) + "\n";
  }

  private String words(Mark mark) {
    return switch (mark) {
      case Mark.Rule m -> m.label().isEmpty() ? "" : rule(m);
      case Mark.Span m ->
          m.label().isEmpty()
              ? ""
              : "%s: from %s to %s.".formatted(m.label(), x(m.from()), x(m.to()));
      case Mark.Line m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Points m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Path m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Band m -> ranges(m.legend(), m.x(), both(m));
      case Mark.Area m -> m.legend().isEmpty() ? "" : ended(m.legend());
    };
  }

  private String rule(Mark.Rule m) {
    String at = m.vertical() ? x(m.at()) : value(figure.y(), m.at());
    return "%s at %s.".formatted(m.label(), at);
  }

  private String ranges(String legend, double[] x, double[] y) {
    if (legend.isEmpty()) return "";
    Range across = Range.of(x);
    Range up = Range.of(y);
    if (across.isEmpty() || up.isEmpty()) return legend + ": nothing to show.";
    return "%s: %s to %s across, %s to %s upwards."
        .formatted(
            legend,
            x(across.min()),
            x(across.max()),
            value(figure.y(), up.min()),
            value(figure.y(), up.max()));
  }

  private static double[] both(Mark.Band m) {
    double[] all = new double[m.lower().length + m.upper().length];
    System.arraycopy(m.lower(), 0, all, 0, m.lower().length);
    System.arraycopy(m.upper(), 0, all, m.lower().length, m.upper().length);
    return all;
  }

  private String x(double value) {
    return value(figure.x(), value);
  }

  private static String value(Axis axis, double value) {
    return switch (axis.kind()) {
      case NUMBER -> Numbers.words(value);
      case DATE -> DateStep.words(value);
      case LATITUDE -> Numbers.latitude(value, 0.1);
      case LONGITUDE -> Numbers.longitude(value, 0.1);
    };
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
