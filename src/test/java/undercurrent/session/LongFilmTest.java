package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.ExactComparison;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.SeriesPart;
import undercurrent.inference.WideSeries;
import undercurrent.kind.Fitting;
import undercurrent.kind.ResultKey;
import undercurrent.math.Randomness;
import undercurrent.series.BouncingBall;
import undercurrent.series.Channel;
import undercurrent.series.ClipCounts;
import undercurrent.series.Dataset;
import undercurrent.series.FloatRows;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.Stretch;
import undercurrent.series.TimeAxis;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;

/** Estimates of a film that is too large to be estimated whole while a person waits. */
final class LongFilmTest {
  private static final Stretch ROWS = new Stretch(20, 44);

  /** A ball in one long film, whose frames come again so that they take little memory. */
  private static SeriesSet film(int side, int frames) {
    SeriesSet ball = new BouncingBall("film", side, 2, 0, 50, new ClipCounts(1, 0, 0)).generate(4);
    Series shown = ball.series().getFirst();
    float[][] rows = new float[frames][];
    double[] times = new double[frames];
    for (int t = 0; t < frames; t++) {
      times[t] = t;
      if (t < shown.length()) {
        rows[t] = new float[ball.channels().size()];
        for (int d = 0; d < rows[t].length; d++) rows[t][d] = (float) shown.value(t, d);
      } else {
        rows[t] = rows[t - shown.length()];
      }
    }
    Series series = new Series("film", times, new FloatRows(rows));
    return ball.withSeries(List.of(series), Split.BY_TIME);
  }

  private static Experiment experiment(SeriesSet set, String kind) {
    return Recipe.of(set).with("kind", kind).with("epochs", 2).experiment(set);
  }

  private static Viewpoint part(SeriesSet set, int seen, int horizon) {
    String note = WideSeries.watchedNote(set, ROWS, set.series().getFirst().length());
    return new Viewpoint(0, seen, horizon, Optional.of(new SeriesPart(0, ROWS, note)));
  }

  private static void assertSame(Estimate expected, Estimate found) {
    assertEquals(expected.from() + ROWS.from(), found.from());
    assertArrayEquals(expected.times(), found.times());
    assertArrayEquals(expected.observation().mean().all(), found.observation().mean().all());
    assertArrayEquals(expected.observation().upper().all(), found.observation().upper().all());
    assertArrayEquals(expected.latent().mean().all(), found.latent().mean().all());
    assertArrayEquals(expected.latent().lower().all(), found.latent().lower().all());
    assertArrayEquals(expected.crps().all(), found.crps().all());
    assertArrayEquals(expected.pit().all(), found.pit().all());
    assertEquals(
        "Estimates are of frames 21 to 44 of 60; the model sees no others.",
        found.notes().getFirst());
  }

  /** Pixels stay as they are, so that a film that was cut has the same numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"deep", "kvae", "conv", "vrnn"})
  void anEstimateOfAPartIsThatOfTheFilmThatWasCut(String kind) {
    SeriesSet whole = film(16, 60);
    Experiment experiment = experiment(whole, kind);
    Checkpoint weights = Run.of(experiment).trainer().checkpoint();
    SeriesSet cut =
        whole.withSeries(
            List.of(whole.series().getFirst().range(ROWS.from(), ROWS.end())), Split.NONE);
    Fitting ofCut = Run.model(experiment(cut, kind));
    ofCut.use(weights);
    Estimator expected = ofCut.estimator().paths(64);
    Beliefs found =
        Observer.estimate(
            new WatchedModel(experiment), new Moment(0, 0, weights), part(whole, 38, 6));
    Estimator.Online online = expected.online(0);
    assertSame(online.filtered().rows(0, 18), found.filtered());
    assertSame(online.predicted(), found.results().need(ResultKey.PREDICTED));
    assertSame(expected.smoothed(0), found.smoothed());
    assertSame(expected.forecast(0, 18, 6), found.forecast().orElseThrow());
  }

  /** What is learned from stays the whole training part, in the same units. */
  @Test
  void aPartChangesNothingThatIsLearnedFrom() {
    SeriesSet set = new SineFamily(6, 40, 0.1).generate(1);
    Dataset whole = Dataset.of(set, 0);
    Dataset part = whole.looking(2, new Stretch(10, 25));
    assertEquals(whole.medianGap(), part.medianGap());
    assertEquals(whole.training().size(), part.training().size());
    assertEquals(
        set.trainingRows().mapToDouble(row -> row[0]).sum(),
        part.source().trainingRows().mapToDouble(row -> row[0]).sum(),
        1e-9);
    assertArrayEquals(
        Arrays.copyOfRange(whole.whole().get(2).values(), 10, 25), part.whole().get(2).values());
    assertArrayEquals(whole.whole().get(2).values(), part.whole().get(6).values());
    for (int i = 0; i < whole.training().size(); i++) {
      int series = whole.training().get(i).series();
      assertEquals(series == 2 ? 6 : series, part.training().get(i).series());
      assertArrayEquals(whole.training().get(i).values(), part.training().get(i).values());
    }
  }

  /** Channels that wander, each with noise. */
  private static SeriesSet walks(int channels, int rows) {
    Randomness random = Randomness.of(3).named("walks");
    double[][] values = new double[rows][channels];
    for (int d = 0; d < channels; d++) {
      double level = 0;
      for (int t = 0; t < rows; t++) {
        level += random.normal();
        values[t][d] = level + 0.5 * random.normal();
      }
    }
    return new SeriesSet(
        "walks",
        IntStream.range(0, channels)
            .mapToObj(d -> new Channel("y" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED))
            .toList(),
        new TimeAxis("t", "", false, true),
        List.of(new Series("s", IntStream.range(0, rows).asDoubleStream().toArray(), values)),
        Split.BY_TIME);
  }

  /** A filter soon forgets where it began, so that a part has nearly the estimates of the whole. */
  @Test
  void anExactKindIsFilteredInThePartWithWhatWasLearnedFromAll() {
    Experiment experiment = experiment(walks(70, 60), "level");
    Run run = Run.of(experiment);
    run.trainer().step();
    Moment moment = new Moment(0, 1, run.trainer().model());
    WatchedModel model = new WatchedModel(experiment);
    Beliefs all = Observer.estimate(model, moment, new Viewpoint(0, 44, 6));
    Beliefs some = Observer.estimate(model, moment, part(experiment.data(), 44, 6));
    for (int h = 0; h < 6; h++) {
      assertArrayEquals(
          all.forecast().orElseThrow().observation().mean().row(h),
          some.forecast().orElseThrow().observation().mean().row(h),
          1e-3);
    }
    assertArrayEquals(
        run.estimator().smoothed(0).observation().mean().all(),
        all.smoothed().observation().mean().all());
  }

  @Test
  void ordinarySeriesAreWatchedWholeAndLongFilmsInTheBudget() {
    SeriesSet sines = new SineFamily(2, 400, 0.1).generate(1);
    assertEquals(new Viewpoint(1, 200, 200), Viewpoint.of(sines, 1, 0.5));
    assertEquals(new Viewpoint(1, 400, 100), Viewpoint.of(sines, 1, 1));
    SeriesSet ball = film(16, 3906);
    assertEquals(new Viewpoint(0, 1953, 1953), Viewpoint.of(ball, 0, 0.5));
    SeriesSet film = film(64, 10_000);
    Viewpoint middle = Viewpoint.of(film, 0, 0.5);
    assertEquals(new Stretch(4817, 5061), middle.part().orElseThrow().rows());
    assertEquals(5000, middle.seen());
    assertEquals(61, middle.horizon());
    Viewpoint end = Viewpoint.of(film, 0, 1);
    assertEquals(new Stretch(9756, 10_000), end.part().orElseThrow().rows());
    assertEquals(61, end.horizon());
    Viewpoint start = Viewpoint.of(film, 0, 0);
    assertEquals(new Stretch(0, 244), start.part().orElseThrow().rows());
    assertEquals(1, start.seen());
    assertTrue(ExactComparison.isPossible(experiment(sines, "deep")));
    assertFalse(ExactComparison.isPossible(experiment(film, "deep")));
  }

  /** Without a window the same rows are estimated: those around the first that is forecast. */
  @Test
  void scoresAndTablesAreOfThePartAroundTheForecast() {
    SeriesSet set = film(64, 1000);
    Trained trained = Run.of(experiment(set, "deep")).finishAlone();
    Answers answers = trained.answers().getFirst();
    assertEquals(850, answers.rows().from());
    assertEquals(911, answers.rows().to());
    Estimate smoothed = answers.smoothed();
    assertEquals(911 - 244, smoothed.from());
    assertEquals(244, smoothed.length());
    assertEquals(667, smoothed.times()[0]);
    assertTrue(
        smoothed
            .notes()
            .contains("Estimates are of frames 668 to 911 of 1,000; the model sees no others."));
    assertEquals(List.of(), trained.notes());
    Series film = set.series().getFirst();
    SeriesSet clips = set.withSeries(List.of(film, film, film, film, film, film, film), Split.NONE);
    assertEquals(6, WideSeries.answered(clips, List.of(0, 1, 2, 3, 4, 5, 6)));
    assertEquals(1, WideSeries.answeredNotes(6, 7).size());
  }

  private static Beliefs await(Session session, boolean fine) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < deadline) {
      Optional<Beliefs> beliefs =
          session.poll().flatMap(Snapshot::beliefs).filter(b -> b.fine() == fine);
      if (beliefs.isPresent()) return beliefs.get();
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new AssertionError("The estimates did not come.");
  }

  @Test
  void aFilmOfTenThousandFramesIsEstimatedWhereItIsLookedAt() throws Exception {
    SeriesSet set = film(64, 10_000);
    try (Session session = new Session(experiment(set, "deep"))) {
      session.watch(Viewpoint.of(set, 0, 0.5));
      session.play();
      Beliefs first = await(session, false);
      assertEquals(4817, first.smoothed().from());
      assertEquals(244, first.smoothed().length());
      assertEquals(183, first.filtered().length());
      assertEquals(5000, first.forecast().orElseThrow().from());
      session.pause();
      assertEquals(244, await(session, true).smoothed().length());
    }
  }
}
