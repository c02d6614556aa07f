package undercurrent.series;

/**
 * The reversible way from the observed channels of a set to what a model sees. Fitted on the
 * training part only.
 *
 * <p>A model sees as many values as there are observed channels, in their order. Each is
 * standardised; binary channels and pixels stay as they are. Of a track, the place of the latitude
 * holds the step north and the place of the longitude the step east since the last position that
 * was observed, in metres in the tangent plane there ({@link Geo}), standardised too. The first
 * position of a track is given, not modelled: its step is masked.
 */
public interface Preparation {
  /** Fits the scaling on the training part of a set. */
  static Preparation fit(SeriesSet set) {
    return new StandardPreparation(set);
  }

  /** The same scaling of other series with the same channels. */
  Preparation on(SeriesSet others);

  /** D as the model sees it. */
  int observationSize();

  /** P, numbers of a position that a model may read beside its steps; 0 unless it is a track. */
  default int placeSize() {
    return 0;
  }

  /**
   * Moves positions by steps, all in the model's units.
   *
   * @param places {@code [N·P]}
   * @param rows {@code [N·D]}
   */
  default void move(float[] places, float[] rows) {}

  /** Rows {@code from .. to-1} of a series in the model's units. */
  Sequence apply(int series, int from, int to);

  /**
   * Turns rows in the model's units back to the observed channels, in the file's units.
   *
   * <p>For a track a model sees steps, so a row needs the position before it. When {@code chained},
   * row i starts where row i-1 of {@code rows} ended (a sampled path into the future); otherwise it
   * starts at the last position that was observed before it (an estimate of something seen). Row 0
   * always starts at the last position observed before {@code from}. Rows up to the first observed
   * position of a series become that position; of a series without any they are NaN.
   *
   * @param series index in the set
   * @param from the row of the series that row 0 stands at; may lie beyond its end
   * @param rows {@code [N][D]} in the model's units
   * @return {@code [N][C]}, C = the number of observed channels
   */
  double[][] restore(int series, int from, double[][] rows, boolean chained);

  /** What 1 in the model's units is in the file's units; of a track's steps, in metres. */
  double scale(int place);

  /** What 0 in the model's units is in the file's units. */
  double shift(int place);

  /** What 1 of an input in the model's units is in the file's units. */
  default double inputScale(int place) {
    return 1;
  }

  /** What 0 of an input in the model's units is in the file's units. */
  default double inputShift(int place) {
    return 0;
  }

  /**
   * log |d model units / d file units| summed over the D values of one row: log-densities + this =
   * per file unit. The file unit of a track's position is taken as a metre, not a degree.
   */
  double logScale();
}
