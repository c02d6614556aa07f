package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.LineFit;
import undercurrent.inference.PhysicalReading;
import undercurrent.series.DampedPendulums;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/**
 * Physics-guided models of a damped pendulum whose linear term is known, in all their forms: the
 * forecast of forty steps after ten against the true angle, and how well states stand for angle and
 * speed. With the file of the silverbox also an electronic Duffing oscillator: its output over the
 * whole test part by its input alone.
 */
final class PhysicsCheck implements FileCheck {
  private static final int TEST = 100;
  private static final int STEPS = 50;
  private static final int SEEN = 10;
  private static final double MOST = 0.45;
  private static final double WIDE = 10;

  @Override
  public String id() {
    return "physics";
  }

  @Override
  public String sentence() {
    return "A physics-guided model runs freely better than its physics alone; FILE: silverbox.";
  }

  @Override
  public Size size() {
    return new Size(290, 200);
  }

  /** A form of the model: what it is called, and its settings. */
  record Form(String name, Map<String, String> settings) {
    static Form of(String name, String guidance) {
      return new Form(name, Map.of("guidance", guidance));
    }
  }

  private static final Form HELD =
      new Form("two chains, α held", Map.of("guidance", "two-chains", "holdAlpha", "true"));
  private static final Form ONE = Form.of("one chain", "one-chain");
  private static final Form PHYSICS = Form.of("physics alone", "physics");
  private static final Form NETWORK = Form.of("network alone", "network");
  private static final Form FREE = Form.of("two chains, α free", "two-chains");

  @Override
  public List<Reached> run(CheckRun run) {
    int count = run.size().series() + TEST;
    Split split = Split.of(run.size().series(), TEST);
    SeriesSet set = new DampedPendulums(count, STEPS).generate(1234, split);
    Recipe recipe = Recipe.of(set).with("batchSize", 32).with("validateEvery", 0);
    Outcome held = outcome(run, set, recipe, HELD);
    Outcome one = outcome(run, set, recipe, ONE);
    Outcome physics = outcome(run, set, recipe, PHYSICS);
    Outcome network = outcome(run, set, recipe, NETWORK);
    Outcome free = outcome(run, set, recipe, FREE);
    List<Reached> reached = new ArrayList<>();
    reached.add(new Reached("free run, rad, one chain", one.freeRun, 0, MOST));
    reached.add(new Reached("free run, rad, α held", held.freeRun, 0, MOST));
    reached.add(new Reached("free run, rad, α free", free.freeRun, 0, WIDE));
    reached.add(new Reached("free run, rad, physics alone", physics.freeRun, MOST, WIDE));
    reached.add(new Reached("free run, rad, network alone", network.freeRun, one.freeRun, WIDE));
    reached.add(new Reached("R² of the angle, one chain", one.shares[0], 0.97, 1));
    reached.add(new Reached("R² of the speed, one chain", one.shares[1], 0.97, 1));
    reached.add(new Reached("R² of the angle, α held", held.shares[0], 0.97, 1));
    reached.add(new Reached("R² of the speed, α held", held.shares[1], 0, 1));
    if (run.file().isPresent()) reached.addAll(new SilverboxCheck(run, run.file().get()).reached());
    return reached;
  }

  private static Outcome outcome(CheckRun run, SeriesSet set, Recipe recipe, Form form) {
    Trained trained = run.trained(form.name(), set, recipe.with(form.settings()));
    return Outcome.of(run, form.name(), trained, SEEN, "rad");
  }

  /**
   * What a model reached on the test series.
   *
   * @param freeRun root mean squared error of medians of forecasts against the first channel of
   *     truth
   * @param shares R² of each quantity after one straight line for all series
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Outcome(double freeRun, double[] shares) {
    /**
     * Asks a model.
     *
     * @param seen rows before each forecast
     */
    static Outcome of(CheckRun run, String name, Trained trained, int seen, String unit) {
      Estimator estimator = trained.estimator();
      SeriesSet set = trained.dataset().source();
      int truth = set.truthChannels()[0];
      double squares = 0;
      long count = 0;
      List<List<PhysicalReading.Quantity>> readings = new ArrayList<>();
      for (int s = 0; s < set.series().size(); s++) {
        int length = set.series().get(s).length();
        if (set.split().part(s, 0, length) != Part.TEST) continue;
        run.stop().check();
        double[] x = set.series().get(s).channel(truth);
        Estimate forecast = estimator.forecast(s, seen, length - seen);
        for (int h = 0; h < length - seen; h++) {
          double error = forecast.observation().median().at(h, 0) - x[seen + h];
          squares += error * error;
          count++;
        }
        estimator.physical(estimator.smoothed(s)).ifPresent(r -> readings.add(r.beside(set)));
      }
      double[] shares = new double[readings.getFirst().size()];
      for (int i = 0; i < shares.length; i++) shares[i] = share(readings, i);
      double freeRun = Math.sqrt(squares / count);
      List<String> learned = new ArrayList<>();
      estimator
          .parameters()
          .ifPresent(
              p ->
                  p.values().forEach((k, v) -> learned.add(NumberWords.format(", %s %.3f", k, v))));
      run.say()
          .accept(
              NumberWords.format(
                  "%s: free run %.4f %s, R² %.4f and %.4f%s",
                  name, freeRun, unit, shares[0], shares[1], String.join("", learned)));
      return new Outcome(freeRun, shares);
    }

    private static double share(List<List<PhysicalReading.Quantity>> readings, int quantity) {
      double[] states = joined(readings, r -> r.get(quantity).states());
      double[] truth = joined(readings, r -> r.get(quantity).truth().orElseThrow());
      return LineFit.of(states, truth).share();
    }

    private static <T> double[] joined(List<T> parts, Function<T, double[]> values) {
      return parts.stream().flatMapToDouble(p -> Arrays.stream(values.apply(p))).toArray();
    }
  }
}
