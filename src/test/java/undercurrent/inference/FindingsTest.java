package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.model.structural.Constant;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.series.Dataset;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** The matrices that are exported are all that the model is. */
class FindingsTest {
  private static SimpleMatrix matrix(Findings findings, String name) {
    return findings.whole().stream()
        .filter(m -> m.name().equals(name))
        .map(m -> new SimpleMatrix(m.values()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name));
  }

  private static ExactModel fitted(ExactForm form, SeriesSet set) {
    ExactPlan plan = new ExactPlan("test", form, TransformKind.NONE);
    ExactModel model = ExactModel.of(plan, Dataset.of(set, 0), 1);
    for (int i = 0; i < 10; i++) model.step();
    return model;
  }

  /** A Kalman filter of them alone, in a few lines, predicts what the model predicts. */
  private static void requireWhole(ExactForm form) {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    ExactModel model = fitted(form, set);
    Findings found = Findings.of(model);
    Band predicted = new ExactEstimator(model, () -> found).predicted(0).observation();
    double[] x = set.series().getFirst().channel(set.observedChannels()[0]);
    double centre = matrix(found, "centre").get(0);
    double scale = matrix(found, "scale").get(0);
    SimpleMatrix f = matrix(found, "F");
    SimpleMatrix h = matrix(found, "H");
    SimpleMatrix m = matrix(found, "m1");
    SimpleMatrix p = matrix(found, "P1");
    for (int t = 0; t < x.length; t++) {
      double mean = h.mult(m).plus(matrix(found, "d")).get(0);
      assertEquals(predicted.mean().at(t, 0), centre + scale * mean, 1e-5, "row " + t);
      SimpleMatrix s = h.mult(p).mult(h.transpose()).plus(matrix(found, "R"));
      SimpleMatrix gain = p.mult(h.transpose()).mult(s.invert());
      m = m.plus(gain.scale((x[t] - centre) / scale - mean));
      p = p.minus(gain.mult(h).mult(p));
      m = f.mult(m).plus(matrix(found, "b"));
      p = f.mult(p).mult(f.transpose()).plus(matrix(found, "Q"));
    }
  }

  @Test
  void aSystemLearnedByEmIsWhole() {
    requireWhole(new ExactForm.Joint(2, true));
  }

  @Test
  void anAutoregressionAroundAConstantIsWhole() {
    StructuralModel model =
        StructuralModel.of(new Constant(), new Arima(ArimaOrder.of(1, 0, 1))).withoutIrregular();
    requireWhole(new ExactForm.Sum((set, rows) -> model, false));
  }

  @Test
  void aDiffuseStartIsExportedByItsDirections() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    ExactForm trend =
        new ExactForm.Sum((name, rows) -> StructuralModel.of(new LocalLinearTrend()), false);
    Findings found = Findings.of(fitted(trend, set));
    assertArrayEquals(new double[][] {{1, 0}, {0, 1}}, matrix(found, "A").toArray2());
    assertEquals(0, matrix(found, "P1").normF());
    double[] x = set.series().getFirst().channel(set.observedChannels()[0]);
    int end = set.split().trainingEnd(x.length);
    double sum = 0;
    for (int t = 0; t < end; t++) sum += x[t];
    assertEquals(sum / end, matrix(found, "centre").get(0), 1e-3);
  }

  @Test
  void regimesHaveTheirOffsetsStartAndEmission() {
    SeriesSet set = Samples.find("lesson-turns").orElseThrow().open();
    SwitchingFit fit = SwitchingFit.of(2, 3, Dataset.of(set, 0), 1);
    Findings found = Findings.of(fit);
    assertArrayEquals(fit.model().initial(), matrix(found, "π").getDDRM().getData(), 0);
    for (String name : List.of("b of regime 3", "H", "R", "d", "m1", "P1", "centre", "scale")) {
      assertEquals(matrix(found, name).normF(), matrix(found, name).normF(), name);
    }
  }
}
