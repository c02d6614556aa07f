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
}
