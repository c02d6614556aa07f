package undercurrent.series;

import java.util.Optional;

/**
 * What the indices of an array are.
 *
 * @param colourFirst true when the colours stand before the height, as PyTorch has them
 */
record FilmLayout(
    double clips,
    double frames,
    double height,
    double width,
    double channels,
    boolean colourFirst) {

  private static final int FEWEST = 3;

  /** The layout of a shape of three to five indices; nothing for others. */
  static Optional<FilmLayout> of(long[] shape) {
    return switch (shape.length) {
      case 3 -> Optional.of(new FilmLayout(1, shape[0], shape[1], shape[2], 1, false));
      case 4 -> Optional.of(four(shape));
      case 5 -> five(shape);
      default -> Optional.empty();
    };
  }

  private static FilmLayout four(long[] s) {
    if (isColours(s[3]) && !isColours(s[2])) {
      return new FilmLayout(1, s[0], s[1], s[2], s[3], false);
    }
    // A clip of one frame is no film, and one of three is rarer than three colours.
    if (isColours(s[1]) && !isColours(s[2]) && s[0] >= FEWEST) {
      return new FilmLayout(1, s[0], s[2], s[3], s[1], true);
    }
    return new FilmLayout(s[0], s[1], s[2], s[3], 1, false);
  }

  private static Optional<FilmLayout> five(long[] s) {
    if (isColours(s[4])) return Optional.of(new FilmLayout(s[0], s[1], s[2], s[3], s[4], false));
    if (isColours(s[2])) return Optional.of(new FilmLayout(s[0], s[1], s[3], s[4], s[2], true));
    return Optional.empty();
  }

  private static boolean isColours(long size) {
    return size == 1 || size == 3;
  }

  /** "20 clips of 50 frames of 16 × 16". */
  String words() {
    String what = new FrameShape((int) height, (int) width, (int) channels).words();
    String each =
        SeriesWords.of("filmLayout.frames", NumberWords.count((long) frames, "frame"), what);
    return clips == 1
        ? each
        : SeriesWords.of("filmLayout.clips", NumberWords.count((long) clips, "clip"), each);
  }
}
