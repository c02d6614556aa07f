package undercurrent.series;

/** What a film may hold, looked at before anything of it takes memory. */
final class FilmLimits {
  /** Numbers of one frame: 256 × 256 in grey. */
  static final int LARGEST_FRAME = 1 << 16;

  /** Numbers of all frames, 400 MB. */
  private static final long MOST = 100_000_000;

  /**
   * Bytes of memory for a number: a document of the film takes four, and may fill an eighth of the
   * memory when it is opened again.
   */
  private static final long BYTES = 32;

  private FilmLimits() {}

  /**
   * Refuses what is too large.
   *
   * @param frames in all clips
   */
  static void check(String file, double frames, double height, double width, double channels) {
    if (height * width * channels > LARGEST_FRAME) {
      throw SeriesException.in(
          file,
          channels > 1
              ? SeriesWords.of("filmLimits.colours", (long) height, (long) width, (long) channels)
              : SeriesWords.of("filmLimits.frame", (long) height, (long) width));
    }
    double numbers = frames * height * width * channels;
    if (numbers > MOST || numbers * BYTES > Runtime.getRuntime().maxMemory()) {
      throw SeriesException.in(
          file,
          SeriesWords.of(
              numbers > MOST ? "filmLimits.numbers" : "filmLimits.memory",
              (long) frames,
              (long) height,
              (long) width));
    }
  }
}
