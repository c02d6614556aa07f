package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.ResidualTest;

/**
 * Whether to believe a linear model: what it learned, how sure it is of it, and what it leaves
 * unexplained of one series.
 *
 * @param residuals of each observed channel, over all rows of the series
 * @param between the rows of each observed channel; empty for models that know steps alone, and
 *     where the rows lie too far apart to be integrated
 */
public record Diagnosis(ExactFit fit, List<Residuals> residuals, List<BetweenRows> between) {
  /** As many lags as are usual for a series without a season; with one, two seasons. */
  private static final int LAGS = 10;

  /** Tests look at no more lags than a fifth of the rows. */
  private static final int SHARE = 5;

  private static final int FEWEST = 8;

  public Diagnosis {
    residuals = List.copyOf(residuals);
    between = List.copyOf(between);
  }

  /** Of one series. */
  public static Diagnosis of(ExactModel model, int series) {
    double[] times = model.dataset().source().series().get(series).times();
    double[][] columns = Innovations.columns(model.filters(series, times.length, 0));
    List<Residuals> residuals = new ArrayList<>();
    for (int d = 0; d < columns.length; d++) {
      residuals.add(residuals(model, series, d, times, columns[d]));
    }
    return new Diagnosis(model.fit(), residuals, BetweenRows.of(model, series));
  }

  /**
   * How many channels fail the test of a property.
   *
   * @param tested channels with rows enough for it
   */
  public record Failures(ResidualTest.Property property, int failed, int tested) {}

  /** How many channels fail each test, of a series with too many channels to be told one by one. */
  public List<Failures> failures() {
    List<Failures> all = new ArrayList<>();
    for (ResidualTest.Property property : ResidualTest.Property.values()) {
      List<ResidualTest> tests =
          residuals.stream().flatMap(r -> r.test(property).stream()).toList();
      int failed =
          Math.toIntExact(tests.stream().filter(t -> t.pValue() < ResidualTest.DOUBT).count());
      if (!tests.isEmpty()) all.add(new Failures(property, failed, tests.size()));
    }
    return all;
  }

  /** The residuals of a channel, an index in the set's channels. */
  public Residuals residuals(int channel) {
    return residuals.stream().filter(r -> r.channel() == channel).findFirst().orElseThrow();
  }

  /** What lies between the rows of a channel, in continuous time. */
  public Optional<BetweenRows> between(int channel) {
    return between.stream().filter(b -> b.channel() == channel).findFirst();
  }

  private static Residuals residuals(
      ExactModel model, int series, int place, double[] times, double[] values) {
    int[] channels = model.dataset().source().observedChannels();
    double[] known = Arrays.stream(values).filter(e -> !Double.isNaN(e)).toArray();
    int shape = model.shapeCount();
    int wanted = Math.max(Math.max(LAGS, 2 * model.season()), shape + 3);
    int lags = Math.min(wanted, known.length / SHARE);
    List<ResidualTest> tests = new ArrayList<>();
    if (lags > shape) tests.add(ResidualTest.ljungBox(values, lags, shape));
    if (known.length >= FEWEST) {
      tests.add(ResidualTest.jarqueBera(known));
      tests.add(ResidualTest.heteroskedasticity(known));
    }
    double[] correlations = ResidualTest.autocorrelations(values, Math.max(0, lags));
    boolean unsteady =
        tests.stream().anyMatch(t -> t.property() == ResidualTest.Property.VARIANCE && !t.passes());
    double lambda = unsteady ? model.askedLambda(place) : 1;
    return new Residuals(series, channels[place], times, values, correlations, tests, lambda);
  }
}
