package undercurrent.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimate;
import undercurrent.inference.PitHistogram;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;

/** What the figures of a trained experiment are drawn from, of the first series that is scored. */
public final class RunFigures {
  private final Experiment experiment;
  private final Trained trained;
  private final Answers answers;
  private final Results results;

  /** Each value is found when a figure needs it. */
  public RunFigures(Experiment experiment, Trained trained) {
    this.experiment = experiment;
    this.trained = trained;
    this.answers = trained.answers().getFirst();
    this.results = found();
  }

  /** What figures are drawn from. */
  public Results results() {
    return results;
  }

  private Results found() {
    SeriesSet set = trained.dataset().source();
    return Results.NONE
        .and(ResultKey.SET, set)
        .and(ResultKey.ORIGINAL, experiment.revision().readAs())
        .and(ResultKey.SERIES, answers.rows().series())
        .and(ResultKey.CHANNEL, Roll.shown(set))
        .and(ResultKey.CURVE, experiment.curve())
        .later(ResultKey.SEEN, () -> Optional.of(seenAndForecast()))
        .later(ResultKey.SMOOTHED, () -> Optional.of(answers.smoothed()))
        .later(ResultKey.PREDICTED, () -> Optional.of(answers.online().predicted()))
        .later(ResultKey.PIT, () -> PitHistogram.of(scoredRows()))
        .later(ResultKey.FINDINGS, () -> Optional.of(trained.findings()))
        .later(ResultKey.FIELD, () -> answers.estimator().field(answers.smoothed()))
        .later(ResultKey.GATES, () -> answers.estimator().gates(answers.smoothed()))
        .later(ResultKey.PHYSICAL, () -> answers.estimator().physical(answers.smoothed()))
        .later(ResultKey.MODES, () -> answers.estimator().modes(answers.smoothed()))
        .later(ResultKey.IMPUTATION, () -> trained.estimator().imputation())
        .later(ResultKey.DIAGNOSIS, trained::diagnosis)
        .later(ResultKey.DEGENERACY, answers::degeneracy)
        .later(ResultKey.DEPENDENCIES, () -> trained.estimator().dependencies())
        .later(ResultKey.DENSITY, () -> trained.estimator().density())
        .later(ResultKey.DENSITY_WEEK, () -> trained.estimator().densityWeek())
        .later(ResultKey.PARAMETERS, () -> trained.estimator().parameters())
        .later(ResultKey.NOISE, () -> trained.estimator().noise());
  }

  /** The predictions of all rows that are scored. */
  private List<Estimate> scoredRows() {
    return trained.answers().stream()
        .map(a -> a.online().predicted().rows(a.rows().from(), a.rows().to()))
        .toList();
  }

  /** Filtered as far as the forecast has seen, then the forecast. */
  private List<Estimate> seenAndForecast() {
    int seen = answers.rows().seen(trained.dataset().source());
    Estimate filtered = answers.online().filtered().rows(0, seen);
    return Stream.concat(Stream.of(filtered), answers.forecast().stream()).toList();
  }

  /** What shows a finished training, as far as the model has it. */
  public List<FigureCard> cards() {
    return experiment.model().figures().stream()
        .filter(card -> card.isUsual() && card.isDrawn() && card.isPossible(results))
        .toList();
  }

  /** The figures of these that are not empty, by their names. */
  public Map<String, Figure> usual() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (FigureCard card : cards()) {
      Figure figure = card.figure(results);
      if (!card.isEmpty(figure)) figures.put(card.id(), figure);
    }
    return figures;
  }
}
