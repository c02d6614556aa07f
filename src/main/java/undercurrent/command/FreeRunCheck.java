package undercurrent.command;

import java.util.List;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Score;
import undercurrent.series.NoisySine;
import undercurrent.series.NumberWords;
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

  @Override
  public String id() {
    return "free-run";
  }

  @Override
  public String sentence() {
    return "A model that predicts one step well forecasts badly when its windows are short.";
  }

  @Override
  public Size size() {
    return new Size(CheckRun.epochs(WAVE.generate(1)), 1);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    SeriesSet set = WAVE.generate(1);
    Trained shortWindows = run.trained("windows of 20", set);
    Trained longWindows = run.trained("windows of 200", set, Recipe.of(set).with("window", LONG));
    double persistence = rmse(shortWindows, "predicted: persistence");
    double step = rmse(shortWindows, "forecast: one step ahead");
    double free = rmse(shortWindows, "forecast");
    double longStep = rmse(longWindows, "forecast: one step ahead");
    double longFree = rmse(longWindows, "forecast");
    String numbers =
        NumberWords.format(
            "RMSE of one step ahead and of the forecast: %.4f and %.4f with windows of 20, %.4f and"
                + " %.4f with windows of 200; persistence one step ahead %.4f",
            step, free, longStep, longFree, persistence);
    run.say().accept(numbers);
    return List.of(
        new Reached("one step / persistence", step / persistence, 0, 0.95),
        new Reached("forecast / one step", free / step, 2.5, 20),
        new Reached("one step, 200 / 20", longStep / step, 0.75, 1),
        new Reached("forecast, 200 / 20", longFree / free, 0, 0.5));
  }

  private static double rmse(Trained trained, String name) {
    return trained.scores().list().stream()
        .filter(s -> s.name().equals(name))
        .mapToDouble(Score::rmse)
        .findFirst()
        .orElseThrow();
  }
}
