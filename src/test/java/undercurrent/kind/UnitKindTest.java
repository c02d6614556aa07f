package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Answers;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.Scores;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** The continuous recurrent unit as a kind: what it says of rows, and what it does not say. */
final class UnitKindTest {
  private static ChosenModel<?> chosen(String... settings) {
    ChosenModel<?> model = Catalogue.standard().usual().with("kind", "cru");
    for (int i = 0; i < settings.length; i += 2) {
      model = model.with(settings[i], settings[i + 1]);
    }
    return model;
  }

  private static TrainingSettings training(int epochs) {
    TrainingSettings settings = Settings.with(TrainingSettings.defaults(), "epochs", epochs);
    return Settings.with(settings, "learningRate", 0.02);
  }

  private static SeriesSet irregular() {
    return Samples.find("irregular-sine").orElseThrow().open();
  }

  private static Fitting trained(SeriesSet set, int epochs, String... settings) {
    Fitting fitting = chosen(settings).open(Dataset.of(set, 0), training(epochs));
    Training training = fitting.training(Workers.ALONE);
    while (training.status() == Training.Status.READY) training.step();
    assertEquals(Training.Status.FINISHED, training.status());
    fitting.finish(training.checkpoint());
    return fitting;
  }

  /** In a minute it is far better than the last value, which persists through a gap. */
  @Test
  void itLearnsTheIrregularSine() {
    SeriesSet set = irregular();
    Fitting fitting = trained(set, 100, "latentObservations", "2", "matrices", "3");
    Dataset data = Dataset.of(set, 0);
    Scores scores = fitting.scores(Answers.of(fitting.estimator(), data));
    double predicted = rmse(scores, "predicted");
    double persistence = rmse(scores, "predicted: persistence");
    assertTrue(predicted < 0.6 * persistence, predicted + " beside " + persistence);
    assertTrue(scores.list().stream().noneMatch(s -> s.name().equals("smoothed")), "it filters");
    assertTrue(fitting.criterion(Part.TEST) > 0);
  }

  private static double rmse(Scores scores, String estimate) {
    return scores.list().stream()
        .filter(s -> s.name().equals(estimate))
        .findFirst()
        .orElseThrow()
        .rmse();
  }

  @Test
  void whatItSaysOfAWholeSeriesIsFilteredAndSaysSo() {
    Fitting fitting = trained(irregular(), 2);
    Estimator estimator = fitting.estimator();
    assertFalse(estimator.smooths());
    Estimate filtered = estimator.filtered(0);
    Estimate smoothed = estimator.smoothed(0);
    assertEquals(Conditioning.FILTERED, smoothed.conditioning());
    assertEquals(filtered.observation().mean().at(9, 0), smoothed.observation().mean().at(9, 0));
    assertTrue(smoothed.notes().getFirst().contains("does not smooth"));
    for (FigureCard card : chosen().figures()) {
      assertFalse(card.id().endsWith("smoothed"), card.id());
      assertFalse(card.title().toLowerCase(java.util.Locale.ROOT).contains("smooth"), card.title());
    }
    for (Answers answers : Answers.of(estimator, Dataset.of(irregular(), 0))) {
      assertEquals(3, answers.all().size());
    }
  }

  /** A forecast goes by the times of its rows: a row far away has a wider band. */
  @Test
  void forecastsAndGapsWidenWithTime() {
    SeriesSet set = gappy();
    Fitting fitting = trained(set, 120, "maps", "identity", "matrices", "1");
    Estimator estimator = fitting.estimator();
    Estimate predicted = estimator.predicted(0);
    // Row 40 comes after a gap of 6, those around it after one of 1.
    assertTrue(width(predicted, 40) > 1.2 * width(predicted, 39));
    assertTrue(width(predicted, 40) > 1.2 * width(predicted, 45));
    Estimate forecast = estimator.forecast(0, 50, 40);
    assertEquals(40, forecast.length());
    assertEquals(50, forecast.from());
    assertTrue(width(forecast, 12) > width(forecast, 0));
    assertTrue(Double.isNaN(forecast.crps().at(39, 0)));
    Estimate beforeAll = estimator.forecast(0, 0, 3);
    assertTrue(Double.isFinite(beforeAll.observation().mean().at(2, 0)));
    Estimate filtered = estimator.filtered(0);
    // Row 30 was not observed: what is filtered is what was predicted.
    assertEquals(width(predicted, 30), width(filtered, 30), 1e-9);
    assertTrue(width(filtered, 31) < width(predicted, 31));
  }

  private static double width(Estimate estimate, int row) {
    Band band = estimate.observation();
    return band.upper().at(row, 0) - band.lower().at(row, 0);
  }

  private static SeriesSet gappy() {
    double[] times = new double[60];
    double[][] values = new double[60][1];
    for (int t = 0; t < 60; t++) {
      times[t] = t == 0 ? 0 : times[t - 1] + (t == 40 ? 6 : t % 2 == 0 ? 1 : 0.5);
      values[t][0] = Math.sin(times[t] / 3) + 0.1 * Math.sin(17.0 * t);
    }
    values[30][0] = Double.NaN;
    return new SeriesSet(
        "gappy",
        List.of(new Channel("x", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new TimeAxis("t", "", false, false),
        List.of(new Series("a", times, values)),
        Split.NONE);
  }

  @Test
  void whatItCannotTakeIsRefusedByASentence() {
    assertRefused(Samples.find("storms").orElseThrow().open(), "is a track");
    SeriesSet gappy = gappy();
    Series read = gappy.series().getFirst();
    double[][] values = read.values();
    for (double[] row : values) row[0] = row[0] > 0 ? 1 : 0;
    SeriesSet coded =
        new SeriesSet(
            "coins",
            List.of(new Channel("x", "", Channel.Kind.BINARY, Channel.Role.OBSERVED)),
            gappy.time(),
            List.of(new Series(read.name(), read.times(), values)),
            Split.NONE);
    assertRefused(coded, "only values of 0 and 1");
  }

  private static void assertRefused(SeriesSet set, String words) {
    Dataset data = Dataset.of(set, 0);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> chosen().open(data, training(1)));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.toString());
  }

  /** A step that is too large ends in words, not in numbers that are none. */
  @Test
  void aTrainingThatDivergesIsStoppedAndSaysWhy() {
    Dataset data = Dataset.of(gappy(), 0);
    TrainingSettings wild = Settings.with(training(200), "learningRate", 1.0);
    wild = Settings.with(wild, "gradientClip", 0.0);
    Training training = chosen().open(data, wild).training(Workers.ALONE);
    while (training.status() == Training.Status.READY) training.step();
    assertEquals(Training.Status.DIVERGED, training.status());
    String said = training.diagnosis().orElseThrow();
    assertTrue(said.contains("the last good weights are kept"), said);
  }
}
