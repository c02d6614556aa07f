package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A disc whose radius beats, 6 + 2 sin(2π t / 12 + φ) pixels: φ is uniform, the centre lies up to a
 * pixel beside the middle and stays there within a clip. A linear system of two states explains the
 * radius; its eigenvalues have the angle 2π / 12. The radius is known truth.
 *
 * @param side of the frame, in pixels
 * @param frames T of each clip
 */
public record BeatingDisc(int side, int frames, ClipCounts clips) implements Generator {
  /** 24 × 24 pixels, 40 frames. */
  public static final BeatingDisc USUAL = new BeatingDisc(24, 40, new ClipCounts(60, 20, 20));

  private static final double PERIOD = 12;

  @Override
  public SeriesSet generate(long seed) {
    return GeneratedFilm.of(side, Channel.Kind.PIXEL, List.of("radius"))
        .clips("beating disc", clips, seed, this::clip);
  }

  private float[][] clip(Randomness random) {
    double phase = random.uniform(0, 2 * StrictMath.PI);
    double x = side / 2.0 + random.uniform(-1, 1);
    double y = side / 2.0 + random.uniform(-1, 1);
    float[][] rows = new float[frames][1 + side * side];
    for (int t = 0; t < frames; t++) {
      double radius = 6 + 2 * StrictMath.sin(2 * StrictMath.PI * t / PERIOD + phase);
      rows[t][0] = (float) radius;
      GeneratedFilm.disc(rows[t], 1, side, x, y, radius);
    }
    return rows;
  }
}
