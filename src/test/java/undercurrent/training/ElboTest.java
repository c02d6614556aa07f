package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Dataset;
import undercurrent.series.Samples;
import undercurrent.settings.Settings;

final class ElboTest {
  private static final int REPEATS = 60;
  private final Dataset nile = Dataset.of(Samples.find("nile").orElseThrow().open(), 0);
  private final DeepMarkovModel model =
      DeepMarkovModel.of(Settings.with(DeepSettings.defaults(), "hiddenUnits", 4), nile, 1);

  private static double deviation(IntToDoubleFunction draw) {
    double[] values = IntStream.range(0, REPEATS).mapToDouble(draw).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (REPEATS - 1));
  }

  @Test
  void theStandardErrorIsHowMuchTheBoundVariesFromNoiseToNoise() {
    double spread = deviation(k -> Elbo.of(model, nile.validation(), Randomness.of(k)).value());
    double told =
        IntStream.range(0, REPEATS)
            .mapToDouble(k -> Elbo.of(model, nile.validation(), Randomness.of(k)).standardError())
            .average()
            .orElseThrow();
    // A deviation of 60 values is known to a tenth.
    assertEquals(1, told / spread, 0.3);
  }

  @Test
  void moreSamplesMakeValidationQuieterByTheRootOfTheirNumber() {
    Elbo.Meter once = new Elbo.Meter(model, nile.validation(), 1);
    Elbo.Meter often = new Elbo.Meter(model, nile.validation(), 16);
    double loud = deviation(k -> once.measure(Randomness.of(k)).perStep());
    double quiet = deviation(k -> often.measure(Randomness.of(k)).perStep());
    assertEquals(4, loud / quiet, 1.5);
    assertEquals(
        16 * once.measure(Randomness.of(0)).steps(), often.measure(Randomness.of(0)).steps());
  }

  @Test
  void aLookCostsAboutOnePassOverTheTrainingPart() {
    assertEquals(4, Best.samples(70, 15));
    assertEquals(1, Best.samples(15, 70));
    assertEquals(16, Best.samples(10_000, 15));
  }

  /** Two looks at the same weights see the same noise, so that they differ by nothing. */
  @Test
  void theNoiseOfALookIsFixed() {
    Best best =
        new Best(model, nile.training(), nile.validation(), Randomness.of(1).named("validation"));
    double first = best.look(1);
    assertEquals(first, best.look(2));
    assertEquals(1, best.epoch());
    assertTrue(Double.isFinite(first));
  }
}
