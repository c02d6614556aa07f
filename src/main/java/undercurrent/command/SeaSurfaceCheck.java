package undercurrent.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.series.Channel;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/**
 * Anomalies of the sea surface temperature of the Pacific in cells of 6 degrees, a month a row: one
 * and three months ahead, beside persistence, damped persistence and the linear inverse model. A
 * kind of this program forecasts the leading components, and damped persistence of each cell what
 * they leave. Which kind, and of how many components, is chosen by the last months of the training
 * part; the test months are looked at once, by the one that is chosen.
 */
final class SeaSurfaceCheck implements FileCheck {
  private static final int TEST = 99;
  private static final int CHOICE = 50;
  private static final int MOST = 20;
  private static final int INVERSE = 8;
  private static final int[] AHEAD = {1, 3};

  /** A kind with settings, on so many components. */
  private record Candidate(int components, Map<String, String> settings) {
    String name() {
      String states = settings.getOrDefault("latentSize", "");
      return Words.of("seaSurfaceCheck." + settings.get("kind"), components, states);
    }
  }

  private static final List<Candidate> CANDIDATES =
      List.of(
          linear(8, 8),
          linear(12, 8),
          linear(12, 12),
          linear(20, 12),
          linear(20, 20),
          deep(8),
          deep(12));

  private static Candidate linear(int components, int states) {
    return new Candidate(
        components, Map.of("kind", "linear", "latentSize", Integer.toString(states)));
  }

  /** What it emits is the row before and a change. */
  private static Candidate deep(int components) {
    return new Candidate(
        components,
        Map.of(
            "kind", "deep",
            "latentSize", "8",
            "transition", "linear",
            "edges", "true",
            "residualEmission", "true",
            "window", "50",
            "weightDecay", "0.1",
            "validateEvery", "0"));
  }

  @Override
  public String id() {
    return "sst";
  }

  @Override
  public Size size() {
    return new Size(100, CANDIDATES.size());
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Path file = run.file().orElseThrow(() -> new BadUsage(Words.of("seaSurfaceCheck.noFile")));
    double[][] field = field(file);
    int end = field.length - TEST;
    FieldForecasts early = new FieldForecasts(field, end - CHOICE, MOST);
    double[] usual =
        Arrays.stream(AHEAD)
            .mapToDouble(a -> early.error(early.damped(a), a, end - CHOICE, end))
            .toArray();
    Candidate best = CANDIDATES.getFirst();
    double least = Double.POSITIVE_INFINITY;
    int candidates = Math.min(run.size().series(), CANDIDATES.size());
    for (Candidate candidate : CANDIDATES.subList(0, candidates)) {
      double[] errors = errors(run, early, candidate, end);
      // Each beside damped persistence, so that both months count alike.
      double sum = 0;
      for (int i = 0; i < AHEAD.length; i++) sum += errors[i] / usual[i];
      run.say(
          "seaSurfaceCheck.validation",
          "%.4f",
          candidate.name(),
          errors[0],
          errors[1],
          NumberWords.format("%.3f", sum / AHEAD.length));
      if (sum >= least) continue;
      least = sum;
      best = candidate;
    }
    FieldForecasts late = new FieldForecasts(field, end, MOST);
    double[] tested = errors(run, late, best, field.length);
    run.say("seaSurfaceCheck.chosen", "", best.name());
    List<Reached> reached = new ArrayList<>();
    for (int i = 0; i < AHEAD.length; i++) {
      int ahead = AHEAD[i];
      double persistence = late.error(late.persistence(), ahead, end, field.length);
      double damped = late.error(late.damped(ahead), ahead, end, field.length);
      double inverse = late.error(late.inverse(INVERSE, ahead), ahead, end, field.length);
      FieldForecasts.Forecast rest = late.withRest(late.inverted(INVERSE, ahead), ahead);
      double inverseWithRest = late.error(rest, ahead, end, field.length);
      String months = Words.counted("seaSurfaceCheck.ahead", ahead, ahead);
      reached.add(new Reached(months + ", °C", tested[i], 0, Math.min(persistence, damped)));
      reached.add(share("persistence", months, tested[i] / persistence));
      reached.add(share("damped", months, tested[i] / damped));
      reached.add(share("inverse", months, tested[i] / inverse));
      run.say(
          "seaSurfaceCheck.test",
          "%.4f",
          months,
          persistence,
          damped,
          inverse,
          inverseWithRest,
          tested[i]);
    }
    return reached;
  }

  /** An error as a share of another one. */
  private static Reached share(String of, String months, double value) {
    return new Reached(Words.of("seaSurfaceCheck.share." + of, months), value, 0, 1);
  }

  /** Those of a candidate that learns from the training rows, at the rows after them. */
  private static double[] errors(CheckRun run, FieldForecasts field, Candidate candidate, int to) {
    double[][] components = Arrays.copyOf(field.components(candidate.components()), to);
    SeriesSet set = set(components, field.training());
    Recipe recipe = Recipe.of(set).with(candidate.settings());
    Trained trained = run.trained(candidate.name(), set, recipe);
    Estimator estimator = trained.estimator();
    int longest = AHEAD[AHEAD.length - 1];
    double[][][] said = new double[AHEAD.length][field.rows()][candidate.components()];
    for (int t = field.training() - longest; t < to - 1; t++) {
      run.stop().check();
      Estimate forecast = estimator.forecast(0, t + 1, longest);
      for (int i = 0; i < AHEAD.length; i++) {
        said[i][t] = forecast.observation().mean().row(AHEAD[i] - 1);
      }
    }
    double[] errors = new double[AHEAD.length];
    for (int i = 0; i < AHEAD.length; i++) {
      int ahead = AHEAD[i];
      errors[i] = field.error(field.withRest(said[i], ahead), ahead, field.training(), to);
    }
    return errors;
  }

  private static SeriesSet set(double[][] components, int training) {
    double[] times = new double[components.length];
    Arrays.setAll(times, t -> t);
    List<Channel> channels = new ArrayList<>();
    for (int k = 0; k < components[0].length; k++) {
      channels.add(new Channel("c" + (k + 1), "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    double share = (double) training / components.length;
    return new SeriesSet(
        "components",
        channels,
        new TimeAxis("month", "", false, true),
        List.of(new Series("all", times, components)),
        new Split(List.of(), share, share));
  }

  /** The cells of the sea: those without a gap. */
  private static double[][] field(Path file) {
    FileColumns table = FileColumns.read(file);
    String[] cells = table.names().stream().skip(1).toArray(String[]::new);
    double[][] columns = table.of(cells);
    double[][] sea =
        Arrays.stream(columns)
            .filter(c -> Arrays.stream(c).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    if (sea.length < MOST || sea[0].length < 2 * (TEST + CHOICE)) {
      throw new BadUsage(Words.of("seaSurfaceCheck.tooFew", file.getFileName()));
    }
    double[][] field = new double[sea[0].length][sea.length];
    for (int t = 0; t < field.length; t++) {
      for (int c = 0; c < sea.length; c++) field[t][c] = sea[c][t];
    }
    return field;
  }
}
