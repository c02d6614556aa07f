package undercurrent.figure;

import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;

/**
 * Errors at the rows of a forecast: of predictions one step ahead, each of which has seen all rows
 * before it, beside those of the forecast, which runs on what the model makes itself.
 */
final class FreeRunFigure {
  private final ShownSeries shown;
  private final int place;
  private final Channel channel;
  private final Estimate predicted;
  private final Estimate forecast;
  private final double[] observed;

  /**
   * @param channel in the set's channels
   */
  FreeRunFigure(SeriesSet set, int channel, Estimate predicted, Estimate forecast) {
    this.shown = new ShownSeries(set, forecast.series());
    int[] channels = set.observedChannels();
    this.place = Math.max(0, Arrays.binarySearch(channels, channel));
    this.channel = set.channels().get(channels[place]);
    this.predicted = predicted;
    this.forecast = forecast;
    this.observed = shown.series().channel(channels[place]);
  }

  Figure figure() {
    double[] oneStep = errors(predicted);
    double[] freeRun = errors(forecast);
    String name = ShownSeries.name(channel);
    String errors =
        Words.of("freeRun.errors", Numbers.words(rms(oneStep)), Numbers.words(rms(freeRun)));
    return new Figure(
        "free-run",
        Words.of("freeRun.title", shown.title(), errors),
        shown.timeAxis(),
        new Axis(
            Words.of("axis.absolute", name),
            Visible.name(channel.unit()),
            Axis.Kind.NUMBER,
            0,
            Double.NaN),
        List.of(
            line(Words.of("ahead"), Ink.BLUE, oneStep),
            line(Words.of("freeRun.free"), Ink.ORANGE, freeRun)),
        0,
        Words.of("freeRun.summary", name, forecast.length(), errors));
  }

  private Mark line(String legend, Ink ink, double[] errors) {
    return new Mark.Line(legend, ink, Mark.Stroke.SOLID, forecast.times(), errors);
  }

  /** Of the mean at each row of the forecast; NaN where nothing was observed. */
  private double[] errors(Estimate estimate) {
    double[] errors = new double[forecast.length()];
    for (int h = 0; h < errors.length; h++) {
      int row = forecast.from() + h;
      int at = row - estimate.from();
      boolean isThere = row < observed.length && at >= 0 && at < estimate.length();
      double mean = isThere ? estimate.observation().mean().at(at, place) : Double.NaN;
      errors[h] = isThere ? Math.abs(mean - observed[row]) : Double.NaN;
    }
    return errors;
  }

  private static double rms(double[] errors) {
    return Math.sqrt(
        Arrays.stream(errors).filter(e -> !Double.isNaN(e)).map(e -> e * e).average().orElse(0));
  }
}
