package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

class PrincipalPlaneTest {
  private static final double EXACT = 1e-12;

  /**
   * The covariance of ±(√3, √3) and ±(1, −1) is ((2, 1), (1, 2)): eigenvalues 3 and 1, directions
   * (1, 1)/√2 and (1, −1)/√2. The third coordinate does not vary.
   */
  @Test
  void planeIsTheOneWorkedOutByHand() {
    double r = Math.sqrt(3);
    double[][] points = {{r, r, 5}, {-r, -r, 5}, {1, -1, 5}, {-1, 1, 5}};
    PrincipalPlane plane = PrincipalPlane.of(points);
    assertArrayEquals(new double[] {0.75, 0.25}, plane.shares(), EXACT);
    assertArrayEquals(new double[] {Math.sqrt(6), -Math.sqrt(6), 0, 0}, plane.x(), EXACT);
    assertArrayEquals(new double[] {0, 0, Math.sqrt(2), -Math.sqrt(2)}, plane.y(), EXACT);
  }

  @Test
  void largestLoadingIsPositiveWhateverTheSignOfThePoints() {
    double[][] points = {{-4, 0, 0.1}, {4, 0, -0.1}, {0, -1, 0}, {0, 1, 0}};
    assertEquals(4, PrincipalPlane.of(points).x()[1], 0.01);
    assertEquals(1, PrincipalPlane.of(points).y()[3], 0.01);
  }

  @Test
  void turningThePointsDoesNotChangeHowTheyLieInThePlane() {
    Randomness random = Randomness.of(3).named("cloud");
    int count = 50;
    double[][] flat = new double[count][3];
    double[][] turned = new double[count][3];
    double cos = Math.cos(0.7);
    double sin = Math.sin(0.7);
    for (int n = 0; n < count; n++) {
      double x = 3 * random.normal();
      double y = random.normal();
      double z = 0.1 * random.normal();
      flat[n] = new double[] {x, y, z};
      turned[n] = new double[] {x, cos * y - sin * z, sin * y + cos * z};
    }
    assertArrayEquals(PrincipalPlane.of(flat).x(), PrincipalPlane.of(turned).x(), 1e-9);
    assertArrayEquals(PrincipalPlane.of(flat).y(), PrincipalPlane.of(turned).y(), 1e-9);
  }

  @Test
  void pointsThatDoNotMoveExplainNothing() {
    PrincipalPlane plane = PrincipalPlane.of(new double[][] {{1, 2, 3}, {1, 2, 3}});
    assertArrayEquals(new double[] {0, 0}, plane.shares());
    assertArrayEquals(new double[] {0, 0}, plane.x());
  }

  /** A hundred coordinates of noise about a plane with known directions and variances. */
  @Test
  void ofManyCoordinatesThePlaneIsTheSame() {
    Randomness random = Randomness.of(4).named("wide");
    int size = 100;
    double[][] points = new double[300][size];
    for (double[] point : points) {
      double a = 5 * random.normal();
      double b = 3 * random.normal();
      for (int i = 0; i < size; i++) {
        double first = i < size / 2 ? a : 0;
        double second = i < size / 2 ? 0 : b;
        point[i] = (first + second) / Math.sqrt(size / 2.0) + 0.1 * random.normal();
      }
    }
    PrincipalPlane wide = PrincipalPlane.of(points);
    double[] centre = new double[size];
    for (int i = 0; i < size; i++) centre[i] = Columns.mean(Columns.of(points, i));
    double[][] covariance = new double[size][size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariance[i][j] += (point[i] - centre[i]) * (point[j] - centre[j]) / points.length;
        }
      }
    }
    double[] values = SymmetricEigen.of(covariance).values().clone();
    double all = java.util.Arrays.stream(values).sum();
    java.util.Arrays.sort(values);
    double[] shares = {values[size - 1] / all, values[size - 2] / all};
    assertArrayEquals(shares, wide.shares(), 1e-9);
    double square = 0;
    for (double x : wide.x()) square += x * x / points.length;
    assertEquals(values[size - 1], square, 1e-8 * square);
  }
}
