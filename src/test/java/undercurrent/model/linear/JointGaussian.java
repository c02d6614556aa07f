package undercurrent.model.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.simple.SimpleMatrix;

/**
 * The oracle: the whole joint Gaussian of all states and observations, written out and conditioned
 * by brute force. Knows nothing of filters.
 */
public final class JointGaussian {
  final int n;
  final int steps;
  private final SimpleMatrix stateMean;
  private final SimpleMatrix stateCovariance;
  private final SimpleMatrix emission;
  private final SimpleMatrix noise;
  private final SimpleMatrix offset;

  /** How the states follow from the diffuse directions of the start, [T·n][q]. */
  private final SimpleMatrix directions;

  private final Observations seen;
  private final int m;

  public JointGaussian(LinearSystem system, Observations seen) {
    this.seen = seen;
    n = system.latentSize();
    m = system.observedSize();
    steps = seen.steps();
    stateMean = new SimpleMatrix(steps * n, 1);
    stateCovariance = new SimpleMatrix(steps * n, steps * n);
    emission = new SimpleMatrix(steps * m, steps * n);
    noise = new SimpleMatrix(steps * m, steps * m);
    offset = new SimpleMatrix(steps * m, 1);
    // z = M w + c with w the stacked first state and transition noises
    SimpleMatrix covariance = new SimpleMatrix(steps * n, steps * n);
    SimpleMatrix mix = new SimpleMatrix(steps * n, steps * n);
    covariance.insertIntoThis(0, 0, at(system, SystemPart.INITIAL_COVARIANCE, 0));
    mix.insertIntoThis(0, 0, SimpleMatrix.identity(n));
    SimpleMatrix mean = at(system, SystemPart.INITIAL_MEAN, 0);
    for (int t = 0; t < steps; t++) {
      stateMean.insertIntoThis(t * n, 0, mean);
      emission.insertIntoThis(t * m, t * n, at(system, SystemPart.EMISSION, t));
      noise.insertIntoThis(
          t * m, t * m, new SimpleMatrix(new DMatrixRMaj(m, m, true, seen.noise(system, t))));
      SimpleMatrix input = new SimpleMatrix(system.inputSize(), 1);
      for (int i = 0; i < system.inputSize(); i++) {
        input.set(i, 0, seen.inputs()[t * system.inputSize() + i]);
      }
      SimpleMatrix shift = at(system, SystemPart.EMISSION_OFFSET, t);
      if (system.inputSize() > 0) {
        shift = shift.plus(at(system, SystemPart.EMISSION_INPUT, t).mult(input));
      }
      offset.insertIntoThis(t * m, 0, shift);
      if (t == steps - 1) break;
      SimpleMatrix f = at(system, SystemPart.TRANSITION, t);
      mean = f.mult(mean).plus(at(system, SystemPart.TRANSITION_OFFSET, t));
      if (system.inputSize() > 0) {
        mean = mean.plus(at(system, SystemPart.TRANSITION_INPUT, t).mult(input));
      }
      SimpleMatrix row = f.mult(mix.extractMatrix(t * n, (t + 1) * n, 0, steps * n));
      mix.insertIntoThis((t + 1) * n, 0, row);
      mix.insertIntoThis((t + 1) * n, (t + 1) * n, SimpleMatrix.identity(n));
      covariance.insertIntoThis(
          (t + 1) * n, (t + 1) * n, at(system, SystemPart.TRANSITION_NOISE, t));
    }
    int q = system.diffuseSize();
    directions =
        mix.extractMatrix(0, steps * n, 0, n)
            .mult(new SimpleMatrix(new DMatrixRMaj(n, q, true, system.diffuse().clone())));
    stateCovariance.setTo(mix.mult(covariance).mult(mix.transpose()));
  }

  /** The states given everything seen before row {@code until}: mean [T·n], covariance. */
  SimpleMatrix[] given(int until) {
    SimpleMatrix pick = pick(until);
    if (pick.getNumRows() == 0) return new SimpleMatrix[] {stateMean, stateCovariance};
    SimpleMatrix h = pick.mult(emission);
    SimpleMatrix s = h.mult(stateCovariance).mult(h.transpose()).plus(sandwich(pick, noise));
    SimpleMatrix gain = stateCovariance.mult(h.transpose()).mult(s.invert());
    SimpleMatrix error = pick.mult(values().minus(offset)).minus(h.mult(stateMean));
    SimpleMatrix mean = stateMean.plus(gain.mult(error));
    SimpleMatrix covariance = stateCovariance.minus(gain.mult(h).mult(stateCovariance));
    if (directions.getNumCols() == 0) return new SimpleMatrix[] {mean, covariance};
    // a flat prior on the directions: generalised least squares
    SimpleMatrix x = h.mult(directions);
    SimpleMatrix v = x.transpose().mult(s.solve(x)).invert();
    SimpleMatrix delta = v.mult(x.transpose()).mult(s.solve(error));
    SimpleMatrix moves = directions.minus(gain.mult(x));
    return new SimpleMatrix[] {mean.plus(moves.mult(delta)), covariance.plus(sandwich(moves, v))};
  }

  /** log p of everything seen; with a diffuse start its limit, q/2 log(2πκ) added. */
  public double logLikelihood() {
    SimpleMatrix pick = pick(steps);
    SimpleMatrix h = pick.mult(emission);
    SimpleMatrix s = h.mult(stateCovariance).mult(h.transpose()).plus(sandwich(pick, noise));
    SimpleMatrix error = pick.mult(values().minus(offset)).minus(h.mult(stateMean));
    double square = error.dot(s.solve(error));
    double value = -0.5 * (s.getNumRows() * Math.log(2 * Math.PI) + logDeterminant(s) + square);
    int q = directions.getNumCols();
    if (q == 0) return value;
    SimpleMatrix x = h.mult(directions);
    SimpleMatrix precision = x.transpose().mult(s.solve(x));
    SimpleMatrix weighted = x.transpose().mult(s.solve(error));
    double explained = weighted.dot(precision.solve(weighted));
    return value + 0.5 * (explained + q * Math.log(2 * Math.PI) - logDeterminant(precision));
  }

  private static double logDeterminant(SimpleMatrix s) {
    DMatrixRMaj factor = s.copy().getDDRM();
    var cholesky = DecompositionFactory_DDRM.chol(true);
    if (!cholesky.decompose(factor)) throw new IllegalStateException("not positive definite");
    DMatrixRMaj l = cholesky.getT(null);
    double sum = 0;
    for (int i = 0; i < l.numRows; i++) sum += 2 * Math.log(l.get(i, i));
    return sum;
  }

  private SimpleMatrix values() {
    SimpleMatrix values = new SimpleMatrix(steps * m, 1);
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < m; i++) {
        double value = seen.value(t, i);
        values.set(t * m + i, 0, Double.isNaN(value) ? 0 : value);
      }
    }
    return values;
  }

  private SimpleMatrix pick(int until) {
    int count = 0;
    for (int i = 0; i < until * m; i++) if (!Double.isNaN(seen.value(i / m, i % m))) count++;
    SimpleMatrix pick = new SimpleMatrix(count, steps * m);
    int row = 0;
    for (int i = 0; i < until * m; i++) {
      if (!Double.isNaN(seen.value(i / m, i % m))) pick.set(row++, i, 1);
    }
    return pick;
  }

  private static SimpleMatrix sandwich(SimpleMatrix a, SimpleMatrix p) {
    return a.mult(p).mult(a.transpose());
  }

  static SimpleMatrix at(LinearSystem system, SystemPart part, int t) {
    Varying value = system.part(part);
    return new SimpleMatrix(
        new DMatrixRMaj(value.rows(), value.columns(), true, value.at(t).clone()));
  }
}
