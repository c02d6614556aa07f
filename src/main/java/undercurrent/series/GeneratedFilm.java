package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;

/**
 * What the generators of films have in common: clips of equal length, with the known truth before
 * the pixels, in single precision.
 *
 * @param shape of a frame
 * @param kind of its pixels
 * @param truth what is known beside the pixels
 */
record GeneratedFilm(FrameShape shape, Channel.Kind kind, List<Channel> truth) {
  /** Makes one clip: rows of truth and pixels, {@code [T][truth + pixels]}. */
  @FunctionalInterface
  interface Clip {
    float[][] made(Randomness random);
  }

  /** A film whose truth has names of its own. */
  static GeneratedFilm of(int side, Channel.Kind kind, List<String> truth) {
    return new GeneratedFilm(
        new FrameShape(side, side, 1), kind, GeneratedSet.channels(truth, List.of()));
  }

  /** So many clips of each part, each with randomness of its own. */
  SeriesSet clips(String name, ClipCounts counts, long seed, Clip clip) {
    Randomness root = Randomness.of(seed).named(name);
    List<Series> series = new ArrayList<>(counts.all());
    for (int s = 0; s < counts.all(); s++) {
      float[][] rows = clip.made(root.at(s));
      series.add(
          new Series(Integer.toString(s + 1), Film.counted(rows.length), new FloatRows(rows)));
    }
    List<Channel> channels = new ArrayList<>(truth);
    channels.addAll(Film.channels(shape, kind, "", Channel.Role.OBSERVED));
    return new SeriesSet(
        name,
        channels,
        new TimeAxis(TimeAxis.COUNTED, "", false, true),
        series,
        Split.of(counts.training(), counts.validation(), counts.test()),
        Optional.of(shape));
  }

  /**
   * Draws a disc whose edge is a pixel wide: clip(radius + ½ − d, 0, 1), d the distance of the
   * pixel's middle from the centre.
   *
   * @param frame {@code [side · side]} from {@code at} on
   */
  static void disc(float[] frame, int at, int side, double x, double y, double radius) {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double dy = row + 0.5 - y;
        double dx = column + 0.5 - x;
        double d = Math.sqrt(dx * dx + dy * dy);
        frame[at + row * side + column] = (float) Math.clamp(radius + 0.5 - d, 0, 1);
      }
    }
  }

  /** A coordinate that elastic walls keep between two places, by folding. */
  static double folded(double free, double low, double high) {
    double width = high - low;
    double round = 2 * width;
    double u = (free - low) - round * Math.floor((free - low) / round);
    return low + (u > width ? round - u : u);
  }
}
