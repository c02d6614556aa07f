package undercurrent.math;

import org.ejml.simple.SimpleMatrix;

/** {@link PairedPrediction} in double precision, by whole matrices. */
record PairedOracle(DoubleOracle oracle) {
  /** One exponential by Van Loan (1978), and whole covariances. */
  void run(PairedPrediction o) {
    int m = o.density().columns;
    int n = m / 2;
    for (int r = 0; r < o.out().rows; r++) {
      SimpleMatrix block = new SimpleMatrix(2 * m, 2 * m);
      SimpleMatrix mean = new SimpleMatrix(m, 1);
      SimpleMatrix covariance = new SimpleMatrix(m, m);
      for (int i = 0; i < m; i++) {
        mean.set(i, oracle.get(o.state(), r * 5 * n + i));
        block.set(i, m + i, oracle.get(o.density(), i));
        for (int j = 0; j < m; j++) {
          double a = oracle.get(o.drift(), (r * m + i) * m + j);
          block.set(i, j, -a);
          block.set(m + j, m + i, a);
        }
      }
      for (int i = 0; i < n; i++) {
        covariance.set(i, i, oracle.get(o.state(), r * 5 * n + m + i));
        covariance.set(n + i, n + i, oracle.get(o.state(), r * 5 * n + m + n + i));
        covariance.set(i, n + i, oracle.get(o.state(), r * 5 * n + 2 * m + i));
        covariance.set(n + i, i, oracle.get(o.state(), r * 5 * n + 2 * m + i));
      }
      SimpleMatrix power = exponential(block.scale(oracle.get(o.gaps(), r)));
      SimpleMatrix phi = power.extractMatrix(m, 2 * m, m, 2 * m).transpose();
      SimpleMatrix moved = phi.mult(covariance).mult(phi.transpose());
      SimpleMatrix next = moved.plus(phi.mult(power.extractMatrix(0, m, m, 2 * m)));
      for (int i = 0; i < m; i++) oracle.set(o.out(), r * 5 * n + i, phi.mult(mean).get(i));
      for (int i = 0; i < n; i++) {
        oracle.set(o.out(), r * 5 * n + m + i, next.get(i, i));
        oracle.set(o.out(), r * 5 * n + m + n + i, next.get(n + i, n + i));
        oracle.set(o.out(), r * 5 * n + 2 * m + i, next.get(i, n + i));
      }
    }
  }

  /** By scaling, 30 terms of its series, and squaring. */
  private static SimpleMatrix exponential(SimpleMatrix a) {
    SimpleMatrix small = a.scale(1.0 / 64);
    SimpleMatrix term = SimpleMatrix.identity(a.getNumRows());
    SimpleMatrix sum = term;
    for (int i = 1; i < 30; i++) {
      term = term.mult(small).scale(1.0 / i);
      sum = sum.plus(term);
    }
    for (int i = 0; i < 6; i++) sum = sum.mult(sum);
    return sum;
  }
}
