package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.StructuralModel;
import undercurrent.series.Dataset;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

class ExactEstimatorTest {
  private static final int LEVELS = 500;

  /**
   * The ends of the bands are quantiles; the mean of their losses is the score (Gneiting and Ranjan
   * 2011, equation 14), whatever was done to the values.
   */
  @ParameterizedTest
  @CsvSource({"01_nile, NONE", "02_air_passengers, LOG", "02_air_passengers, AUTOMATIC"})
  void scoreIsWhatTheBandsOfAllLevelsSay(String sample, TransformKind transform) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    ExactForm walk = new ExactForm.Sum((name, rows) -> StructuralModel.of(new LocalLevel()), false);
    ExactPlan plan = new ExactPlan("level", walk, transform);
    ExactModel model = ExactModel.of(plan, Dataset.of(set, 0), 1);
    for (int i = 0; i < 5; i++) model.step();
    ExactEstimator estimator = new ExactEstimator(model, () -> Findings.NONE);
    int row = 40;
    double x = model.observed(0, row, 0);
    double sum = 0;
    for (int l = 0; l < LEVELS; l++) {
      double level = (l + 0.5) / LEVELS;
      Band band = estimator.level(level).predicted(0).observation();
      sum += loss(x - band.lower().at(row, 0), (1 - level) / 2);
      sum += loss(x - band.upper().at(row, 0), (1 + level) / 2);
    }
    double score = estimator.predicted(0).crps().at(row, 0);
    assertEquals(sum / LEVELS, score, 5e-3 * score);
  }

  private static double loss(double above, double p) {
    return above * (above > 0 ? p : p - 1);
  }
}
