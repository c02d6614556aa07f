package undercurrent.session;

import java.util.Optional;
import undercurrent.edit.Revision;
import undercurrent.inference.Estimator;
import undercurrent.inference.SeriesPart;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.Fitting;
import undercurrent.series.SeriesSet;

/**
 * The series and the forecast that the window shows.
 *
 * @param series index in the set
 * @param seen rows that the forecast has seen
 * @param horizon rows of the forecast; 0 = none
 * @param part of the series that is estimated alone; empty = all of it
 * @param edited data that were edited since the training began; empty for those that it learns from
 * @param tried a model whose parameters a person has set; empty for the one that is trained
 */
public record Viewpoint(
    int series,
    int seen,
    int horizon,
    Optional<SeriesPart> part,
    Optional<SeriesSet> edited,
    Optional<ChosenModel<?>> tried) {
  private static final int SHORTEST_BEYOND = 10;

  /** Of a whole series, of the data that the training learns from. */
  public Viewpoint(int series, int seen, int horizon) {
    this(series, seen, horizon, Optional.empty());
  }

  /** Of a part of a series, if there is one, of the data that the training learns from. */
  Viewpoint(int series, int seen, int horizon, Optional<SeriesPart> part) {
    this(series, seen, horizon, part, Optional.empty(), Optional.empty());
  }

  /** The same of data that were edited. */
  public Viewpoint on(Revision revision) {
    return new Viewpoint(
        series,
        seen,
        horizon,
        part,
        revision.isAhead() ? Optional.of(revision.shown()) : Optional.empty(),
        tried);
  }

  /** The same by a model whose parameters a person has set, if there is one. */
  public Viewpoint by(Optional<ChosenModel<?>> model) {
    return new Viewpoint(series, seen, horizon, part, edited, model);
  }

  /** Whether data, rows or model are others than those of the training. */
  boolean isOther() {
    return part.isPresent() || edited.isPresent() || tried.isPresent();
  }

  /**
   * With a forecast to the end, or beyond it when all rows are seen; of a series that is too large
   * for a person to wait for, the rows around the first that is forecast.
   *
   * @param seenShare of its rows, in [0, 1]
   */
  public static Viewpoint of(SeriesSet set, int series, double seenShare) {
    int length = set.series().get(series).length();
    int seen = Math.clamp(Math.round(seenShare * length), 1, length);
    int horizon = seen < length ? length - seen : Math.max(SHORTEST_BEYOND, length / 4);
    Optional<SeriesPart> part = SeriesPart.around(set, series, seen, horizon);
    int ahead = part.map(p -> p.ahead(horizon)).orElse(horizon);
    return new Viewpoint(series, seen, ahead, part);
  }

  /** Whether a row of the series is estimated. */
  boolean sees(int row) {
    return part.isEmpty() || (row >= part.get().rows().from() && row < part.get().rows().end());
  }

  /** Estimates of the series, by a model that sees what is watched. */
  Estimator estimator(Fitting model) {
    Estimator ofSeen = model.estimator();
    return part.map(p -> p.over(ofSeen)).orElse(ofSeen);
  }
}
