package undercurrent.command;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.series.NoisySine;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The lesson on one step and free run: a variational RNN on a slow wave of 100 steps. Trained on
 * windows of 20 steps it predicts one step ahead better than persistence, and its forecast is
 * several times worse. Windows of 200 steps lower the error one step ahead by a seventh, and that
 * of the forecast by two thirds.
 */
final class FreeRunCheck implements Check {
  private static final NoisySine WAVE = NoisySine.SLOW;
  private static final int LONG = 200;
  private static final int PATHS = 150;

  @Override
  public String id() {
    return "free-run";
  }

  @Override
  public Size size() {
    return new Size(CheckRun.epochs(WAVE.generate(1)), 1);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    SeriesSet set = WAVE.generate(1);
    Series series = set.series().getFirst();
    double[] observed = series.channel(set.observedChannels()[0]);
    int from = set.split().start(Part.TEST, 0, series.length());
    double[] few = errors(run.trained(Words.of("freeRunCheck.few"), set), observed, from);
    Recipe longer = Recipe.of(set).with("window", LONG);
    double[] many = errors(run.trained(Words.of("freeRunCheck.many"), set, longer), observed, from);
    double persistence = rms(observed, from, t -> observed[t - 1]);
    double step = few[0];
    double free = few[1];
    double longStep = many[0];
    double longFree = many[1];
    run.say("freeRunCheck.errors", "%.4f", step, free, longStep, longFree, persistence);
    return List.of(
        new Reached(Words.of("freeRunCheck.step"), step / persistence, 0, 0.95),
        new Reached(Words.of("freeRunCheck.free"), free / step, 2.5, 20),
        new Reached(Words.of("freeRunCheck.longStep"), longStep / step, 0.75, 1),
        new Reached(Words.of("freeRunCheck.longFree"), longFree / free, 0, 0.5));
  }

  /** One step ahead and of the forecast, at the rows of the test part. */
  private static double[] errors(Trained trained, double[] observed, int from) {
    Estimator estimator = trained.estimator().paths(PATHS);
    Estimate predicted = estimator.online(0).predicted();
    Estimate forecast = estimator.forecast(0, from, observed.length - from);
    return new double[] {
      rms(observed, from, t -> predicted.observation().mean().at(t, 0)),
      rms(observed, from, t -> forecast.observation().mean().at(t - from, 0))
    };
  }

  private static double rms(double[] observed, int from, IntToDoubleFunction mean) {
    double squares = 0;
    for (int t = from; t < observed.length; t++) {
      squares += Math.pow(mean.applyAsDouble(t) - observed[t], 2);
    }
    return Math.sqrt(squares / (observed.length - from));
  }
}
