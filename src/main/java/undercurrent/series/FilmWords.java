package undercurrent.series;

import java.util.Locale;

/** What a film is, in words. */
public final class FilmWords {
  private FilmWords() {}

  /**
   * "Film of 500 frames of 16 × 16", or of a field on a grid how many of its cells have values.
   *
   * @throws java.util.NoSuchElementException when the set is no film
   */
  public static String of(SeriesSet set) {
    FrameShape shape = set.frame().orElseThrow();
    long frames = set.series().stream().mapToLong(Series::length).sum();
    String what = shape.grid().isPresent() ? "Field" : "Film";
    String clips = set.series().size() == 1 ? "" : " in " + set.series().size() + " clips";
    String cells =
        shape.grid().isPresent()
            ? String.format(
                Locale.ROOT,
                " cells (latitude \u00D7 longitude), %d of them with values",
                shape.size())
            : "";
    return "%s of %s%s of %s%s"
        .formatted(what, NumberWords.count(frames, "frame"), clips, shape.words(), cells);
  }
}
