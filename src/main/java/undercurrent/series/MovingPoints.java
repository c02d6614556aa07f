package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Points of light that move in straight lines, each with a velocity of its own, between elastic
 * walls and through one another. A point is a Gaussian spot, exp(−d² / 2s²) with s = 0.8 pixels;
 * spots add up to 1 at most. The positions are known truth.
 *
 * @param side of the frame, in pixels
 * @param points how many
 * @param frames T of each clip
 */
public record MovingPoints(int side, int points, int frames, ClipCounts clips)
    implements Generator {
  /** Two points in 16 × 16 pixels, 20 frames. */
  public static final MovingPoints USUAL = new MovingPoints(16, 2, 20, ClipCounts.USUAL);

  private static final double SPOT = 0.8;
  private static final double BORDER = 1;

  @Override
  public SeriesSet generate(long seed) {
    List<String> truth = new ArrayList<>();
    for (int p = 1; p <= points; p++) truth.addAll(List.of("x" + p, "y" + p));
    return GeneratedFilm.of(side, Channel.Kind.PIXEL, truth)
        .clips("moving points", clips, seed, this::clip);
  }

  private float[][] clip(Randomness random) {
    double[][] start = new double[points][];
    double[][] velocity = new double[points][];
    for (int p = 0; p < points; p++) {
      start[p] =
          new double[] {
            random.uniform(BORDER, side - BORDER), random.uniform(BORDER, side - BORDER)
          };
      double angle = random.uniform(0, 2 * StrictMath.PI);
      double speed = random.uniform(0.5, 1.5);
      velocity[p] = new double[] {speed * StrictMath.cos(angle), speed * StrictMath.sin(angle)};
    }
    float[][] rows = new float[frames][2 * points + side * side];
    for (int t = 0; t < frames; t++) {
      for (int p = 0; p < points; p++) {
        double x = at(start[p][0] + t * velocity[p][0]);
        double y = at(start[p][1] + t * velocity[p][1]);
        rows[t][2 * p] = (float) x;
        rows[t][2 * p + 1] = (float) y;
        spot(rows[t], x, y);
      }
    }
    return rows;
  }

  private double at(double free) {
    return GeneratedFilm.folded(free, BORDER, side - BORDER);
  }

  private void spot(float[] row, double x, double y) {
    double[] across = profile(x);
    double[] down = profile(y);
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        int at = 2 * points + i * side + j;
        row[at] = (float) Math.min(1, row[at] + down[i] * across[j]);
      }
    }
  }

  private double[] profile(double middle) {
    double[] profile = new double[side];
    for (int i = 0; i < side; i++) {
      double gap = (i + 0.5 - middle) / SPOT;
      profile[i] = StrictMath.exp(-0.5 * gap * gap);
    }
    return profile;
  }
}
