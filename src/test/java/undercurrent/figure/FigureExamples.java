package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.inference.Band;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.inference.Residuals;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;
import undercurrent.model.linear.ResidualTest;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** Figures of every kind with made-up results, for tests of what is drawn. */
public final class FigureExamples {

  private FigureExamples() {}

  /** All of them by a file name. */
  public static Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Curve curve = curve(200);
    figures.put("elbo", Figures.elbo(curve));
    figures.put("elbo-short", Figures.elbo(curve(3)));
    figures.put("terms", Figures.terms(curve));
    figures.put("kl", Figures.kl(curve));
    SeriesSet sine = SineFamily.USUAL.generate(1);
    List<Estimate> both =
        List.of(
            estimate(sine, 0, Conditioning.FILTERED, 0, 50, 2),
            estimate(sine, 0, Conditioning.FORECAST, 50, 50, 2));
    figures.put("observed", Figures.observed(sine, 0, 1, both));
    figures.put("latent", Figures.latent(sine, 0, both));
    figures.put("phase", Figures.phase(sine, both.getFirst()));
    figures.put(
        "latent-many",
        Figures.latent(sine, 0, List.of(estimate(sine, 0, Conditioning.SMOOTHED, 0, 100, 12))));
    figures.put(
        "phase-many", Figures.phase(sine, estimate(sine, 0, Conditioning.SMOOTHED, 0, 100, 12)));
    figures.put(
        "phase-one", Figures.phase(sine, estimate(sine, 0, Conditioning.FILTERED, 0, 100, 1)));
    figures.put(
        "observed-three",
        Figures.observed(
            sine,
            0,
            1,
            List.of(
                estimate(sine, 0, Conditioning.PREDICTED, 0, 100, 2),
                estimate(sine, 0, Conditioning.FILTERED, 0, 100, 2),
                estimate(sine, 0, Conditioning.SMOOTHED, 0, 100, 2),
                estimate(sine, 0, Conditioning.FORECAST, 100, 30, 2))));
    figures.put("series-sine", Figures.series(sine, 0));
    SeriesSet air = ExampleSets.passengers();
    figures.put("series-air", Figures.series(air, 0));
    figures.put(
        "observed-air",
        Figures.observed(air, 0, 0, List.of(estimate(air, 0, Conditioning.FORECAST, 120, 36, 2))));
    SeriesSet tune = RollExamples.thirds();
    figures.put("roll", Figures.roll(tune, 0, "roll", RollExamples.estimates(tune)));
    figures.put("roll-sample", Figures.rollSample(tune, 0, "x", RollExamples.estimates(tune)));
    figures.put("series-roll", Figures.series(tune, 0));
    figures.put("series-lorenz", Figures.series(Lorenz63.USUAL.generate(1), 0));
    figures.put("series-pendulum", Figures.series(NoisyPendulum.USUAL.generate(1), 0));
    SeriesSet macro = ExampleSets.macro();
    figures.put("series-macro", Figures.series(macro, 0));
    SeriesSet storms = ExampleSets.storms();
    figures.put("series-storm", Figures.series(storms, 0));
    int length = storms.series().getFirst().length();
    figures.put(
        "map",
        Figures.map(
            storms,
            0,
            List.of(
                estimate(storms, 0, Conditioning.FILTERED, 0, length - 8, 4),
                estimate(storms, 0, Conditioning.FORECAST, length - 8, 8, 4))));
    figures.put("map-dateline", Figures.map(ExampleSets.acrossTheDateline(), 0, List.of()));
    figures.putAll(FilmExamples.all());
    figures.put("rules", RuleExample.figure());
    figures.put("phase-regimes", Figures.phase(sine, FindingExamples.withRegimes(both.getFirst())));
    figures.put("regimes", Figures.regimes(sine, FindingExamples.withRegimes(both.getFirst())));
    figures.put("race", Figures.race(FindingExamples.lanes()));
    figures.put("calibration", Figures.calibration(sine, 1, FindingExamples.pit()));
    figures.put("matrices", Figures.matrices(FindingExamples.findings()));
    figures.put("errors", Figures.errors(FindingExamples.findings()));
    figures.put(
        "free-run",
        Figures.freeRun(
            sine, 1, estimate(sine, 0, Conditioning.PREDICTED, 0, 100, 2), both.getLast()));
    Dependencies dependencies = new Dependencies(4);
    dependencies.found(Dependencies.Change.STATE, Dependencies.Asked.EMISSION, 3, 2);
    figures.put("dependencies", Figures.dependencies(dependencies));
    figures.putAll(linear(air));
    figures.put("particles", Figures.particles(sine, degeneracy(sine)));
    return figures;
  }

  /** Particles of which fewer and fewer count until they are resampled. */
  static Degeneracy degeneracy(SeriesSet set) {
    double[] times = set.series().getFirst().times();
    int particles = 200;
    double[] effective = new double[times.length];
    boolean[] resampled = new boolean[times.length];
    int[] survivors = new int[times.length];
    for (int t = 0; t < times.length; t++) {
      boolean few = t > 0 && effective[t - 1] < particles / 2.0;
      resampled[t] = few;
      double before = t == 0 || few ? particles : effective[t - 1];
      effective[t] = before * (0.75 + 0.02 * (t % 7));
      survivors[t] = Math.max(3, particles - 3 * (times.length - 1 - t));
    }
    return new Degeneracy(0, particles, times, effective, resampled, survivors);
  }

  /** Residuals of noise, and what is between rows, as if a model were perfect. */
  private static Map<String, Figure> linear(SeriesSet air) {
    Randomness random = Randomness.of(4).named("residuals");
    double[] times = air.series().getFirst().times();
    double[] e = Arrays.stream(times).map(t -> random.normal()).toArray();
    Residuals residuals =
        new Residuals(
            0,
            0,
            times,
            e,
            ResidualTest.autocorrelations(e, 24),
            List.of(
                ResidualTest.ljungBox(e, 24, 2),
                ResidualTest.jarqueBera(e),
                ResidualTest.heteroskedasticity(e)),
            1);
    double[] rows = Arrays.copyOf(times, 5);
    double[][] mean = {{110}, {120}, {Double.NaN}, {118}, {130}};
    Band band = new Band(mean, plus(mean, -9), plus(mean, 9));
    return Map.of(
        "residuals", Figures.residuals(air, residuals),
        "autocorrelation", Figures.autocorrelation(air, residuals),
        "quantiles", Figures.quantiles(air, residuals),
        "between",
            Figures.between(
                air,
                new BetweenRows(
                    0, 0, 0.9, rows, band, rows, band, rows, Columns.of(mean, 0), 2e-9)));
  }

  private static double[][] plus(double[][] rows, double more) {
    return Arrays.stream(rows).map(r -> new double[] {r[0] + more}).toArray(double[][]::new);
  }

  static Curve curve(int epochs) {
    Randomness random = Randomness.of(7).named("curve");
    List<CurvePoint> points = new ArrayList<>();
    for (int e = 1; e <= epochs; e++) {
      double kl = 0.9 + 40 * Math.exp(-e / 2.0) + 0.02 * random.normal();
      double reconstruction = 0.4 - 900 * Math.exp(-e / 1.5) - 2 * Math.exp(-e / 40.0);
      reconstruction += 0.02 * random.normal();
      double weight = Math.min(1, e / 40.0);
      double[] perDimension = new double[8];
      for (int i = 0; i < 8; i++) perDimension[i] = kl / (1 + i * i) * (i > 4 ? 0.01 : 0.5);
      points.add(
          new CurvePoint(
              e,
              e * 10L,
              reconstruction - weight * kl,
              reconstruction - kl,
              reconstruction,
              kl,
              weight,
              e % 5 == 0 ? reconstruction - kl - 0.1 - 0.002 * Math.max(0, e - 120) : Double.NaN,
              1,
              1e-3,
              perDimension));
    }
    return Curve.of(Criterion.ELBO, points);
  }

  /** An estimate that hangs around the data where there are any, and oscillates beyond. */
  static Estimate estimate(
      SeriesSet set, int series, Conditioning conditioning, int from, int rows, int latent) {
    Series observed = set.series().get(series);
    int[] channels = set.observedChannels();
    double[] times = new double[rows];
    double step = observed.times()[1] - observed.times()[0];
    double[][][] observation = new double[3][rows][channels.length];
    double[][][] states = new double[3][rows][latent];
    boolean forecast = conditioning == Conditioning.FORECAST;
    for (int row = 0; row < rows; row++) {
      int at = from + row;
      times[row] =
          at < observed.length()
              ? observed.times()[at]
              : observed.times()[observed.length() - 1] + step * (at - observed.length() + 1);
      double half = forecast ? 0.2 + 0.02 * row : 0.2;
      for (int c = 0; c < channels.length; c++) {
        double[] column = observed.channel(channels[c]);
        double scale = Columns.deviation(column);
        double base =
            forecast
                ? column[from - 1] + scale * (Math.sin(row / 5.0) + 0.3 * row / rows)
                : column[Math.min(at, column.length - 1)] * 0.95;
        set(observation, row, c, base, 1.5 * half * scale);
      }
      for (int z = 0; z < latent; z++) {
        double base = Math.sin(at / 5.0 + z) * (1 + z % 5) / 2 + 0.1 * Math.cos(at / 2.0);
        set(states, row, z, base, half);
      }
    }
    return new Estimate(
        series,
        conditioning,
        "particle filter",
        0.9,
        from,
        times,
        new Band(observation[0], observation[1], observation[2]),
        new Band(states[0], states[1], states[2]),
        forecast ? paths(observation[0], set, series) : new double[0][][],
        NumberRows.of(new double[rows][channels.length]),
        List.of(),
        Estimate.NO_REGIMES,
        List.of());
  }

  private static void set(double[][][] table, int row, int column, double mean, double half) {
    table[0][row][column] = mean;
    table[1][row][column] = mean - half;
    table[2][row][column] = mean + half;
  }

  private static double[][][] paths(double[][] mean, SeriesSet set, int series) {
    double[][][] paths = new double[30][mean.length][];
    for (int p = 0; p < paths.length; p++) {
      Randomness random = Randomness.of(p).named("path");
      double[] drift = new double[mean[0].length];
      for (int t = 0; t < mean.length; t++) {
        paths[p][t] = mean[t].clone();
        for (int c = 0; c < drift.length; c++) {
          double scale =
              Columns.deviation(set.series().get(series).channel(set.observedChannels()[c]));
          drift[c] += 0.06 * scale * random.normal();
          paths[p][t][c] += drift[c];
        }
      }
    }
    return paths;
  }

  static double[] filled(int size, double value) {
    double[] result = new double[size];
    Arrays.fill(result, value);
    return result;
  }
}
