package undercurrent.series;

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
    boolean isField = shape.grid().isPresent();
    int clips = set.series().size();
    String key = clips == 1 ? (isField ? "field" : "film") : isField ? "fields" : "clips";
    return SeriesWords.of(
        "filmWords." + key, NumberWords.count(frames, "frame"), shape.words(), clips, shape.size());
  }
}
