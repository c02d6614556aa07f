package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Geo;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/**
 * Of a walk whose steps have one deviation a direction, distances from the mean path are Rayleigh:
 * the cone of a model that takes f times that deviation holds the share 1 − 0.1^(f²).
 */
final class LeadErrorsTest {
  private static final int ROWS = 80;

  private static Dataset walks() {
    Randomness random = Randomness.of(3).named("walks");
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < 12; s++) {
      double[] times = new double[ROWS];
      Arrays.setAll(times, t -> t);
      double[][] values = new double[ROWS][];
      values[0] = new double[] {10, 179};
      for (int t = 1; t < ROWS; t++) {
        double[] at = values[t - 1];
        values[t] = Geo.moved(at[0], at[1], 20_000 * random.normal(), 20_000 * random.normal());
      }
      series.add(new Series("walk " + s, times, values));
    }
    List<Channel> channels =
        List.of(
            new Channel("lat", "", Channel.Kind.LATITUDE, Channel.Role.OBSERVED),
            new Channel("lon", "", Channel.Kind.LONGITUDE, Channel.Role.OBSERVED));
    TimeAxis time = new TimeAxis("t", "", false, true);
    return Dataset.of(new SeriesSet("walks", channels, time, series, Split.of(6, 6)), 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void theConeHoldsTheShareThatItsWidthSays(double factor) {
    Dataset data = walks();
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 2);
    settings = Settings.with(settings, "noise", "fixed");
    settings = Settings.with(settings, "fixedNoise", factor);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 1);
    for (Parameters.Entry entry : model.parameters().entries()) {
      if (!entry.name().startsWith("emission.mean")) continue;
      Initial.fill(model.parameters(), entry, 0);
    }
    List<LeadError> leads =
        new LeadErrors(model, data, 0.9, 10, 200).measure(Part.TEST, Randomness.of(1));
    for (LeadError lead : leads) {
      // 450 rows, which overlap: as many as 450 / steps are independent.
      double error = 2.5 * 0.5 / Math.sqrt(450.0 / lead.steps());
      double share = 1 - Math.pow(0.1, factor * factor);
      assertEquals(share, lead.coverage(), error, lead.steps() + " steps");
    }
  }
}
