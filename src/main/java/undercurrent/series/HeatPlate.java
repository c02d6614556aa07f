package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * A square plate of 10 × 10 whose border is held at 0, with a hot disc at its start: 500 to 700
 * degrees, radius U(0.5, 5), centre anywhere. Heat spreads by the explicit scheme at its limit of
 * stability, κ Δt / Δx² = ¼, so that each inner cell becomes the mean of its four neighbours. Each
 * step adds noise of scale 3 to the inner cells, and a frame, every third step, is seen with noise
 * of scale 10; all is clipped to 0 … 1000 degrees. A clip begins at one of the first 16 frames. The
 * plate as it is, without the noise of seeing, is known truth (Halim and Kawamoto 2020).
 *
 * @param name of the set
 * @param side cells along each side of the plate
 * @param noise of both kinds
 * @param frames T of each clip
 */
public record HeatPlate(String name, int side, Noise noise, int frames, ClipCounts clips)
    implements Generator {
  /** 16 × 16 cells, 20 frames, normal noise. */
  public static final HeatPlate USUAL =
      new HeatPlate("heat plate", 16, Noise.NORMAL, 20, ClipCounts.USUAL);

  /** The same with noise whose single jumps are large. */
  public static final HeatPlate CAUCHY =
      new HeatPlate("heat plate with Cauchy noise", 16, Noise.CAUCHY, 20, ClipCounts.USUAL);

  private static final double LENGTH = 10;
  private static final double HOTTEST = 1000;
  private static final double MOTION = 3;
  private static final double SEEN = 10;
  private static final int EVERY = 3;
  private static final int STARTS = 16;

  /** The distribution of the noise, of scale 1. */
  public enum Noise {
    NORMAL,
    CAUCHY;

    double draw(Randomness random) {
      double normal = random.normal();
      // The ratio of two is Cauchy.
      return this == NORMAL ? normal : normal / random.normal();
    }
  }

  @Override
  public SeriesSet generate(long seed) {
    FrameShape shape = new FrameShape(side, side, 1);
    List<Channel> truth =
        new ArrayList<>(Film.channels(shape, Channel.Kind.REAL, " clean", Channel.Role.TRUTH));
    return new GeneratedFilm(shape, Channel.Kind.REAL, truth).clips(name, clips, seed, this::clip);
  }

  private float[][] clip(Randomness random) {
    double[] plate = start(random);
    int first = random.below(STARTS);
    for (int t = 0; t < first; t++) plate = afterFrame(plate, random);
    int cells = side * side;
    float[][] rows = new float[frames][2 * cells];
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < cells; i++) {
        rows[t][i] = (float) plate[i];
        rows[t][cells + i] = (float) clipped(plate[i] + SEEN * noise.draw(random));
      }
      plate = afterFrame(plate, random);
    }
    return rows;
  }

  private double[] start(Randomness random) {
    double x = random.uniform(0, LENGTH);
    double y = random.uniform(0, LENGTH);
    double radius = random.uniform(0.5, 5);
    double hot = random.uniform(500, 700);
    double[] plate = new double[side * side];
    for (int i = 1; i < side - 1; i++) {
      for (int j = 1; j < side - 1; j++) {
        double dy = (i + 0.5) * LENGTH / side - y;
        double dx = (j + 0.5) * LENGTH / side - x;
        if (Math.sqrt(dx * dx + dy * dy) < radius) plate[i * side + j] = hot;
      }
    }
    return plate;
  }

  private double[] afterFrame(double[] before, Randomness random) {
    double[] plate = before;
    for (int step = 0; step < EVERY; step++) {
      plate = diffused(plate, side);
      for (int i = 1; i < side - 1; i++) {
        for (int j = 1; j < side - 1; j++) {
          int at = i * side + j;
          plate[at] = clipped(plate[at] + MOTION * noise.draw(random));
        }
      }
    }
    return plate;
  }

  private static double clipped(double degrees) {
    return Math.clamp(degrees, 0, HOTTEST);
  }

  /** One step of the heat equation: inner cells become the mean of their neighbours. */
  public static double[] diffused(double[] plate, int side) {
    double[] next = new double[plate.length];
    for (int i = 1; i < side - 1; i++) {
      for (int j = 1; j < side - 1; j++) {
        int at = i * side + j;
        double around = plate[at - 1] + plate[at + 1] + plate[at - side] + plate[at + side];
        next[at] = plate[at] + 0.25 * (around - 4 * plate[at]);
      }
    }
    return next;
  }
}
