package undercurrent.model.linear;

import java.util.List;

/**
 * A way to learn a linear system, one iteration a {@link #step}: pure, without clock, thread or
 * chance but what it was given, so that whoever drives it decides when and where.
 */
public interface Learner {
  /** Whether another step can be made. */
  enum Status {
    READY,
    CONVERGED
  }

  /**
   * One point of the learning curve.
   *
   * @param start which of several starting points, from 0
   * @param iteration from 0, which is the starting point itself
   */
  record Point(int start, int iteration, LogLikelihood logLikelihood) {}

  /** Makes one iteration; does nothing unless {@link Status#READY}. */
  void step();

  Status status();

  /** The best system so far; {@code series} matters where every series has its own. */
  LinearSystem system(int series);

  /**
   * The log-likelihood of all series at the start and after each iteration; it grows, unless the
   * search that led is given up because its parameters are no longer admissible.
   */
  List<Point> curve();
}
