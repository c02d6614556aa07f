package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import undercurrent.figure.Figures;
import undercurrent.figure.Mark;
import undercurrent.figure.MovingFigure;
import undercurrent.inference.DensityMaps;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.math.Randomness;
import undercurrent.model.density.DensityGrid;
import undercurrent.model.density.DensityModel;
import undercurrent.model.density.DensitySettings;
import undercurrent.model.density.HourOfWeek;
import undercurrent.series.Channel;
import undercurrent.series.CityPickups;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

final class DensityKindTest {
  /** N(0, I) of two standardised channels, in nats a point. */
  private static final double STANDARD = 1 + Math.log(2 * Math.PI);

  private static TrainingSettings epochs(int epochs) {
    TrainingSettings settings = Settings.with(TrainingSettings.defaults(), "epochs", epochs);
    return Settings.with(settings, "learningRate", 0.01);
  }

  private static Fitting trained(Fitting fitting) {
    Training training = fitting.training(Workers.ALONE);
    while (training.status() == Training.Status.READY) training.step();
    fitting.finish(training.checkpoint());
    return fitting;
  }

  @Test
  void beforeTrainingItIsTheStandardNormal() {
    Dataset data = Dataset.of(new CityPickups(400, 2).generate(1), 0);
    DensityModel model = DensityModel.of(DensitySettings.defaults(), data, 1);
    // On the training part the mean square of a standardised channel is one.
    double found = new DensityFitting(model, data, epochs(1)).criterion(Part.TRAINING);
    assertEquals(-STANDARD, found, 1e-4);
    assertEquals(2.838, STANDARD, 5e-4);
  }

  @Test
  void aMapOfTheDensitySumsToOne() {
    Dataset data = Dataset.of(new CityPickups(400, 2).generate(1), 0);
    DensityModel model = DensityModel.of(DensitySettings.defaults(), data, 1);
    Randomness random = Randomness.of(2);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.03 * random.normal());
    DensityGrid grid = DensityGrid.of(model, 30, 60, 1, 0);
    double cell = 2 * 2.4 / 60;
    double sum = 0;
    for (double[] row : grid.density()) for (double one : row) sum += one * cell * cell;
    assertTrue(sum > 0.9 && sum < 1.01, "sum " + sum);
  }

  @Test
  void itLearnsTheCityAndTheHour() {
    SeriesSet set = new CityPickups(1500, 3).generate(5);
    Dataset data = Dataset.of(set, 0);
    DensitySettings settings =
        Settings.with(Settings.with(DensitySettings.defaults(), "flowLayers", 4), "flowDepth", 1);
    DensityModel model = DensityModel.of(settings, data, 1);
    Fitting fitting = trained(new DensityFitting(model, data, epochs(120)));
    assertTrue(fitting.criterion(Part.TEST) > -2.4, "" + fitting.criterion(Part.TEST));
    Estimator estimator = fitting.estimator();
    Estimate forecast = estimator.forecast(0, set.series().getFirst().length(), 3);
    assertEquals(3, forecast.length());
    // Homes in the north west in the morning, the shore in the south east at night.
    int place = set.observedChannels()[0] == set.latitude().orElseThrow() ? 1 : 0;
    Estimate all = estimator.smoothed(0);
    double morning = longitude(set, all, place, 8);
    double night = longitude(set, all, place, 5 * 24 + 23);
    assertTrue(night > morning + 0.02, morning + " " + night);
    throughTheWeek(set, estimator);
  }

  /** The map of an hour is the one of the four, all have one scale, and times are no moments. */
  private static void throughTheWeek(SeriesSet set, Estimator estimator) {
    DensityMaps week = estimator.densityWeek().orElseThrow();
    DensityMaps four = estimator.density().orElseThrow();
    assertEquals(HourOfWeek.COUNT, week.maps().size());
    for (DensityGrid map : four.maps()) {
      assertArrayEquals(map.density(), week.maps().get(map.hour()).density());
    }
    MovingFigure played = Figures.densityWeek(set, week);
    double largest = ((Mark.Cells) played.at(0).marks().getFirst()).largest();
    for (int hour : new int[] {8, 100, 167}) {
      assertEquals(HourOfWeek.name(hour, Locale.ENGLISH), played.words(hour));
      assertEquals(largest, ((Mark.Cells) played.at(hour).marks().getFirst()).largest());
    }
    assertTrue(Double.isNaN(played.time(3)));
  }

  private static double longitude(SeriesSet set, Estimate estimate, int place, int hour) {
    double[] times = set.series().getFirst().times();
    for (int t = 0; t < times.length; t++) {
      if (HourOfWeek.of(times[t]) == hour) return estimate.observation().mean().at(t, place);
    }
    throw new AssertionError("no row at " + HourOfWeek.name(hour, Locale.ENGLISH));
  }

  @Test
  void hoursOfTheWeekBeginOnMonday() {
    // 2024-01-01 was a Monday.
    assertEquals(0, HourOfWeek.of(19723));
    assertEquals(17, HourOfWeek.of(19723 + 17 / 24.0));
    assertEquals(5 * 24, HourOfWeek.of(19728));
    assertEquals("Sat 00:00", HourOfWeek.name(5 * 24, Locale.ENGLISH));
    assertEquals(3 * 24, HourOfWeek.of(0));
    assertEquals(2 * 24 + 23, HourOfWeek.of(-1 / 24.0));
  }

  /** With rows that are partly missing and without dates. */
  @Test
  void rowsThatAreNotWholeAreLeftOut() {
    double[] times = new double[50];
    double[][] values = new double[50][];
    Randomness random = Randomness.of(9);
    for (int t = 0; t < 50; t++) {
      times[t] = t;
      values[t] = new double[] {random.normal(), t % 5 == 0 ? Double.NaN : 7 + random.normal()};
    }
    SeriesSet set =
        new SeriesSet(
            "pairs",
            List.of(
                new Channel("a", "", Channel.Kind.REAL, Channel.Role.OBSERVED),
                new Channel("b", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("1", times, values)),
            Split.NONE);
    Dataset data = Dataset.of(set, 0);
    DensityModel model = DensityModel.of(DensitySettings.defaults(), data, 1);
    DensityFitting fitting = new DensityFitting(model, data, epochs(1));
    // Forty of fifty rows count.
    assertEquals(-STANDARD * 40 / 50, fitting.criterion(Part.TRAINING), 1e-4);
    assertTrue(Double.isNaN(fitting.estimator().smoothed(0).crps().at(0, 1)));
  }

  @Test
  void oneChannelIsRefused() {
    Dataset data = Dataset.of(SineFamily.USUAL.generate(1), 0);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> DensityModel.of(DensitySettings.defaults(), data, 1));
    assertTrue(String.valueOf(e.getMessage()).contains("need two"), e.toString());
  }
}
