package undercurrent.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the separator that splits the first lines of a text into equally many cells. */
final class SeparatorGuess {
  private static final int LINES = 200;
  private static final int LONGEST = 1 << 20;

  /** This share of the lines must agree for a separator to be taken at once. */
  private static final double AGREED = 0.8;

  /** In the order of trust: a comma may also be a decimal sign, a blank may be anything. */
  private static final List<Separator> ORDER =
      List.of(Separator.TAB, Separator.SEMICOLON, Separator.COMMA, Separator.BAR, Separator.SPACE);

  private SeparatorGuess() {}

  static Separator of(String text) {
    Optional<Separator> declared = SeparatorLine.of(text);
    if (declared.isPresent()) return declared.get();
    List<String> lines = firstLines(text);
    Separator best = Separator.COMMA;
    double bestShare = 0;
    for (Separator candidate : ORDER) {
      double share = agreement(lines, candidate);
      if (share >= AGREED) {
        boolean within = candidate == Separator.COMMA && areWithinNumbers(lines, share);
        return within ? Separator.BAR : candidate;
      }
      if (share > bestShare) {
        best = candidate;
        bestShare = share;
      }
    }
    return best;
  }

  /** Commas are decimal or thousands signs where bars agree better, or stand alone in the names. */
  private static boolean areWithinNumbers(List<String> lines, double share) {
    double bars = agreement(lines, Separator.BAR);
    String first = lines.getFirst();
    boolean onlyBars = first.indexOf('|') >= 0 && first.indexOf(',') < 0;
    return bars > share || (bars >= share && onlyBars);
  }

  /** Lines, those within quotation marks put together; all as they are where a mark stays open. */
  private static List<String> firstLines(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    boolean staysOpen = hasOddMarks(start);
    List<String> lines = new ArrayList<>();
    List<String> hashLines = new ArrayList<>();
    StringBuilder record = new StringBuilder();
    boolean quoted = false;
    for (String line : (Iterable<String>) start.lines()::iterator) {
      record.append(line);
      quoted ^= !staysOpen && hasOddMarks(line);
      if (quoted) {
        record.append('\n');
        continue;
      }
      String whole = record.toString();
      record.setLength(0);
      if (whole.isBlank()) continue;
      (whole.startsWith("#") ? hashLines : lines).add(whole.strip());
      if (lines.size() == LINES) break;
    }
    if (lines.size() > 1) return lines;
    // All rows begin with a hash sign, which then belongs to their names.
    lines.addAll(hashLines.subList(0, Math.min(LINES, hashLines.size())));
    return lines;
  }

  private static boolean hasOddMarks(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 != 0;
  }

  /** The share of lines that hold the most frequent number of separators; 0 when that is none. */
  private static double agreement(List<String> lines, Separator separator) {
    Map<Integer, Integer> lineCounts = new HashMap<>();
    for (String line : lines) lineCounts.merge(count(line, separator.sign()), 1, Integer::sum);
    return lineCounts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .filter(e -> e.getKey() > 0)
        .map(e -> e.getValue() / (double) lines.size())
        .orElse(0.0);
  }

  /** Separators outside quotation marks; a run of blanks is one. */
  private static int count(String line, char sign) {
    int count = 0;
    boolean quoted = false;
    char before = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') quoted = !quoted;
      if (c == sign && !quoted && (sign != ' ' || before != ' ')) count++;
      before = c;
    }
    return count;
  }
}
