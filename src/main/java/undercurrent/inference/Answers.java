package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;

/**
 * What a model that no longer changes thinks of the rows of one series that are scored: scores,
 * tables and figures read the same answers, and each is computed once, when its answer is first
 * wanted. Not thread-safe, but each of the {@link #questions} may be asked on a thread of its own
 * where the estimator is.
 */
public final class Answers {
  private final Scores.Rows rows;
  private final Lazy<Estimator> estimator;
  private final Lazy<Estimator.Online> online;
  private final Lazy<Estimate> smoothed;
  private final Lazy<Optional<Estimate>> forecast;
  private final Lazy<Optional<Degeneracy>> degeneracy;

  private Answers(Supplier<Estimator> asked, SeriesSet set, Scores.Rows rows) {
    this.rows = rows;
    int series = rows.series();
    int seen = rows.seen(set);
    estimator = new Lazy<>(asked);
    online = new Lazy<>(() -> estimator().online(series));
    smoothed = new Lazy<>(() -> estimator().smoothed(series));
    forecast =
        new Lazy<>(
            () ->
                seen < rows.to()
                    ? Optional.of(estimator().forecast(series, seen, rows.to() - seen))
                    : Optional.empty());
    degeneracy = new Lazy<>(() -> estimator().degeneracy(series));
  }

  /** Of all rows that are scored, series by series. */
  public static List<Answers> of(Estimator estimator, Dataset data) {
    return Scores.rows(data).stream()
        .map(rows -> new Answers(() -> estimator, data.source(), rows))
        .toList();
  }

  /**
   * The same, of large films as much as there is room for.
   *
   * @param estimators one for a series that is estimated in a part of its rows, or for whole series
   */
  public static List<Answers> of(
      Function<Optional<SeriesPart>, Estimator> estimators, Dataset data) {
    return Scores.answered(data).stream()
        .map(rows -> new Answers(() -> estimators.apply(rows.estimated()), data.source(), rows))
        .toList();
  }

  /** What answers; it is asked for what else is shown of the same rows. */
  public Estimator estimator() {
    return estimator.get();
  }

  /** The rows that are scored. */
  public Scores.Rows rows() {
    return rows;
  }

  /** Filtered and predicted, of all rows of the series that are estimated. */
  public Estimator.Online online() {
    return online.get();
  }

  /** Of all rows of the series that are estimated. */
  public Estimate smoothed() {
    return smoothed.get();
  }

  /** Of the rows after those that the forecast has seen; empty where it has seen all. */
  public Optional<Estimate> forecast() {
    return forecast.get();
  }

  /** How the particles degenerate over the whole series, of a filter whose particles are kept. */
  public Optional<Degeneracy> degeneracy() {
    return degeneracy.get();
  }

  /** What {@link #all} asks, question by question. */
  public List<Runnable> questions() {
    List<Runnable> questions = new ArrayList<>();
    questions.add(online::get);
    if (estimator().smooths()) questions.add(smoothed::get);
    questions.add(forecast::get);
    return questions;
  }

  /** All estimates: filtered, predicted, smoothed where it smooths, and the forecast. */
  public List<Estimate> all() {
    List<Estimate> all = new ArrayList<>();
    all.add(online().filtered());
    all.add(online().predicted());
    if (estimator().smooths()) all.add(smoothed());
    forecast().ifPresent(all::add);
    return all;
  }
}
