package undercurrent.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;

/**
 * The forecast of a run, kept apart from its model.
 *
 * @param series index in the set
 * @param from the row of the series that it begins at
 * @param level the probability inside its band
 * @param times {@code [N]} in the unit of the time axis
 * @param median of the observed channels in the file's units, {@code [N][C]}
 * @param lower the lower end of the band, {@code [N][C]}
 * @param upper the upper end, {@code [N][C]}
 */
public record KeptForecast(
    int series,
    int from,
    double level,
    double[] times,
    double[][] median,
    double[][] lower,
    double[][] upper) {
  /** More numbers are too many for a document that keeps several forecasts. */
  private static final int MOST = 20_000;

  public KeptForecast {
    int width = median.length == 0 ? 0 : median[0].length;
    for (double[][] part : List.of(median, lower, upper)) {
      boolean isWhole = Arrays.stream(part).allMatch(row -> row.length == width);
      if (part.length != times.length || !isWhole || series < 0 || from < 0) {
        throw new IllegalArgumentException(ExperimentWords.of("keptForecast.length"));
      }
    }
  }

  /** Of an estimate; nothing of one that has too many numbers to be kept. */
  public static Optional<KeptForecast> of(Estimate forecast) {
    Band band = forecast.observation();
    long count = (long) band.size() * forecast.length();
    if (count == 0 || count > MOST) return Optional.empty();
    return Optional.of(
        new KeptForecast(
            forecast.series(),
            forecast.from(),
            forecast.level(),
            forecast.times(),
            band.median().all(),
            band.lower().all(),
            band.upper().all()));
  }

  /** Whether it is of a series of this set, with a column for each observed channel. */
  boolean fits(SeriesSet set) {
    int columns = set.observedChannels().length;
    return series < set.series().size() && (median.length == 0 || median[0].length == columns);
  }

  /** As an estimate that figures draw. */
  public Estimate estimate() {
    int length = times.length;
    double[][] empty = new double[length][0];
    double[][] unknown = new double[length][length == 0 ? 0 : median[0].length];
    for (double[] row : unknown) Arrays.fill(row, Double.NaN);
    return new Estimate(
        series,
        Conditioning.FORECAST,
        "kept",
        level,
        from,
        times,
        new Band(
            NumberRows.of(median),
            NumberRows.of(lower),
            NumberRows.of(upper),
            NumberRows.of(median)),
        new Band(empty, empty, empty),
        new double[0][][],
        NumberRows.of(unknown),
        List.of(),
        Estimate.NO_REGIMES,
        List.of());
  }
}
