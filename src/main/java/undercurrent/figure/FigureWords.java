package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import undercurrent.series.Pitch;

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
    if (figure.x().kind() != Axis.Kind.NONE) {
      lines.add(Words.of("words.axes", AxisText.words(figure.x()), AxisText.words(figure.y())));
    }
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
          m.label().isEmpty() ? "" : Words.of("words.span", m.label(), x(m.from()), x(m.to()));
      case Mark.Line m when m.stroke() == Mark.Stroke.FAINT -> faint(m);
      case Mark.Line m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Points m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Path m -> ranges(m.legend(), m.x(), m.y());
      case Mark.Layer m -> m.legend().isEmpty() ? "" : ended(m.legend());
      case Mark.Cells m -> cells(m);
      case Mark.Roll m -> roll(m);
      case Mark.Film _ -> "";
      case Mark.Band m ->
          ranges(m.legend(), Extent.of(m.x(), m.lower()).and(Extent.of(m.x(), m.upper())));
      case Mark.Area m -> m.legend().isEmpty() ? "" : ended(m.legend());
    };
  }

  /** "Q: x row: 1, 0; y row: 0, 1." */
  private static String cells(Mark.Cells m) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < m.values().length; i++) {
      String numbers =
          Arrays.stream(m.values()[i]).mapToObj(Numbers::words).collect(Collectors.joining(", "));
      rows.add(m.rows().get(i) + " " + numbers);
    }
    return Words.of("words.cells", m.legend(), String.join("; ", rows));
  }

  private String roll(Mark.Roll m) {
    double sum = 0;
    for (double[] row : m.shares()) for (double share : row) if (share > 0) sum += share;
    String average = Numbers.words(sum / m.shares().length);
    return Words.of("words.roll", m.legend(), x(m.edges()[0]), x(m.end()), average);
  }

  private String rule(Mark.Rule m) {
    String at = m.vertical() ? x(m.at()) : value(figure.y(), m.at());
    return Words.of("words.rule", m.label(), at);
  }

  private String ranges(String legend, double[] x, double[] y) {
    return ranges(legend, Extent.of(x, y));
  }

  private String ranges(String legend, Extent extent) {
    if (legend.isEmpty()) return "";
    if (extent.isEmpty()) return Words.of("words.nothing", legend);
    return Words.of(
        "words.ranges",
        legend,
        x(extent.x().min()),
        x(extent.x().max()),
        value(figure.y(), extent.y().min()),
        value(figure.y(), extent.y().max()));
  }

  /** Faint lines come in numbers, of which only the first has a legend. */
  private String faint(Mark.Line first) {
    Extent all = new Extent(Range.NONE, Range.NONE);
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Line line
          && line.stroke() == Mark.Stroke.FAINT
          && line.ink() == first.ink()) {
        all = all.and(Extent.of(line.x(), line.y()));
      }
    }
    return ranges(first.legend(), all);
  }

  private String x(double value) {
    return value(figure.x(), value);
  }

  private static String value(Axis axis, double value) {
    return switch (axis.kind()) {
      case NUMBER, COUNT, TIME, NONE -> Numbers.words(value);
      case PITCH -> Pitch.name((int) Math.round(value));
      case DATE -> DateStep.words(value);
      case CLOCK -> ClockStep.words(value);
      case LATITUDE -> Numbers.latitude(value, 0.1);
      case LONGITUDE -> Numbers.longitude(value, 0.1);
    };
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
