package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * The oscillator of van der Pol from many starts: {@link VanDerPol#flow}, of which the position is
 * seen every 0.2 with noise N(0, 0.1²). All paths come to one limit cycle.
 *
 * @param count how many series
 * @param steps T of each
 */
public record VanDerPolStarts(int count, int steps) implements Generator {
  /** The sizes of the sample. */
  public static final VanDerPolStarts USUAL = new VanDerPolStarts(120, 60);

  private static final double INTERVAL = 0.2;
  private static final double WIDEST = 3;
  private static final double NOISE = 0.1;
  private static final int SUBSTEPS = 20;

  @Override
  public SeriesSet generate(long seed) {
    Randomness root = Randomness.of(seed).named("van der pol starts");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) {
      Randomness random = root.at(s);
      double[] x = {random.uniform(-WIDEST, WIDEST), random.uniform(-WIDEST, WIDEST)};
      series.add(
          GeneratedSet.path(
              Integer.toString(s), VanDerPol::flow, x, steps, INTERVAL, SUBSTEPS, NOISE, random));
    }
    return new SeriesSet(
        "van der pol starts",
        GeneratedSet.channels(List.of("x", "velocity"), List.of("x_obs")),
        new TimeAxis("t", "", false, true),
        series,
        Splits.chosen(count));
  }
}
