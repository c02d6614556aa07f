package undercurrent.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.lesson.Span.Style;

/** Reads a line of Markdown: strong, emphasised and code words, equations, and numbers of a run. */
final class SpanReader {
  private static final Pattern MARK = Pattern.compile("\\$|\\*\\*|\\*(?=\\S)|`|\\{");
  private static final Pattern DECIMALS = Pattern.compile("(.*):\\s*(\\d)");
  private static final Map<String, Style> STYLES = Map.of("**", Style.STRONG, "*", Style.EMPHASIS);
  private final String file;
  private final int line;
  private final List<Span> spans = new ArrayList<>();

  private SpanReader(String file, int line) {
    this.file = file;
    this.line = line;
  }

  /**
   * Reads words.
   *
   * @param line of the file, for messages
   */
  static List<Span> read(String text, String file, int line) {
    SpanReader reader = new SpanReader(file, line);
    reader.read(text, Style.PLAIN);
    return reader.spans;
  }

  private void read(String text, Style style) {
    Matcher marks = MARK.matcher(text);
    int at = 0;
    while (marks.find(at)) {
      words(text.substring(at, marks.start()), style);
      String mark = marks.group();
      String end = mark.equals("{") ? "}" : mark;
      int close = text.indexOf(end, marks.end());
      if (close < 0) {
        throw LessonException.in(file, line, LessonWords.of("spanReader.unclosed", mark, end));
      }
      marked(mark, text.substring(marks.end(), close));
      at = close + end.length();
    }
    words(text.substring(at), style);
  }

  private void words(String text, Style style) {
    if (text.isEmpty()) return;
    // A line does not begin with the sign of what stands before it.
    String whole = style == Style.CODE ? text : text.replaceAll(" (?=[%…])", "\u00a0");
    spans.add(new Span.Words(whole, style));
  }

  private void marked(String mark, String text) {
    switch (mark) {
      case "$" -> spans.add(new Span.Equation(text, line));
      case "{" -> spans.add(computed(text));
      case "`" -> words(text, Style.CODE);
      // Equations and numbers may stand among strong words.
      default -> read(text, STYLES.getOrDefault(mark, Style.PLAIN));
    }
  }

  private Span computed(String text) {
    Matcher matcher = DECIMALS.matcher(text);
    boolean hasDecimals = matcher.matches();
    try {
      Quantity quantity = Quantity.of(hasDecimals ? matcher.group(1) : text);
      return new Span.Computed(quantity, hasDecimals ? Integer.parseInt(matcher.group(2)) : 0);
    } catch (IllegalArgumentException e) {
      throw LessonException.in(file, line, e.getMessage() + ".");
    }
  }
}
