package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;

/**
 * What a model that no longer changes thinks of the rows of one series that are scored: scores,
 * tables and figures read the same answers, and each is computed once, when its answer is first
 * wanted. Not thread-safe.
 */
public final class Answers {
  private final Scores.Rows rows;
  private final Lazy<Estimator.Online> online;
  private final boolean smooths;
  private final Lazy<Estimate> smoothed;
  private final Lazy<Optional<Estimate>> forecast;
  private final Lazy<Optional<Degeneracy>> degeneracy;

  private Answers(Estimator estimator, SeriesSet set, Scores.Rows rows) {
    this.rows = rows;
    int series = rows.series();
    int seen = rows.seen(set);
    online = new Lazy<>(() -> estimator.online(series));
    smooths = estimator.smooths();
    smoothed = new Lazy<>(() -> estimator.smoothed(series));
    forecast =
        new Lazy<>(
            () ->
                seen < rows.to()
                    ? Optional.of(estimator.forecast(series, seen, rows.to() - seen))
                    : Optional.empty());
    degeneracy = new Lazy<>(() -> estimator.degeneracy(series));
  }

  /** Of all rows that are scored, series by series. */
  public static List<Answers> of(Estimator estimator, Dataset data) {
    List<Answers> answers = new ArrayList<>();
    for (Scores.Rows rows : Scores.rows(data)) {
      answers.add(new Answers(estimator, data.source(), rows));
    }
    return answers;
  }

  /** The rows that are scored. */
  public Scores.Rows rows() {
    return rows;
  }

  /** Filtered and predicted, of the whole series. */
  public Estimator.Online online() {
    return online.get();
  }

  /** Of the whole series. */
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

  /** All estimates: filtered, predicted, smoothed where it smooths, and the forecast. */
  public List<Estimate> all() {
    List<Estimate> all = new ArrayList<>();
    all.add(online().filtered());
    all.add(online().predicted());
    if (smooths) all.add(smoothed());
    forecast().ifPresent(all::add);
    return all;
  }
}
