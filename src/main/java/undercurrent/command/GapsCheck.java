package undercurrent.command;

import java.util.List;
import undercurrent.experiment.Example;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.inference.Scores;
import undercurrent.kind.Catalogue;
import undercurrent.series.SeriesSet;

/**
 * Waves at uneven times: a continuous recurrent unit beside a deep Markov model that counts rows
 * and one that reads the gaps, all trained with as many updates at the same rates, those of the
 * sample. It reports the errors one step ahead and of the forecast of the second half of the test
 * series, whose noise has a deviation of 0.1, and the log-likelihood a time step, of the deep
 * models by particles.
 */
final class GapsCheck implements Check {
  @Override
  public String id() {
    return "cru";
  }

  @Override
  public Size size() {
    return new Size(example().experiment().training().epochs(), 1);
  }

  private static Example example() {
    return Example.of(Catalogue.standard().kind("cru"));
  }

  /** Of the test part. */
  private record Errors(double step, double forecast, double logLikelihood) {}

  @Override
  public List<Reached> run(CheckRun run) {
    SeriesSet set = example().sample().open();
    Recipe gaps = Recipe.of(set);
    Recipe unit = gaps.with(example().settings());
    Errors cru = errors(run, Words.of("gapsCheck.unit"), set, unit);
    Errors rows = errors(run, Words.of("gapsCheck.rows"), set, gaps.with("gaps", false));
    Errors read = errors(run, Words.of("gapsCheck.gaps"), set, gaps);
    return List.of(
        new Reached(Words.of("gapsCheck.step"), cru.step(), 0.1, 0.16),
        new Reached(Words.of("gapsCheck.stepRatio"), rows.step() / cru.step(), 1.5, 5),
        new Reached(Words.of("gapsCheck.forecastRatio"), rows.forecast() / cru.forecast(), 1.2, 10),
        new Reached(Words.of("gapsCheck.gapsRatio"), read.step() / rows.step(), 0.2, 0.9),
        new Reached(
            Words.of("gapsCheck.likelihood"), cru.logLikelihood() - rows.logLikelihood(), 0.4, 3));
  }

  private static Errors errors(CheckRun run, String name, SeriesSet set, Recipe recipe) {
    Trained trained = run.trained(name, set, recipe);
    Scores scores = trained.scores();
    Errors errors =
        new Errors(rmse(scores, "predicted"), rmse(scores, "forecast"), scores.logLikelihood());
    run.say(
        "gapsCheck.errors", "%.4f", name, errors.step(), errors.forecast(), errors.logLikelihood());
    return errors;
  }

  private static double rmse(Scores scores, String name) {
    return scores.list().stream()
        .filter(score -> score.name().equals(name))
        .findFirst()
        .orElseThrow()
        .rmse();
  }
}
