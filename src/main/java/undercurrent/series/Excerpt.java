package undercurrent.series;

import undercurrent.text.Visible;

/** A cell short enough for a message. */
final class Excerpt {
  private static final int LONGEST = 30;
  private static final int MOST = 8;

  private Excerpt() {}

  /** The first names, as one would say them. */
  static String list(java.util.List<String> names) {
    String few =
        names.stream()
            .limit(MOST)
            .map(Excerpt::of)
            .collect(java.util.stream.Collectors.joining(", "));
    return names.size() <= MOST ? few : SeriesWords.of("excerpt.more", few, names.size() - MOST);
  }

  static String of(String cell) {
    String line = Visible.name(cell);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "\u2026";
  }
}
