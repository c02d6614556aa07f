package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;

/** Both equations, put in again. */
final class LyapunovTest {
  private static SimpleMatrix random(int n, long seed) {
    Randomness random = Randomness.of(seed);
    SimpleMatrix matrix = new SimpleMatrix(n, n);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) matrix.set(i, j, random.normal());
    return matrix;
  }

  private static double[][] rows(SimpleMatrix matrix) {
    return matrix.toArray2();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void theCovarianceSolvesItsEquation(int n) {
    SimpleMatrix root = random(n, 1);
    SimpleMatrix noise = root.mult(root.transpose());
    SimpleMatrix any = random(n, 2);
    SimpleMatrix f = any.scale(0.9 / any.normF());
    SimpleMatrix p = new SimpleMatrix(Lyapunov.inSteps(rows(f), rows(noise)));
    double rest = f.mult(p).mult(f.transpose()).plus(noise).minus(p).normF();
    assertEquals(0, rest, 1e-12 * p.normF());
    SimpleMatrix a = any.minus(SimpleMatrix.identity(n).scale(any.normF() + 0.1));
    SimpleMatrix q = new SimpleMatrix(Lyapunov.inTime(rows(a), rows(noise)));
    rest = a.mult(q).plus(q.mult(a.transpose())).plus(noise).normF();
    assertEquals(0, rest, 1e-12 * noise.normF());
  }

  @Test
  void whatDoesNotSettleIsSaid() {
    double[][] one = {{1}};
    assertThrows(IllegalArgumentException.class, () -> Lyapunov.inSteps(one, one));
    assertThrows(IllegalArgumentException.class, () -> Lyapunov.inTime(new double[][] {{0}}, one));
    assertThrows(IllegalArgumentException.class, () -> Lyapunov.inTime(one, one));
  }
}
