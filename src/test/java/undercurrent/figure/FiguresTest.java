package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Band;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.series.Truth;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

class FiguresTest {
  private static final SeriesSet SINE = SineFamily.USUAL.generate(1);

  @Test
  void legendsSayWhatEachEstimateHasSeen() {
    List<String> legends =
        legends(
            Figures.observed(
                SINE,
                0,
                1,
                List.of(
                    estimate(Conditioning.FILTERED, 0, 50),
                    estimate(Conditioning.SMOOTHED, 0, 50),
                    estimate(Conditioning.PREDICTED, 0, 50),
                    estimate(Conditioning.FORECAST, 50, 50))));
    assertTrue(
        legends.containsAll(
            List.of(
                "filtered mean",
                "90 % band of the observation, given x up to t",
                "smoothed mean",
                "90 % band of the observation, given all x",
                "predicted mean",
                "90 % band of the observation, given x before t",
                "forecast mean",
                "90 % band of the observation, given x up to 49",
                "sample paths of the forecast",
                "observed",
                "observed, not seen by the forecast",
                "truth: clean")),
        legends.toString());
  }

  @Test
  void latentBandIsNotCalledABandOfTheObservation() {
    List<String> legends =
        legends(Figures.latent(SINE, 0, List.of(estimate(Conditioning.FILTERED, 0, 50))));
    assertEquals(
        List.of(
            "90 % band of the latent state, given x up to t",
            "z₁ filtered mean", "z₂ filtered mean"),
        legends);
  }

  @Test
  void particlesAreMarkedWhereTheNextRowWasResampled() {
    Degeneracy made = FigureExamples.degeneracy(SINE);
    Figure figure = Figures.particles(SINE, made);
    Mark.Points marked = (Mark.Points) named(figure, "resampled after this");
    int count = 0;
    for (int t = 1; t < made.times().length; t++) {
      if (!made.resampled()[t]) continue;
      assertEquals(made.times()[t - 1], marked.x()[count]);
      assertEquals(made.effective()[t - 1], marked.y()[count]);
      assertTrue(marked.y()[count] < 100);
      count++;
    }
    assertEquals(count, marked.x().length);
    Mark.Line ancestors = (Mark.Line) named(figure, "ancestors of the last particles");
    assertEquals(200, ancestors.y()[99]);
    String counted = "resampled " + count + " times in 100 time steps";
    assertTrue(figure.summary().contains(counted), figure.summary());
  }

  @Test
  void titlesArePlainWords() {
    SeriesSet sample = Samples.find("nile").orElseThrow().open();
    assertEquals("Nile", Figures.series(sample, 0).title());
    SeriesSet other =
        new SeriesSet(
            "3_my_own_data", sample.channels(), sample.time(), sample.series(), sample.split());
    assertEquals("My own data", Figures.series(other, 0).title());
  }

  @Test
  void whatTheForecastHasNotSeenIsDrawnApart() {
    Figure figure = Figures.observed(SINE, 0, 1, List.of(estimate(Conditioning.FORECAST, 50, 50)));
    Mark.Points seen = (Mark.Points) named(figure, "observed");
    Mark.Points unseen = (Mark.Points) named(figure, "observed, not seen by the forecast");
    for (int t = 0; t < 100; t++) {
      assertEquals(t < 50, Double.isFinite(seen.y()[t]));
      assertEquals(t >= 50, Double.isFinite(unseen.y()[t]));
    }
    Mark.Rule rule =
        (Mark.Rule) figure.marks().stream().filter(Mark.Rule.class::isInstance).findFirst().get();
    assertEquals(49.5, rule.at());
  }

  @Test
  void estimatesOfOtherSeriesAreLeftOut() {
    Figure figure = Figures.observed(SINE, 1, 1, List.of(estimate(Conditioning.FILTERED, 0, 50)));
    assertFalse(legends(figure).contains("filtered mean"));
  }

  @Test
  void summaryCountsWhatLiesInTheBand() {
    Estimate estimate = estimate(Conditioning.FILTERED, 0, 50);
    int inside = 0;
    for (int t = 0; t < 50; t++) {
      double x = SINE.series().getFirst().values()[t][1];
      boolean above = x >= estimate.observation().lower().at(t, 0);
      if (above && x <= estimate.observation().upper().at(t, 0)) inside++;
    }
    String summary = Figures.observed(SINE, 0, 1, List.of(estimate)).summary();
    String expected = 2 * inside + " % of 50 observations lie in the 90 % band";
    assertTrue(summary.contains(expected), summary);
  }

  @Test
  void truthBelongsToTheChannelOfItsName() {
    SeriesSet lorenz = Lorenz63.USUAL.generate(1);
    assertEquals(OptionalInt.of(2), Truth.behind(lorenz, 5));
    assertEquals(OptionalInt.of(0), Truth.behind(SINE, 1));
    assertEquals(OptionalInt.empty(), Truth.behind(NoisyPendulum.USUAL.generate(1), 2));
  }

  @Test
  void terribleFirstEpochsDoNotPressTheCurveFlat() {
    Curve curve = FigureExamples.curve(200);
    Figure figure = Figures.elbo(curve);
    assertTrue(curve.getFirst().elbo() < -100);
    assertTrue(figure.y().min() > -5, "starts at " + figure.y().min());
    assertTrue(figure.y().max() >= curve.stream().mapToDouble(p -> p.elbo()).max().orElseThrow());
  }

  @Test
  void bestEpochIsTheOneWithTheHighestValidationElbo() {
    Curve curve = FigureExamples.curve(200);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < curve.size(); i++) {
      if (curve.get(i).validationElbo() > highest) {
        highest = curve.get(i).validationElbo();
        best = curve.get(i).epoch();
      }
    }
    Mark.Points mark =
        (Mark.Points)
            Figures.elbo(curve).marks().stream()
                .filter(Mark.Points.class::isInstance)
                .findFirst()
                .get();
    assertArrayEquals(new double[] {best}, mark.x());
    assertArrayEquals(new double[] {highest}, mark.y());
  }

  /** As at the first rows of an exact kind with a diffuse start. */
  @Test
  void aStateThatIsNotKnownAtTheStartFlattensNothing() {
    SeriesSet sine = SineFamily.USUAL.generate(1);
    Estimate e = FigureExamples.estimate(sine, 0, Conditioning.SMOOTHED, 0, 100, 3);
    Extent before = Extent.of(Figures.latent(sine, 0, List.of(e)), 400, 200);
    Extent plane = Extent.of(Figures.phase(sine, e), 400, 200);
    e = withUnknownStart(e);
    Extent after = Extent.of(Figures.latent(sine, 0, List.of(e)), 400, 200);
    assertTrue(after.y().span() < 2 * before.y().span(), after.y().toString());
    assertTrue(after.y().span() > 0.5 * before.y().span(), after.y().toString());
    assertTrue(Extent.of(Figures.phase(sine, e), 400, 200).x().span() < 2 * plane.x().span());
  }

  private static Estimate withUnknownStart(Estimate e) {
    Band band = e.latent();
    return new Estimate(
        e.series(),
        e.conditioning(),
        e.method(),
        e.level(),
        e.from(),
        e.times(),
        e.observation(),
        new Band(first(band.mean(), -4e5), first(band.lower(), -1e6), first(band.upper(), 1e6)),
        e.paths(),
        e.crps(),
        e.dimensions(),
        e.regimes(),
        e.notes());
  }

  private static double[][] first(NumberRows rows, double value) {
    double[][] changed = rows.all();
    Arrays.fill(changed[0], value);
    return changed;
  }

  @Test
  void aDivergedEndDoesNotPressTheCurveFlatAndIsSaid() {
    Curve good = FigureExamples.curve(200);
    Figure before = Figures.elbo(good);
    CurvePoint last = good.getLast();
    double fallen = last.elbo() - 1e4;
    Curve diverged =
        good.and(
            new CurvePoint(
                last.epoch() + 1,
                last.step() + 1,
                last.objective(),
                fallen,
                last.reconstruction(),
                last.kl(),
                last.klWeight(),
                last.validationElbo(),
                last.gradientNorm(),
                last.learningRate(),
                last.klPerDimension()));
    Figure after = Figures.elbo(diverged);
    assertEquals(before.y().min(), after.y().min(), 0.1 * (before.y().max() - before.y().min()));
    Mark.Rule rule =
        after.marks().stream()
            .filter(Mark.Rule.class::isInstance)
            .map(Mark.Rule.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(last.epoch() + 1, rule.at());
    assertTrue(rule.label().startsWith("ends at −"), rule.label());
    assertTrue(before.marks().stream().noneMatch(Mark.Rule.class::isInstance));
  }

  @Test
  void validationCurveGoesOnBetweenItsLooks() {
    Mark.Line line =
        (Mark.Line) named(Figures.elbo(FigureExamples.curve(20)), "ELBO of the validation data");
    assertArrayEquals(new double[] {5, 10, 15, 20}, line.x());
  }

  @Test
  void dimensionsThatMoveMostAreShown() {
    Estimate many = FigureExamples.estimate(SINE, 0, Conditioning.SMOOTHED, 0, 100, 12);
    List<String> legends = legends(Figures.latent(SINE, 0, List.of(many)));
    assertEquals(7, legends.size());
    assertTrue(legends.contains("smoothed means: z₃"), legends.toString());
    assertTrue(legends.contains("z₁₀"), legends.toString());
    assertFalse(legends.contains("z₁"), legends.toString());
  }

  @Test
  void channelsAreCalledInWordsUnlessTwoWouldBeCalledTheSame() {
    assertEquals(List.of("x", "y", "z"), Figures.channelNames(new Lorenz63(20).generate(1)));
    assertEquals(
        List.of("latitude", "longitude", "wind", "pressure"),
        Figures.channelNames(Samples.find("storms").orElseThrow().open()));
    SeriesSet twice =
        new SeriesSet(
            "twice",
            List.of(observed("wind_speed"), observed("wind_speed_obs")),
            SINE.time(),
            List.of(new Series("a", new double[] {0}, new double[][] {{1, 2}})),
            Split.BY_TIME);
    assertEquals(List.of("wind_speed", "wind_speed_obs"), Figures.channelNames(twice));
  }

  private static Channel observed(String name) {
    return new Channel(name, "", Channel.Kind.REAL, Channel.Role.OBSERVED);
  }

  @Test
  void theEndsOfAPathHaveRoom() {
    Estimate estimate = FigureExamples.estimate(SINE, 0, Conditioning.SMOOTHED, 0, 100, 2);
    Figure figure = Figures.phase(SINE, estimate);
    Mark.Path path =
        (Mark.Path) figure.marks().stream().filter(Mark.Path.class::isInstance).findFirst().get();
    Range needed = Range.of(path.x());
    Range shown = Extent.of(figure, 300, 200).x();
    assertTrue(shown.max() - needed.max() > 0.04 * needed.span());
  }

  @Test
  void channelsOfDifferentSizesAreScaled() {
    assertEquals(
        "standard deviations from the mean", Figures.series(ExampleSets.macro(), 0).y().label());
    assertEquals("passengers", Figures.series(ExampleSets.passengers(), 0).y().label());
  }

  /** The figure has to say what is missing, in words that fit, and to be drawn all the same. */
  @Test
  void whatIsMissingIsSaid() {
    Estimate none = FigureExamples.estimate(SINE, 0, Conditioning.FILTERED, 0, 0, 2);
    assertMissing("No epoch has been trained yet.", Figures.elbo(Curve.empty(Criterion.ELBO)));
    assertMissing("No epoch has been trained yet.", Figures.terms(Curve.empty(Criterion.ELBO)));
    assertMissing("No epoch has been trained yet.", Figures.kl(Curve.empty(Criterion.ELBO)));
    assertMissing("No latent state has been estimated yet.", Figures.phase(SINE, none));
    assertMissing("No latent state has been estimated yet.", Figures.latent(SINE, 0, List.of()));
    assertMissing(
        "No latent state has been estimated yet.", Figures.latent(SINE, 0, List.of(none)));
    SeriesSet unseen = constant(5, Double.NaN);
    assertMissing("Nothing was observed of x.", Figures.observed(unseen, 0, 0, List.of()));
    assertMissing("Nothing was observed in this series.", Figures.series(unseen, 0));
    SeriesSet empty = constant(0, 1);
    assertMissing("Nothing was observed of x.", Figures.observed(empty, 0, 0, List.of()));
    assertMissing("Nothing was observed in this series.", Figures.series(empty, 0));
  }

  @Test
  void onePointAndConstantsAreDrawn() {
    for (double value : new double[] {0, 3, -1e300, 1e-300, 1e12}) {
      for (int length : new int[] {1, 2, 30}) {
        SeriesSet set = constant(length, value);
        drawn(Figures.series(set, 0));
        drawn(Figures.observed(set, 0, 0, List.of()));
      }
    }
    drawn(Figures.elbo(FigureExamples.curve(1)));
    drawn(Figures.terms(FigureExamples.curve(1)));
    drawn(Figures.kl(FigureExamples.curve(1)));
    drawn(Figures.phase(SINE, estimate(Conditioning.FILTERED, 0, 1)));
    drawn(Figures.latent(SINE, 0, List.of(estimate(Conditioning.FILTERED, 0, 1))));
  }

  private static void drawn(Figure figure) {
    LayoutTest.check(figure.title(), figure, 640, 400);
    assertFalse(Layout.of(figure, 640, 400, Palette.DARK).isEmpty(), figure.title());
    SvgWriterTest.parsed(SvgWriter.svg(figure, 640, 400, false));
    assertTrue(FigureWords.words(figure).startsWith(figure.title()));
  }

  private static void assertMissing(String expected, Figure figure) {
    assertEquals(expected, figure.summary());
    LayoutTest.check(figure.id(), figure, 640, 400);
    List<String> texts =
        Layout.of(figure, 640, 400, Palette.LIGHT).allTexts().stream().map(Text::text).toList();
    assertTrue(texts.contains(expected), texts.toString());
    SvgWriterTest.parsed(SvgWriter.svg(figure, 640, 400, false));
    assertTrue(FigureWords.words(figure).contains(expected));
    assertFalse(FigureCsv.csv(figure).isEmpty());
  }

  private static SeriesSet constant(int length, double value) {
    double[] times = new double[length];
    double[][] values = new double[length][];
    for (int t = 0; t < length; t++) {
      times[t] = t;
      values[t] = new double[] {value};
    }
    Channel channel = ExampleSets.real("x", "");
    return new SeriesSet(
        "constant " + value,
        List.of(channel),
        new TimeAxis("time step", "", false, true),
        List.of(new Series("1", times, values)),
        Split.BY_TIME);
  }

  private static Estimate estimate(Conditioning conditioning, int from, int rows) {
    return FigureExamples.estimate(SINE, 0, conditioning, from, rows, 2);
  }

  private static Mark named(Figure figure, String legend) {
    return figure.marks().stream()
        .filter(mark -> mark.legend().equals(legend))
        .findFirst()
        .orElseThrow(() -> new AssertionError(legend + " is not in " + legends(figure)));
  }

  private static List<String> legends(Figure figure) {
    return figure.marks().stream().map(Mark::legend).filter(l -> !l.isEmpty()).toList();
  }
}
