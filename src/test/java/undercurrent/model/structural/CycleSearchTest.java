package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.BesideOthers;
import undercurrent.math.Randomness;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.Periodogram;

/** Level, season and cycle: the search ends at the highest admissible maximum of the likelihood. */
@BesideOthers
class CycleSearchTest {
  private static final int ROWS = 160;
  private static final StructuralModel MODEL =
      StructuralModel.of(
          new LocalLinearTrend(), new DummySeasonal(12), new Cycle(2, ROWS / 2.0, 12, ROWS));

  private static MaximumLikelihood ended(Observations seen, double[]... starts) {
    MaximumLikelihood search = new MaximumLikelihood(MODEL, List.of(seen), starts);
    while (search.status() == Learner.Status.READY) search.step();
    return search;
  }

  private static Observations drawn(double period) {
    Randomness random = Randomness.of((long) (10 * period));
    double damping = 0.95;
    double cosine = damping * Math.cos(2 * Math.PI / period);
    double sine = damping * Math.sin(2 * Math.PI / period);
    double level = 50;
    double cycle = 0;
    double shifted = 0;
    double[] values = new double[ROWS];
    for (int t = 0; t < ROWS; t++) {
      level += 0.2 * random.normal();
      double next = cosine * cycle + sine * shifted + 0.5 * random.normal();
      shifted = cosine * shifted - sine * cycle + 0.5 * random.normal();
      cycle = next;
      double season = 3 * Math.sin(2 * Math.PI * t / 12) + Math.cos(2 * Math.PI * t / 4);
      values[t] = level + season + cycle + 0.7 * random.normal();
    }
    return Observations.ofChannel(values);
  }

  /**
   * The values are the best of a hundred searches from random starts, one after the other, each to
   * its end, of which only admissible ends count; {@code -Dstarts=100} makes them again, in a
   * quarter of an hour.
   */
  @ParameterizedTest
  @CsvSource({
    "5, -263.1795",
    "7.3, -249.0736",
    "9, -247.0805",
    "10.5, -251.7462",
    "14, -246.1480",
    "18, -249.5486",
    "21, -246.0135",
    "27, -239.7700",
    "36, -235.5753",
    "48, -248.7646"
  })
  void noneOfAHundredStartsFindsMore(double period, double recorded) {
    Observations seen = drawn(period);
    double[][] starts = MODEL.starts(seen);
    MaximumLikelihood search =
        ended(seen, MaximumLikelihood.likeliest(MODEL, List.of(seen), 20, starts));
    double found = search.logLikelihood().value();
    assertTrue(MODEL.isAdmissible(search.theta()));
    int count = Integer.getInteger("starts", 0);
    double best = recorded;
    if (count > 0) {
      best = Double.NEGATIVE_INFINITY;
      for (double[] start :
          MaximumLikelihood.starts(MODEL.start(seen), count, 1.5, Randomness.of(7))) {
        MaximumLikelihood one = ended(seen, start);
        if (!MODEL.isAdmissible(one.theta())) continue;
        best = Math.max(best, one.logLikelihood().value());
      }
      System.err.printf(
          "%s found %.4f oracle %.4f %s%n",
          period, found, best, Arrays.toString(MODEL.natural(search.theta())));
    }
    assertTrue(found > best - 0.02, found + " and " + best);
  }

  /** A search that starts where no cycle is left cannot learn its period, and says so. */
  @Test
  void aPeriodThatStayedAtItsStartIsUndetermined() {
    StructuralModel model = StructuralModel.of(new LocalLevel(), new Cycle(2, 80));
    double[] start = model.theta(0.04, 1e-30, 0.8, 18, 0.5);
    Observations seen = drawn(10.5);
    MaximumLikelihood search = new MaximumLikelihood(model, List.of(seen), start);
    while (search.status() == Learner.Status.READY) search.step();
    List<Parameter> found = search.parameters();
    assertEquals(18, found.get(3).value(), 1e-9);
    assertEquals(
        List.of(
            Parameter.Place.LOWER_BOUND,
            Parameter.Place.UNDETERMINED,
            Parameter.Place.UNDETERMINED,
            Parameter.Place.INSIDE),
        found.subList(1, 5).stream().map(Parameter::place).toList());
  }

  /** A sine of any frequency at uneven times explains all of itself, and the peak is there. */
  @Test
  void thePeriodogramOfASineHasItsPeakAtItsPeriod() {
    Randomness random = Randomness.of(3);
    double[] times = IntStream.range(0, 200).mapToDouble(i -> i + 0.9 * random.uniform()).toArray();
    double[] values =
        Arrays.stream(times).map(t -> 5 + 2 * Math.sin(2 * Math.PI * t / 7.31 + 1)).toArray();
    values[17] = Double.NaN;
    Periodogram periodogram = new Periodogram(times, values, 2.1, 200);
    assertEquals(1, periodogram.power(1 / 7.31), 1e-12);
    assertEquals(7.31, periodogram.peaks(1).getFirst(), 0.06);
  }
}
