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
  public Size size() {
    return new Size(290, 200);
  }

  /** A form of the model: under which key its words are, and its settings. */
  enum Form {
    HELD("two-chains"),
    ONE("one-chain"),
    PHYSICS("physics"),
    NETWORK("network"),
    FREE("two-chains");

    private final String guidance;

    Form(String guidance) {
      this.guidance = guidance;
    }

    Map<String, String> settings() {
      return this == HELD
          ? Map.of("guidance", guidance, "holdAlpha", "true")
          : Map.of("guidance", guidance);
    }

    /** As in "one chain", or "α held" of two. */
    String words() {
      return Words.of("physicsCheck.form." + this);
    }

    /** The same where it stands alone: with the number of chains. */
    private String whole() {
      return this == HELD || this == FREE ? Words.of("physicsCheck.two", words()) : words();
    }
  }

  @Override
  public List<Reached> run(CheckRun run) {
    int count = run.size().series() + TEST;
    Split split = Split.of(run.size().series(), TEST);
    SeriesSet set = new DampedPendulums(count, STEPS).generate(1234, split);
    Recipe recipe = Recipe.of(set).with("batchSize", 32).with("validateEvery", 0);
    Outcome held = outcome(run, set, recipe, Form.HELD);
    Outcome one = outcome(run, set, recipe, Form.ONE);
    Outcome physics = outcome(run, set, recipe, Form.PHYSICS);
    Outcome network = outcome(run, set, recipe, Form.NETWORK);
    Outcome free = outcome(run, set, recipe, Form.FREE);
    List<Reached> reached = new ArrayList<>();
    reached.add(reached("freeRun", Form.ONE, one.freeRun, 0, MOST));
    reached.add(reached("freeRun", Form.HELD, held.freeRun, 0, MOST));
    reached.add(reached("freeRun", Form.FREE, free.freeRun, 0, WIDE));
    reached.add(reached("freeRun", Form.PHYSICS, physics.freeRun, MOST, WIDE));
    reached.add(reached("freeRun", Form.NETWORK, network.freeRun, one.freeRun, WIDE));
    reached.add(reached("angle", Form.ONE, one.shares[0], 0.97, 1));
    reached.add(reached("speed", Form.ONE, one.shares[1], 0.97, 1));
    reached.add(reached("angle", Form.HELD, held.shares[0], 0.97, 1));
    reached.add(reached("speed", Form.HELD, held.shares[1], 0, 1));
    if (run.file().isPresent()) reached.addAll(new SilverboxCheck(run, run.file().get()).reached());
    return reached;
  }

  private static Reached reached(String what, Form form, double value, double least, double most) {
    return new Reached(Words.of("physicsCheck." + what, form.words()), value, least, most);
  }

  private static Outcome outcome(CheckRun run, SeriesSet set, Recipe recipe, Form form) {
    Trained trained = run.trained(form.whole(), set, recipe.with(form.settings()));
    return Outcome.of(run, form.whole(), trained, SEEN, "rad");
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
      run.say(
          "physicsCheck.outcome",
          "%.4f",
          name,
          freeRun,
          unit,
          shares[0],
          shares[1],
          String.join("", learned));
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
