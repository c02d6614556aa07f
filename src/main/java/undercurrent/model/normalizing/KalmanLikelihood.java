package undercurrent.model.normalizing;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The Kalman filter on a tape, of several sequences at once: log p of each observed number given
 * those before it. The noise of the observations is independent from channel to channel, so that
 * the channels of a step are taken in one after the other:
 *
 * <pre>
 *   s = h P h' + r      e = y − h m      k = P h' / s      m ← m + k e      P ← P − k h P
 *   then  m ← F m       P ← F P F' + diag q
 * </pre>
 *
 * Every parameter may have fewer rows than there are sequences and is then repeated from above.
 *
 * @param size n, of the state, at most 8
 * @param transition F, {@code [· × n·n]} row by row
 * @param emission h of each channel, {@code [· × n]}
 * @param stateNoise q, variances, {@code [· × n]}
 * @param noise r of each channel, a variance, {@code [· × 1]}
 * @param firstMean of the first state, {@code [· × n]}
 * @param firstCovariance of the first state, {@code [· × n·n]}
 */
record KalmanLikelihood(
    int size,
    Value transition,
    List<Value> emission,
    Value stateNoise,
    List<Value> noise,
    Value firstMean,
    Value firstCovariance) {
  /**
   * Records it.
   *
   * @param y {@code [T·R × D]}, time-major
   * @param mask 1 = observed, at the same places
   * @return log p of each number, 0 where nothing was observed, {@code [T·R × D]}
   */
  Value record(Tape tape, Value y, Value mask, int steps) {
    int rows = y.rows() / steps;
    int n = size;
    Value mean = tape.broadcast(firstMean, rows, n);
    Value covariance = tape.broadcast(firstCovariance, rows, n * n);
    Value diagonal = diagonal(tape, stateNoise);
    Value out = tape.block(y.rows(), y.columns());
    Value zero = tape.input(rows, 1);
    for (int t = 0; t < steps; t++) {
      List<Value> terms = new ArrayList<>();
      for (int d = 0; d < emission.size(); d++) {
        Value h = emission.get(d);
        Value seen = tape.columns(mask.rows(t * rows, rows), d, 1);
        Value value = tape.columns(y.rows(t * rows, rows), d, 1);
        Value ph = tape.smallProduct(covariance, false, h, false, n, n, 1);
        Value s = tape.add(tape.rowSum(tape.multiply(ph, h)), noise.get(d));
        Value e = tape.subtract(value, tape.rowSum(tape.multiply(mean, h)));
        Value k = tape.multiply(tape.divide(ph, s), seen);
        mean = tape.add(mean, tape.multiply(k, e));
        covariance = tape.subtract(covariance, tape.smallProduct(k, false, ph, false, n, 1, n));
        terms.add(tape.gaussianLogLikelihood(zero, seen, e, tape.sqrt(s)));
      }
      tape.copy(tape.join(terms), 0, out.rows(t * rows, rows), 0, terms.size());
      if (t == steps - 1) break;
      mean = tape.smallProduct(transition, false, mean, false, n, n, 1);
      Value moved = tape.smallProduct(transition, false, covariance, false, n, n, n);
      covariance = tape.smallProduct(moved, false, transition, true, n, n, n);
      covariance = tape.add(covariance, diagonal);
    }
    return out;
  }

  /**
   * Diagonal matrices of variances.
   *
   * @param variances {@code [· × n]}
   * @return {@code [· × n·n]}
   */
  static Value diagonal(Tape tape, Value variances) {
    int n = variances.columns();
    Value places = tape.input(n, n * n);
    for (int i = 0; i < n; i++) places.set(i, i * n + i, 1);
    return tape.product(variances, places);
  }
}
