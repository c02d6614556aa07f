package undercurrent.command;

import java.util.List;
import undercurrent.experiment.Trained;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.series.NoisySine;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * One sine wave with much noise by the recipe of the sample. Filtered means come from particles
 * that have seen no later row; they and the forecast of the test rows are compared with the wave
 * without its noise. The RMSE of the filtered means may be half the standard deviation of the noise
 * at most, that of the forecast the whole. A constant forecast has an RMSE of 7.07, and no
 * amplitude in the fifth cycle.
 */
final class CycleCheck implements Check {
  private static final NoisySine WAVE = NoisySine.USUAL;
  private static final int CYCLES = 5;
  private static final double NOISE = WAVE.amplitude() * WAVE.noise();

  @Override
  public String id() {
    return "cycle";
  }

  @Override
  public Size size() {
    return new Size(CheckRun.epochs(WAVE.generate(1)), 1);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    SeriesSet set = WAVE.generate(1);
    Trained trained = run.trained("cycle", set);
    Series series = set.series().getFirst();
    int from = set.split().start(Part.TEST, 0, series.length());
    int cycle = WAVE.steps() / WAVE.cycles();
    Estimate filtered = trained.estimator().filtered(0);
    Estimate forecast = trained.estimator().forecast(0, from, CYCLES * cycle);
    double[] seen = series.channel(1);
    int inside = 0;
    for (int t = from; t < series.length(); t++) {
      Band band = forecast.observation();
      if (seen[t] >= band.lower().at(t - from, 0) && seen[t] <= band.upper().at(t - from, 0))
        inside++;
    }
    int rows = series.length() - from;
    double most = 0;
    double least = 0;
    for (int h = (CYCLES - 1) * cycle; h < CYCLES * cycle; h++) {
      most = Math.max(most, forecast.observation().mean().at(h, 0));
      least = Math.min(least, forecast.observation().mean().at(h, 0));
    }
    double a = WAVE.amplitude();
    return List.of(
        new Reached(Words.of("cycleCheck.filtered"), off(filtered, from, rows), 0, NOISE / 2),
        new Reached(Words.of("cycleCheck.forecast"), off(forecast, from, rows), 0, NOISE),
        new Reached(Words.of("cycleCheck.band"), (double) inside / rows, 0.8, 1),
        new Reached(Words.of("cycleCheck.amplitude"), (most - least) / 2, 0.7 * a, 1.1 * a));
  }

  /** The root mean squared distance of the mean from the wave, in some rows. */
  private static double off(Estimate estimate, int from, int rows) {
    double squares = 0;
    for (int t = from; t < from + rows; t++) {
      double mean = estimate.observation().mean().at(t - estimate.from(), 0);
      squares += Math.pow(mean - WAVE.clean(t), 2);
    }
    return Math.sqrt(squares / rows);
  }
}
