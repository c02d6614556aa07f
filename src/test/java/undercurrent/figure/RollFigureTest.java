package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

final class RollFigureTest {
  private static final SeriesSet SET = RollExamples.thirds();
  private static final List<Estimate> ESTIMATES = RollExamples.estimates(SET);

  private static List<Mark.Roll> rolls(Figure figure) {
    return figure.marks().stream()
        .filter(Mark.Roll.class::isInstance)
        .map(Mark.Roll.class::cast)
        .toList();
  }

  @Test
  void aRollHasManyBinaryChannels() {
    assertTrue(Roll.isIn(SET) && Roll.isMusic(SET));
    assertFalse(Roll.isIn(SineFamily.USUAL.generate(1)));
    assertEquals("C3", SET.channels().get(Roll.shown(SET)).name());
  }

  @Test
  void barsAreWhatWasSeenAndFramesWhatTheForecastDidNotSee() {
    List<Mark.Roll> rolls = rolls(Figures.roll(SET, 0, "roll", ESTIMATES));
    assertEquals(
        List.of(
            "filtered probability (0 to 1), given x up to t",
            "forecast probability (0 to 1), given x up to 4.5",
            "observed",
            ForecastMarks.unseen()),
        rolls.stream().map(Mark::legend).toList());
    Mark.Roll observed = rolls.get(2);
    assertEquals(10, observed.starts().length);
    assertEquals(5, observed.end());
    assertEquals(1, observed.shares()[0][60 - 21]);
    assertEquals(21, observed.first());
    assertEquals(0.9, rolls.getFirst().shares()[0][60 - 21], 1e-12);
    assertEquals(8, rolls.get(3).end());
  }

  @Test
  void theKeysThatSoundAreShownWithTheNamesOfTheirOctaves() {
    Figure figure = Figures.roll(SET, 0, "roll", ESTIMATES);
    assertEquals(48 - 2 - 0.5, figure.y().min());
    assertEquals(76 + 2 + 0.5, figure.y().max());
    assertEquals(
        "C3 C4 C5",
        Ticks.of(Axis.Kind.PITCH, figure.y().min(), figure.y().max(), 8).stream()
            .map(Tick::label)
            .collect(Collectors.joining(" ")));
    assertEquals(
        "C4 C#4 D4 D#4 E4",
        Ticks.of(Axis.Kind.PITCH, 59.5, 64.5, 8).stream()
            .map(Tick::label)
            .collect(Collectors.joining(" ")));
  }

  /** 16 eighths are 8 quarters: in 3/4 bars begin at 3 and 6. */
  @Test
  void barLinesStandAtTheBars() {
    Mark.Line bars =
        Figures.roll(SET, 0, "roll", List.of()).marks().stream()
            .filter(m -> m.legend().equals("bar lines"))
            .map(Mark.Line.class::cast)
            .findFirst()
            .orElseThrow();
    double[] at = Arrays.stream(bars.x()).filter(Double::isFinite).distinct().toArray();
    assertEquals("[3.0, 6.0]", Arrays.toString(at));
  }

  @Test
  void theCursorNamesTheKeysAndTheMostProbableOnes() {
    CursorValues there = CursorValues.at(Figures.roll(SET, 0, "roll", ESTIMATES), 0.6);
    assertEquals(
        List.of(
            new CursorValues.Value("filtered probability (0 to 1)", "C3 0.90, D4 0.90, F#4 0.90"),
            new CursorValues.Value("observed", "C3 D4 F#4")),
        there.values());
  }

  @Test
  void theTableHasARowForEachKeyThatSounds() {
    Figure figure = Figures.rollSample(SET, 0, "roll-sample", ESTIMATES);
    List<String> rows = FigureCsv.csv(figure).lines().toList();
    assertEquals(3 * 10, rows.stream().filter(r -> r.contains(",roll,observed,")).count());
    assertTrue(rows.contains("2,roll,observed,0.0,C4,,,1.0"), rows.get(1));
    assertEquals(3 * 6, rows.stream().filter(r -> r.contains("sample of the forecast")).count());
    assertTrue(rows.stream().anyMatch(r -> r.endsWith(",5.0,C#3,,,1.0")));
  }

  @Test
  void bothThemesDrawShadesWithinTheirPlot() {
    Figure figure = Figures.roll(SET, 0, "roll", ESTIMATES);
    for (boolean dark : new boolean[] {false, true}) {
      String svg = SvgWriter.svg(figure, 960, 600, dark);
      assertTrue(svg.contains("C4") && svg.contains("forecast begins"));
      assertTrue(svg.length() < 300_000, Integer.toString(svg.length()));
    }
    assertTrue(
        figure.summary().startsWith("16 time steps of 88 binary channels, of which 3 are 1"));
  }

  @Test
  void otherEstimatesHaveTheirOwnTitles() {
    Estimate smoothed = RollExamples.estimate(SET, Conditioning.SMOOTHED, 0, 16);
    Estimate predicted = RollExamples.estimate(SET, Conditioning.PREDICTED, 0, 16);
    assertEquals(
        "Tune: probability of each key given all observations",
        Figures.roll(SET, 0, "roll-smoothed", List.of(smoothed)).title());
    assertEquals(
        "Tune: probability of each key one step ahead",
        Figures.roll(SET, 0, "roll-predicted", List.of(predicted)).title());
  }
}
