package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.gaussian.Vectors;
import undercurrent.series.Lorenz63;
import undercurrent.series.Series;

final class KnownModelsTest {
  @Test
  void jacobiansAreThoseOfCentralDifferences() {
    double[] two = {0.7, -1.2};
    assertSlopes(ExampleModels.pendulum(), two);
    assertSlopes(KnownModels.PENDULUM.every(0.1, 1, 0.3), two);
    assertSlopes(ExampleModels.vanDerPol(0.01), two);
    assertSlopes(ExampleModels.lorenz63(0.1), new double[] {-8, -9, 27});
    assertSlopes(ExampleModels.growth(), new double[] {1.3});
    assertSlopes(ExampleModels.sineDrift(), new double[] {1.3});
    assertSlopes(ExampleModels.laserRadar(), new double[] {-3, 2, 5, 1});
    assertSlope(new ConstantTurn(0.5, 9, 0.3), new double[] {-3, 2, 5, 1, 0.4});
    assertSlope(new ConstantTurn(0.5, 9, 0.3), new double[] {-3, 2, 5, 1, 1e-7});
  }

  private static void assertSlopes(NonlinearModel model, double[] z) {
    assertSlope(model.transition(1), z);
    assertSlope(model.emission(0), z);
    assertSlope(model.emission(1), z);
  }

  private static void assertSlope(ConditionalGaussian arrow, double[] z) {
    double h = 1e-5;
    Matrix jacobian = arrow.jacobian(z);
    for (int j = 0; j < z.length; j++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[j] += h;
      down[j] -= h;
      double[] slope =
          Vectors.times(1 / (2 * h), arrow.difference(arrow.mean(up), arrow.mean(down)));
      assertArrayEquals(slope, jacobian.column(j), 1e-6);
    }
  }

  @Test
  void aTurningTargetReachesWhereItsArcEnds() {
    // a quarter of a circle of radius 2 at speed 2 from the origin, heading along x
    double seconds = Math.PI / 2;
    double[] end = new ConstantTurn(seconds, 0, 0).mean(new double[] {0, 0, 2, 0, 1});
    assertArrayEquals(new double[] {2, 2, 2, Math.PI / 2, 1}, end, 1e-12);
  }

  @Test
  void bearingsAreComparedAsAngles() {
    ConditionalGaussian radar = ExampleModels.laserRadar().emission(1);
    double[] gap =
        radar.difference(new double[] {0, 0, 1, 3.1, 0}, new double[] {0, 0, 1, -3.1, 0});
    assertEquals(6.2 - 2 * Math.PI, gap[3], 1e-12);
  }

  @Test
  void onTheButterflyTheEnsembleDoesAsWellAsTheExtendedFilter() {
    Series series = new Lorenz63(400).generate(3).series().getFirst();
    double[][] x = new double[400][];
    for (int t = 0; t < 400; t++) x[t] = Arrays.copyOfRange(series.values()[t], 3, 6);
    NonlinearModel model = ExampleModels.lorenz63(0.05);
    GaussianFiltering extended = GaussianFilter.EXTENDED.filter(model, x);
    List<Gaussian> smoothed = extended.smoothed();
    EnsembleFiltering ensemble = new EnsembleFilter(100).filter(model, x, Randomness.of(1));
    List<PointCloud> shiftedBack = ensemble.smoothed();

    double exact = error(series, t -> extended.filtered().get(t).mean());
    double cloud = error(series, t -> ensemble.filtered().get(t).mean());
    double back = error(series, t -> smoothed.get(t).mean());
    double cloudBack = error(series, t -> shiftedBack.get(t).mean());
    // The observations themselves are off by 1.
    assertTrue(exact < 0.4, "filtered " + exact);
    assertTrue(back < 0.7 * exact, "smoothed " + back);
    assertEquals(exact, cloud, 0.1 * exact);
    assertEquals(back, cloudBack, 0.2 * back);
  }

  private static double error(Series series, IntFunction<double[]> estimate) {
    double square = 0;
    for (int t = 50; t < 400; t++) {
      double[] gap = Vectors.minus(estimate.apply(t), Arrays.copyOf(series.values()[t], 3));
      for (double g : gap) square += g * g / (350 * 3);
    }
    return Math.sqrt(square);
  }

  @Test
  void aSimulationHasTheTruthBehindIt() {
    SimulatedSeries made = SimulatedSeries.of(ExampleModels.growth(), 2_000, Randomness.of(1));
    double square = 0;
    for (int t = 0; t < 2_000; t++) {
      double z = made.states()[t][0];
      square += Math.pow(made.observations()[t][0] - z * z / 20, 2) / 2_000;
    }
    // R = 1, with a standard error of √(2/2000) = 0.03
    assertEquals(1, square, 0.1);
  }
}
