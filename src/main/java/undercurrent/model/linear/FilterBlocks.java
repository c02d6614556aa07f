package undercurrent.model.linear;

import java.util.Optional;
import undercurrent.math.Progress;

/**
 * The Kalman filter over a whole series, some steps at a time, in memory that does not grow with
 * the series; the numbers are those of {@link KalmanFilter#filter}.
 */
public final class FilterBlocks {
  private final LinearSystem system;
  private final Observations seen;
  private final FilterPass pass;
  private int next;
  private boolean isFixed;

  /**
   * Steps that follow one another.
   *
   * @param first the first of them
   * @param isFixed whether the start is fixed by what was seen before each step, and after the last
   *     one, {@code [steps + 1]}
   */
  public record Block(int first, Moments predicted, Moments filtered, boolean[] isFixed) {}

  private FilterBlocks(LinearSystem system, Observations seen) {
    this.system = system;
    this.seen = seen;
    pass = new FilterPass(system, seen);
    isFixed = pass.diffuse == 0;
  }

  /**
   * Before the first step. Empty where the whole series needs the more careful forms of {@link
   * KalmanFilter#filter}, or is refused by it, which a pass that keeps nothing finds out.
   */
  public static Optional<FilterBlocks> of(LinearSystem system, Observations seen) {
    return KalmanFilter.isSound(system, seen)
        ? Optional.of(new FilterBlocks(system, seen))
        : Optional.empty();
  }

  /** The system that is run. */
  public LinearSystem system() {
    return system;
  }

  /** What is seen. */
  public Observations observations() {
    return seen;
  }

  /** The next steps, at most so many as are left. */
  public Block next(int steps) {
    int first = next;
    int n = system.latentSize();
    Moments predicted = new Moments(steps, n);
    Moments filtered = new Moments(steps, n);
    boolean[] fixed = new boolean[steps + 1];
    for (int s = 0; s < steps; s++) {
      fixed[s] = isFixed;
      boolean wasDiffuse = pass.diffuse > 0;
      KalmanFilter.keep(pass, predicted, s);
      pass.update(next);
      KalmanFilter.keep(pass, filtered, s);
      if (wasDiffuse) isFixed = isFixed();
      if (next < seen.steps() - 1) pass.predict(next);
      next++;
    }
    fixed[steps] = isFixed;
    Progress.current().at(next, seen.steps());
    return new Block(first, predicted, filtered, fixed);
  }

  private boolean isFixed() {
    double[] left = KalmanFilter.left(pass);
    int n = system.latentSize();
    for (int i = 0; i < n; i++) if (FilterResult.isDiffuse(left, n, i)) return false;
    return true;
  }
}
