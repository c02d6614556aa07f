package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundled font and how much room its text takes, so that a layout is the same on every machine.
 */
public final class Lettering {
  public static final String REGULAR = "/fonts/Inter-Regular.otf";
  public static final String BOLD = "/fonts/Inter-SemiBold.otf";
  private static final String ELLIPSIS = "…";
  private static final FontFile REGULAR_FONT = FontFile.resource(REGULAR);
  private static final FontFile BOLD_FONT = FontFile.resource(BOLD);
  private static final Map<Integer, Double> REGULAR_WIDTHS = new ConcurrentHashMap<>();
  private static final Map<Integer, Double> BOLD_WIDTHS = new ConcurrentHashMap<>();

  private Lettering() {}

  /** Width of one line of text in pixels. */
  public static double width(String text, double size, boolean bold) {
    Map<Integer, Double> known = bold ? BOLD_WIDTHS : REGULAR_WIDTHS;
    FontFile font = bold ? BOLD_FONT : REGULAR_FONT;
    return size * text.codePoints().mapToDouble(c -> known.computeIfAbsent(c, font::width)).sum();
  }

  /** The text, or as much of it as fits and an ellipsis. */
  static String fitted(String text, double size, boolean bold, double room) {
    if (text.isEmpty() || width(text, size, bold) <= room) return text;
    double left = room - width(ELLIPSIS, size, bold);
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      left -= width(text.substring(end, next), size, bold);
      if (left < 0) break;
      end = next;
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** The text in lines that fit, broken at blanks; the last allowed line ends in an ellipsis. */
  static List<String> wrapped(String text, double size, boolean bold, double room, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      boolean fits = width(longer, size, bold) <= room;
      if (fits || line.isEmpty() || lines.size() == most - 1) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines.stream().map(l -> fitted(l, size, bold, room)).toList();
  }
}
