package undercurrent.inference;

import java.util.Optional;
import undercurrent.series.SeriesSet;
import undercurrent.series.Stretch;

/**
 * Rows of one series that are estimated alone, where all of them are too many.
 *
 * @param series index in the set
 * @param note says which rows these are, in a sentence
 */
public record SeriesPart(int series, Stretch rows, String note) {
  /** Of the rows of a part, one in so many is forecast. */
  private static final int AHEAD = 4;

  /**
   * The rows around the first that is forecast; empty where the whole series has room.
   *
   * @param seen rows that the forecast has seen
   * @param horizon rows that are to be forecast
   */
  public static Optional<SeriesPart> around(SeriesSet set, int series, int seen, int horizon) {
    int length = set.series().get(series).length();
    int most = WideSeries.watchedRows(set.observedChannels().length);
    if (length <= most) return Optional.empty();
    int ahead = ahead(most, horizon);
    int from = Math.clamp((long) seen + ahead - most, 0, length - most);
    return Optional.of(of(set, series, new Stretch(from, from + most)));
  }

  /** Some rows of a series. */
  public static SeriesPart of(SeriesSet set, int series, Stretch rows) {
    int length = set.series().get(series).length();
    return new SeriesPart(series, rows, WideSeries.watchedNote(set, rows, length));
  }

  /** The same of a film; other series are estimated whole where nobody waits. */
  public static Optional<SeriesPart> ofFilm(SeriesSet set, int series, int seen, int horizon) {
    return set.frame().isPresent() ? around(set, series, seen, horizon) : Optional.empty();
  }

  private static int ahead(int rows, int horizon) {
    return Math.min(horizon, Math.max(1, rows / AHEAD));
  }

  /** How far is forecast where a whole series would be forecast as far as the horizon. */
  public int ahead(int horizon) {
    return ahead(rows.end() - rows.from(), horizon);
  }

  /**
   * Estimates the series by its own rows.
   *
   * @param ofPart of a model of data that {@link undercurrent.series.Dataset#looking look} at these
   *     rows, so that row 0 of the series is the first of them
   */
  public Estimator over(Estimator ofPart) {
    return new PartEstimator(this, ofPart);
  }

  Estimate placed(Estimate ofPart) {
    return ofPart.series() == series ? ofPart.moved(rows.from()).noted(note) : ofPart;
  }

  Estimate cut(Estimate placed) {
    return placed.series() == series ? placed.moved(-rows.from()) : placed;
  }

  /** A row of a series as the model counts it that sees the part. */
  int row(int of, int row) {
    return of == series ? row - rows.from() : row;
  }
}
