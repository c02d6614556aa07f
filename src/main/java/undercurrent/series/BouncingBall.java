package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A ball in a square box with elastic walls, drawn as a grey disc. Its centre starts anywhere at
 * least a pixel from where it would touch a wall, in any direction, with a speed U(1, 1.6) pixels a
 * frame in a box of 16 pixels. With gravity it falls in parabolas. Position and velocity are known
 * truth; rows are counted downwards, as in pictures.
 *
 * @param name of the set
 * @param side of the box, in pixels
 * @param radius of the ball, in pixels
 * @param gravity in pixels a frame²; 0 for none
 * @param frames T of each clip
 */
public record BouncingBall(
    String name, int side, double radius, double gravity, int frames, ClipCounts clips)
    implements Generator {
  /** 16 × 16 pixels, 20 frames. */
  public static final BouncingBall USUAL =
      new BouncingBall("bouncing ball", 16, 2, 0, 20, ClipCounts.USUAL);

  /** The same with twice the pixels along each side. */
  public static final BouncingBall LARGE =
      new BouncingBall("large bouncing ball", 32, 4, 0, 20, ClipCounts.USUAL);

  /** The same as the usual one, falling. */
  public static final BouncingBall FALLING =
      new BouncingBall("falling ball", 16, 2, 0.15, 20, ClipCounts.USUAL);

  private static final double USUAL_SIDE = 16;

  @Override
  public SeriesSet generate(long seed) {
    return GeneratedFilm.of(side, Channel.Kind.PIXEL, List.of("x", "y", "vx", "vy"))
        .clips(name, clips, seed, this::clip);
  }

  private float[][] clip(Randomness random) {
    double far = side - radius - 1;
    double x = random.uniform(radius + 1, far);
    double y = random.uniform(radius + 1, far);
    double angle = random.uniform(0, 2 * StrictMath.PI);
    double speed = random.uniform(1, 1.6) * side / USUAL_SIDE;
    double vx = speed * StrictMath.cos(angle);
    Fall fall = new Fall(y, speed * StrictMath.sin(angle));
    float[][] rows = new float[frames][4 + side * side];
    for (int t = 0; t < frames; t++) {
      double free = x + t * vx;
      double here = GeneratedFilm.folded(free, radius, side - radius);
      boolean isTurned = (long) Math.floor((free - radius) / (side - 2 * radius)) % 2 != 0;
      rows[t][0] = (float) here;
      rows[t][1] = (float) fall.y;
      rows[t][2] = (float) (isTurned ? -vx : vx);
      rows[t][3] = (float) fall.vy;
      GeneratedFilm.disc(rows[t], 4, side, here, fall.y, radius);
      fall.step(1);
    }
    return rows;
  }

  /** The motion downwards between a ceiling and a floor. */
  private final class Fall {
    private double y;
    private double vy;

    Fall(double y, double vy) {
      this.y = y;
      this.vy = vy;
    }

    /** Goes on by some time, from wall to wall. */
    void step(double time) {
      double left = time;
      double floor = side - radius;
      for (double hit = untilWall(floor); hit < left; hit = untilWall(floor)) {
        move(hit);
        y = vy > 0 ? floor : radius;
        vy = -vy;
        left -= hit;
      }
      move(left);
    }

    private void move(double time) {
      y += time * (vy + 0.5 * gravity * time);
      vy += gravity * time;
    }

    /** The time until the ball touches the floor or, moving up, the ceiling. */
    private double untilWall(double floor) {
      if (gravity == 0) {
        if (vy == 0) return Double.POSITIVE_INFINITY;
        return ((vy > 0 ? floor : radius) - y) / vy;
      }
      double rise = vy * vy - 2 * gravity * (y - radius);
      // Up to the ceiling, where it has the speed for it; else down to the floor.
      if (vy < 0 && rise > 0) return (-vy - Math.sqrt(rise)) / gravity;
      return (-vy + Math.sqrt(vy * vy + 2 * gravity * (floor - y))) / gravity;
    }
  }
}
