package undercurrent.session;

import java.util.Optional;
import undercurrent.edit.Revision;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;

/**
 * The series and the forecast that the window shows.
 *
 * @param series index in the set
 * @param seen rows that the forecast has seen
 * @param horizon rows of the forecast; 0 = none
 * @param edited data that were edited since the training began; empty for those that it learns from
 * @param tried a model whose parameters a person has set; empty for the one that is trained
 */
public record Viewpoint(
    int series, int seen, int horizon, Optional<SeriesSet> edited, Optional<ChosenModel<?>> tried) {
  private static final int SHORTEST_BEYOND = 10;

  /** Of the data that the training learns from. */
  public Viewpoint(int series, int seen, int horizon) {
    this(series, seen, horizon, Optional.empty(), Optional.empty());
  }

  /** The same of data that were edited. */
  public Viewpoint on(Revision revision) {
    return new Viewpoint(
        series,
        seen,
        horizon,
        revision.isAhead() ? Optional.of(revision.shown()) : Optional.empty(),
        tried);
  }

  /** The same by a model whose parameters a person has set, if there is one. */
  public Viewpoint by(Optional<ChosenModel<?>> model) {
    return new Viewpoint(series, seen, horizon, edited, model);
  }

  /** Whether another one looks at the same data by the same model. */
  public boolean isLike(Viewpoint other) {
    return edited.equals(other.edited) && tried.equals(other.tried);
  }

  /** Whether data or model are others than those of the training. */
  boolean isOther() {
    return edited.isPresent() || tried.isPresent();
  }

  /**
   * With a forecast to the end, or beyond it when all rows are seen.
   *
   * @param length of the series
   * @param seenShare of its rows, in [0, 1]
   */
  public static Viewpoint of(int series, int length, double seenShare) {
    int seen = Math.clamp(Math.round(seenShare * length), 1, length);
    int horizon = seen < length ? length - seen : Math.max(SHORTEST_BEYOND, length / 4);
    return new Viewpoint(series, seen, horizon);
  }
}
