package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import undercurrent.series.Sample.Source;

/** The catalogue of what can be opened without having a file. */
public final class Samples {
  private static final String FOLDER = "/samples/";

  private static final List<Sample> ALL =
      List.of(
          file(
              "sine",
              "09_gen_sine_family",
              "Sine family",
              "The first thing to try: a latent circle that forecasts a wave."),
          file(
              "storms",
              "07_atlantic_storms",
              "Atlantic storms",
              "Tracks on a map: where will the storm be in 24 hours?"),
          file(
              "pendulum",
              "10_gen_noisy_pendulum",
              "Noisy pendulum",
              "A nonlinear state behind a noisy sine, with the truth shown."),
          file(
              "lorenz",
              "11_gen_lorenz63",
              "Lorenz 63",
              "Chaos: a short horizon that can be forecast, and an honest long one."),
          file(
              "nile",
              "01_nile",
              "Nile",
              "A wandering level and a jump in 1899: how much is noise?"),
          file(
              "air-passengers",
              "02_air_passengers",
              "Air passengers",
              "Trend and season that grow together: a case for the logarithm."),
          file(
              "sunspots",
              "03_sunspots_yearly",
              "Sunspots",
              "An oscillation whose size and period change."),
          file(
              "co2",
              "04_co2_weekly_gaps",
              "CO₂ with gaps",
              "Missing weeks: bands widen where nothing was seen."),
          file(
              "el-nino",
              "05_el_nino_sst_monthly",
              "El Niño",
              "Season and surprise: what the season does not explain is the event."),
          file(
              "us-macro",
              "06_us_macro_quarterly",
              "US economy",
              "Twelve columns, and one or two latent factors behind them."),
          file(
              "weather",
              "08_seattle_weather_daily",
              "Seattle weather",
              "Mixed scales and skew; a text column is left out by name."),
          file(
              "irregular-sine",
              "12_gen_irregular_sine",
              "Irregular sine",
              "Times that are not evenly spaced, as they come from the field."),
          file(
              "lesson-nile",
              "13_lesson_nile_hidden_years",
              "Hidden years of the Nile",
              "Forty years are hidden from a local level: do nine in ten lie in its band?"),
          file(
              "lesson-co2",
              "14_lesson_co2_hidden_year",
              "Hidden year of CO₂",
              "1972 is hidden: trend and season fill it, where a straight line would not."),
          file(
              "lesson-airline",
              "15_lesson_airline",
              "Airline forecast",
              "Two years ahead by the airline model on logarithms; try it without them."),
          file(
              "lesson-oscillator",
              "16_lesson_oscillator",
              "Unknown noise",
              "Motion and noise are learned from noisy positions; one latent number cannot turn."),
          file(
              "lesson-lidar",
              "17_lesson_lidar_targets",
              "Lidar targets",
              "Trained on the error, Q and R follow targets better than the noise's own"
                  + " covariances."),
          file(
              "lesson-pendulum",
              "18_lesson_pendulum",
              "Filters of a pendulum",
              "Its equations are known. Choose a filter, then the kind linear: which forecast"
                  + " swings on?"),
          file(
              "lesson-turns",
              "19_lesson_taking_turns",
              "Taking turns",
              "Two whirls, and each has its turn: which one is at work, and when did it change?"),
          made(
              "new-sine",
              "New sine family",
              "Fresh waves from a seed, as many as you like.",
              SineFamily.USUAL),
          made(
              "new-damped",
              "Damped oscillator",
              "A linear system that slowly dies away, seen through noise.",
              DampedOscillator.USUAL),
          made(
              "new-pendulum",
              "New pendulum",
              "Another run of the noisy pendulum from a seed.",
              NoisyPendulum.USUAL),
          made(
              "new-lorenz",
              "New Lorenz 63",
              "Another stretch of the butterfly from a seed.",
              Lorenz63.USUAL),
          made(
              "new-van-der-pol",
              "Van der Pol",
              "A limit cycle: slow, slow, jump.",
              VanDerPol.USUAL),
          made(
              "new-turns",
              "New turns",
              "Two whirls that take turns, from a seed: switching linear models find them.",
              SwitchingRotations.USUAL),
          made(
              "new-growth",
              "Growth model",
              "The sign of the state is not seen: a belief with two peaks, which only particles"
                  + " hold.",
              UnivariateGrowth.USUAL),
          made(
              "new-laser-radar",
              "Laser and radar",
              "Two sensors take turns, one of them in angles: the known model puts them together.",
              LaserRadarTarget.USUAL),
          made(
              "new-linear",
              "Random linear system",
              "The ground truth is a linear-Gaussian model, so the best answer is known.",
              RandomLinearGaussian.USUAL));

  private Samples() {}

  private static Sample file(String id, String fileName, String title, String teaches) {
    return new Sample(id, title, teaches, new Source.File(fileName + ".csv"));
  }

  private static Sample made(String id, String title, String teaches, Generator generator) {
    return new Sample(id, title, teaches, new Source.Made(generator));
  }

  /** All samples, files first, in the order of the gallery. */
  public static List<Sample> all() {
    return ALL;
  }

  /**
   * One sample by its id ({@code sine}), number ({@code 09} or {@code 9}), file name with or
   * without ending ({@code 09_gen_sine_family}) or a path that ends in it.
   */
  public static Optional<Sample> find(String idOrFileNameOrPath) {
    String name = idOrFileNameOrPath.substring(lastSeparator(idOrFileNameOrPath) + 1);
    return ALL.stream().filter(s -> s.id().equals(name) || isFile(s, name)).findFirst();
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  private static boolean isFile(Sample sample, String name) {
    if (!(sample.source() instanceof Source.File file)) return false;
    String own = file.fileName();
    return own.equals(name)
        || own.equals(name + ".csv")
        || (name.matches("\\d{1,2}") && own.startsWith("0".repeat(2 - name.length()) + name + "_"));
  }

  static Reading read(String fileName, ImportChoices choices) {
    try (InputStream in = Samples.class.getResourceAsStream(FOLDER + fileName)) {
      if (in == null) throw SeriesException.in(fileName, "is missing; install Undercurrent again");
      return Importer.read(TextSource.of(fileName, in.readAllBytes()), choices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
