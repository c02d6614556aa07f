package undercurrent.session;

import java.util.Optional;
import undercurrent.edit.Revision;
import undercurrent.inference.Estimate;
import undercurrent.inference.WideSeries;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;
import undercurrent.series.Stretch;

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
    Optional<Part> part,
    Optional<SeriesSet> edited,
    Optional<ChosenModel<?>> tried) {
  private static final int SHORTEST_BEYOND = 10;

  /** Of the rows of a stretch, one in so many is forecast. */
  private static final int AHEAD = 4;

  /**
   * A part of a series, which the model sees alone.
   *
   * @param rows the last that the forecast has seen among them
   * @param note says which rows these are, in a sentence
   */
  public record Part(Stretch rows, String note) {
    private Estimate placed(Estimate ofPart) {
      return ofPart.ofStretch(rows.from(), note);
    }
  }

  /** Of a whole series, of the data that the training learns from. */
  public Viewpoint(int series, int seen, int horizon) {
    this(series, seen, horizon, Optional.empty());
  }

  /** Of a part of a series, if there is one, of the data that the training learns from. */
  Viewpoint(int series, int seen, int horizon, Optional<Part> part) {
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
    int most = WideSeries.watchedRows(set.observedChannels().length);
    if (length <= most) return new Viewpoint(series, seen, horizon);
    int ahead = Math.min(horizon, most / AHEAD);
    int from = Math.clamp((long) seen + ahead - most, 0, length - most);
    Stretch rows = new Stretch(from, from + most);
    Part part = new Part(rows, WideSeries.watchedNote(set, rows, length));
    return new Viewpoint(series, seen, ahead, Optional.of(part));
  }

  /** The row of the series that is row 0 of what the model sees. */
  int first() {
    return part.map(p -> p.rows().from()).orElse(0);
  }

  /** Whether a row of the series is estimated. */
  boolean sees(int row) {
    return part.isEmpty() || (row >= part.get().rows().from() && row < part.get().rows().end());
  }

  /** An estimate of what the model sees, as one of the series. */
  Estimate placed(Estimate ofSeen) {
    return part.map(p -> p.placed(ofSeen)).orElse(ofSeen);
  }
}
