package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.TransitionField.FixedPoint;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.math.DeepGolden;
import undercurrent.math.Initial;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

final class TransitionFieldTest {
  private static final SeriesSet SET = new SineFamily(3, 30, 0.1).generate(1);
  private static final Dataset DATA = Dataset.of(SET, 0);

  /** An estimate whose latent means are on a circle, or move to and fro. */
  private static Estimate around(int size, double radius) {
    ChosenModel<?> model = Catalogue.standard().usual().with("latentSize", size);
    Estimate estimate = model.open(DATA, TrainingSettings.defaults()).estimator().smoothed(0);
    NumberRows mean = estimate.latent().mean();
    for (int t = 0; t < mean.length(); t++) {
      mean.set(t, 0, radius * Math.cos(t));
      if (size > 1) mean.set(t, 1, radius * Math.sin(t));
    }
    return estimate;
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.5, true", "1.1, 0.3, false", "0.5, 2, true"})
  void aTurningMapStandsStillAtItsCentre(double size, double angle, boolean stable) {
    double c = size * Math.cos(angle);
    double s = size * Math.sin(angle);
    TransitionField field =
        TransitionField.of(
                TransitionMap.each(
                    z ->
                        new double[] {
                          0.2 + c * (z[0] - 0.2) - s * z[1], s * (z[0] - 0.2) + c * z[1]
                        }),
                around(2, 1.5))
            .orElseThrow();
    assertEquals(1, field.fixedPoints().size());
    FixedPoint point = field.fixedPoints().getFirst();
    assertArrayEquals(new double[] {0.2, 0}, point.at(), 1e-6);
    assertEquals(size, point.growth(), 1e-6);
    assertEquals(stable, point.isStable());
  }

  /** A movement that neither dies out nor grows, such as a pendulum's. */
  @Test
  void aPureTurnIsNeitherStableNorUnstable() {
    double c = Math.cos(0.3);
    double s = Math.sin(0.3);
    FixedPoint point =
        TransitionField.of(
                TransitionMap.each(z -> new double[] {c * z[0] - s * z[1], s * z[0] + c * z[1]}),
                around(2, 1))
            .orElseThrow()
            .fixedPoints()
            .getFirst();
    assertFalse(point.isStable() || point.isUnstable());
  }

  /** z + z(1 − z²)/2 pushes away from 0 and attracts to −1 and 1. */
  @Test
  void aMapOfOneDimensionHasAllItsFixedPoints() {
    TransitionField field =
        TransitionField.of(
                TransitionMap.each(z -> new double[] {z[0] + z[0] * (1 - z[0] * z[0]) / 2}),
                around(1, 1.4))
            .orElseThrow();
    List<FixedPoint> points = new ArrayList<>(field.fixedPoints());
    points.sort(Comparator.comparingDouble(p -> p.at()[0]));
    assertEquals(3, points.size());
    double[] at = points.stream().mapToDouble(p -> p.at()[0]).toArray();
    assertArrayEquals(new double[] {-1, 0, 1}, at, 1e-3);
    assertEquals(1.5, points.get(1).growth(), 1e-2);
    assertFalse(points.get(1).isStable());
    assertTrue(points.get(0).isStable() && points.get(2).isStable());
  }

  @Test
  void aLineOfFixedPointsIsNone() {
    TransitionField field =
        TransitionField.of(TransitionMap.each(z -> new double[] {z[0] + z[1], z[1]}), around(2, 1))
            .orElseThrow();
    assertEquals(List.of(), field.fixedPoints());
    assertEquals(225, field.from().length);
  }

  @Test
  void moreDimensionsHaveNoField() {
    assertEquals(Optional.empty(), TransitionField.of(s -> s, around(3, 1)));
  }

  /** With its weights at zero, the gated transition's mean is (1 − g)·(z + b) + g·h. */
  @Test
  void theFieldAndTheGatesOfADeepModelAreThoseOfItsTransition() {
    DeepMarkovModel model = DeepMarkovModel.of(DeepSettings.defaults(), DATA, 1);
    set(model, "transition.gate2.weight", 0);
    set(model, "transition.gate2.bias", 0.7);
    set(model, "transition.proposed2.weight", 0);
    set(model, "transition.proposed2.bias", -0.4);
    set(model, "transition.mean.bias", 0.1);
    Estimator estimator = new SamplingEstimator(model, DATA, 1).paths(64);
    Estimate smoothed = estimator.smoothed(0);
    double g = 1 / (1 + Math.exp(-0.7));
    TransitionField field = estimator.field(smoothed).orElseThrow();
    for (int i = 0; i < field.from().length; i++) {
      for (int d = 0; d < 2; d++) {
        double expected = (1 - g) * (field.from()[i][d] + 0.1) + g * -0.4;
        assertEquals(expected, field.to()[i][d], 1e-5);
      }
    }
    GateActivation gates = estimator.gates(smoothed).orElseThrow();
    assertEquals(29, gates.gates().length);
    assertEquals(smoothed.times()[1], gates.times()[0]);
    for (double[] row : gates.gates()) for (double gate : row) assertEquals(g, gate, 1e-6);
  }

  private static void set(DeepMarkovModel model, String name, double value) {
    Initial.fill(model.parameters(), DeepGolden.entry(model.parameters(), name), value);
  }

  @Test
  void otherTransitionsHaveNoGates() {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "transition", "mlp");
    Estimator estimator =
        new SamplingEstimator(DeepMarkovModel.of(settings, DATA, 1), DATA, 1).paths(16);
    assertEquals(Optional.empty(), estimator.gates(estimator.smoothed(0)));
  }

  @Test
  void theFieldOfALinearKindIsItsMatrix() {
    ChosenModel<?> linear = Catalogue.standard().usual().with("kind", "linear");
    Estimator estimator = linear.open(DATA, TrainingSettings.defaults()).estimator();
    double[][] f =
        estimator.findings().matrices().stream()
            .flatMap(List::stream)
            .filter(m -> m.name().equals("F"))
            .findFirst()
            .orElseThrow()
            .values();
    TransitionField field = estimator.field(estimator.smoothed(0)).orElseThrow();
    for (int i = 0; i < field.from().length; i += 7) {
      double[] z = field.from()[i];
      assertEquals(f[0][0] * z[0] + f[0][1] * z[1], field.to()[i][0], 1e-12);
      assertEquals(f[1][0] * z[0] + f[1][1] * z[1], field.to()[i][1], 1e-12);
    }
  }

  @Test
  void eigenvaluesOfARotation() {
    double[][] rotation = {
      {0.8 * Math.cos(0.5), -0.8 * Math.sin(0.5)}, {0.8 * Math.sin(0.5), 0.8 * Math.cos(0.5)}
    };
    Eigenvalues eigen = Eigenvalues.of("F", rotation);
    for (int i = 0; i < 2; i++) {
      assertEquals(0.8, eigen.size(i), 1e-12);
      assertEquals(2 * Math.PI / 0.5, eigen.period(i), 1e-9);
    }
    assertTrue(Double.isInfinite(Eigenvalues.of("F", new double[][] {{0.5}}).period(0)));
    LearnedMatrix first =
        new LearnedMatrix("F of regime 1", List.of("a"), List.of("a"), new double[][] {{2}});
    LearnedMatrix other = new LearnedMatrix("Q", List.of("a"), List.of("a"), new double[][] {{3}});
    List<Eigenvalues> found =
        Eigenvalues.of(new Findings(List.of(List.of(first, other)), Optional.empty()));
    assertEquals(1, found.size());
    assertEquals(2, found.getFirst().real()[0]);
  }
}
