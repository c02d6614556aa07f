package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Objective;
import undercurrent.model.Trainable;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.model.normalizing.NormalizingSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/** Long sequences that are measured in windows, against the same sequences whole. */
final class WindowsTest {
  /** More than one recording has room for. */
  private static final int LONG = 20_000;

  private static final Dataset DATA = data();
  private static final Sequence ALL = DATA.test().getFirst();

  private static Dataset data() {
    Randomness random = Randomness.of(4);
    int length = 2 * LONG;
    double[] times = new double[length];
    double[][] values = new double[length][1];
    double level = 0;
    for (int t = 0; t < length; t++) {
      level = 0.95 * level + random.normal();
      times[t] = t;
      values[t][0] = level + random.normal();
    }
    return Dataset.of(
        new SeriesSet(
            "long",
            List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("s", times, values)),
            new Split(List.of(), 0.5, 0.5)),
        0);
  }

  @Test
  void everyStepCountsOnceAndIsSeenWithThoseAroundIt() {
    Sequence shorter = ALL.part(0, 1700);
    Windows cut = Windows.cut(List.of(ALL, shorter), 16_384);
    assertEquals(25 + 3, cut.count());
    assertEquals(1000, cut.longest());
    int[] counted = new int[LONG + 1700];
    for (int w = 0; w < cut.count(); w++) {
      boolean ofFirst = w < 25;
      cut.give(
          w,
          (part, from, to) -> {
            boolean begins = part.from() == ALL.from();
            boolean ends = part.from() + part.steps() == ALL.from() + (ofFirst ? LONG : 1700);
            assertEquals(begins ? 0 : 100, from);
            assertEquals(ends ? part.steps() : part.steps() - 100, to);
            for (int t = from; t < to; t++) {
              counted[part.from() + t - ALL.from() + (ofFirst ? 0 : LONG)]++;
            }
            int row = part.from() - ALL.from();
            assertEquals(ALL.values()[row], part.values()[0]);
            assertEquals(ALL.gaps()[row + from], part.gaps()[from]);
          });
    }
    assertTrue(Arrays.stream(counted).allMatch(c -> c == 1));
  }

  @Test
  void aShortSequenceIsGivenAsItIs() {
    Sequence shorter = ALL.part(0, 700);
    Windows cut = Windows.cut(List.of(shorter), 16_384);
    assertEquals(1, cut.count());
    cut.give(0, (part, from, to) -> assertSame(shorter, part));
  }

  /** Of frames so wide that a recording has room for few of them. */
  @Test
  void windowsStayWithinTheirRoom() {
    Windows cut = Windows.cut(List.of(ALL), 256);
    assertTrue(cut.longest() <= 256 && cut.longest() > 200, "" + cut.longest());
    assertTrue(Windows.cut(List.of(ALL), 2).longest() <= 2);
  }

  private static double whole(Trainable model, Randomness noise) {
    Objective objective = model.record(new Tape(model.parameters(), false), LONG, 1);
    objective.clear();
    objective.put(0, ALL);
    objective.noise(noise);
    objective.forward();
    return objective.terms().value(1) / objective.realSteps();
  }

  /** Of sixteen sequences there is room for ten side by side, and of longer ones for three. */
  @Test
  void sequencesAreWholeWhereThereIsRoomForSomeSideBySide() {
    NormalizingFilter model = NormalizingFilter.of(NormalizingSettings.defaults(), DATA, 1);
    List<Sequence> sixteen = parts(16, 1250);
    Elbo.Meter meter = new Elbo.Meter(model, sixteen, 1);
    assertEquals(1250, meter.longest());
    double alone = 0;
    for (Sequence one : sixteen) {
      alone += new Elbo.Meter(model, List.of(one), 1).measure(Randomness.of(1)).perStep() / 16;
    }
    assertEquals(alone, meter.measure(Randomness.of(1)).perStep(), 1e-9);
    assertTrue(new Elbo.Meter(model, parts(4, 5000), 1).longest() <= 1000);
  }

  private static List<Sequence> parts(int count, int steps) {
    return IntStream.range(0, count).mapToObj(i -> ALL.part(i * steps, (i + 1) * steps)).toList();
  }

  /** Its filter forgets where it began, so that windows give the same likelihood. */
  @Test
  void theLikelihoodOfAFilterIsThatOfTheWholeSequence() {
    NormalizingFilter model = NormalizingFilter.of(NormalizingSettings.defaults(), DATA, 1);
    Elbo windows = new Elbo.Meter(model, List.of(ALL), 1).measure(Randomness.of(1));
    assertEquals(LONG, windows.steps());
    assertEquals(whole(model, Randomness.of(1)), windows.perStep(), 1e-4);
  }

  @Test
  void theBoundByDrawnStatesIsThatOfTheWholeSequence() {
    DeepSettings small = Settings.with(DeepSettings.defaults(), "hiddenUnits", 4);
    DeepMarkovModel model = DeepMarkovModel.of(small, DATA, 1);
    Bound windows = Elbo.of(model, List.of(ALL), Randomness.of(1));
    double[] draws = new double[4];
    for (int k = 0; k < draws.length; k++) draws[k] = whole(model, Randomness.of(k));
    double mean = Arrays.stream(draws).average().orElseThrow();
    assertEquals(mean, windows.value(), 5 * windows.standardError());
    assertTrue(windows.standardError() < 0.02, "" + windows.standardError());
  }
}
