package undercurrent.series;

import java.util.List;
import undercurrent.series.Sample.Source;

/** The samples that are files of the {@code samples} folder. */
final class FileSamples {
  /** In the order of the gallery. */
  static final List<Sample> ALL =
      List.of(
          file(
              SampleGroup.START,
              "sine",
              "09_gen_sine_family.csv",
              "Sine family",
              "A first example: the latent state moves on a circle and forecasts a sine wave."),
          file(
              SampleGroup.START,
              "storms",
              "07_atlantic_storms.csv",
              "Atlantic storms",
              "Tracks on a map, with forecasts of the position 24 hours ahead."),
          file(
              SampleGroup.START,
              "pendulum",
              "10_gen_noisy_pendulum.csv",
              "Noisy pendulum",
              "A nonlinear state observed through a noisy sine, with its true values."),
          file(
              SampleGroup.START,
              "chorales",
              "20_chorales.json",
              "Chorale phrases",
              "Four voices as a roll of keys: which notes may sound together, and what follows"
                  + " them."),
          file(
              SampleGroup.CHAOS,
              "lorenz",
              "11_gen_lorenz63.csv",
              "Lorenz 63",
              "A chaotic system: forecasts are good for a short horizon, and their bands widen"
                  + " after it."),
          file(
              SampleGroup.START,
              "nile",
              "01_nile.csv",
              "Nile",
              "A local level with a drop in 1899, separated from the observation noise."),
          file(
              SampleGroup.REAL,
              "air-passengers",
              "02_air_passengers.csv",
              "Air passengers",
              "A trend and a season whose size grows with the level, which logarithms make"
                  + " constant."),
          file(
              SampleGroup.REAL,
              "sunspots",
              "03_sunspots_yearly.csv",
              "Sunspots",
              "An oscillation whose amplitude and period change."),
          file(
              SampleGroup.REAL,
              "co2",
              "04_co2_weekly_gaps.csv",
              "CO₂ with gaps",
              "Weeks are missing, and the bands widen where nothing was observed."),
          file(
              SampleGroup.REAL,
              "el-nino",
              "05_el_nino_sst_monthly.csv",
              "El Niño",
              "A season and irregular events, which are the part that the season does not"
                  + " explain."),
          file(
              SampleGroup.REAL,
              "us-macro",
              "06_us_macro_quarterly.csv",
              "US economy",
              "Twelve channels that follow one or two latent factors."),
          file(
              SampleGroup.REAL,
              "weather",
              "08_seattle_weather_daily.csv",
              "Seattle weather",
              "Channels of different scale and skewness; a note names the text column that is left"
                  + " out."),
          file(
              SampleGroup.SIMULATED,
              "irregular-sine",
              "12_gen_irregular_sine.csv",
              "Irregular sine",
              "A sine wave observed at uneven times."),
          file(
              SampleGroup.LESSONS,
              "lesson-nile",
              "13_lesson_nile_hidden_years.csv",
              "Hidden years of the Nile",
              "Forty years are hidden; a local level should hold nine in ten of them in its 90 %"
                  + " band."),
          file(
              SampleGroup.LESSONS,
              "lesson-co2",
              "14_lesson_co2_hidden_year.csv",
              "Hidden year of CO₂",
              "1972 is hidden; a trend and a season fill it better than a straight line does."),
          file(
              SampleGroup.LESSONS,
              "lesson-airline",
              "15_lesson_airline.csv",
              "Airline forecast",
              "A forecast of two years by the airline model of the logarithms; compare it without"
                  + " them."),
          file(
              SampleGroup.LESSONS,
              "lesson-oscillator",
              "16_lesson_oscillator.csv",
              "Unknown noise",
              "Transition and noise are learned from noisy positions; an oscillation needs a latent"
                  + " size of two."),
          file(
              SampleGroup.LESSONS,
              "lesson-lidar",
              "17_lesson_lidar_targets.csv",
              "Lidar targets",
              "With Q and R trained on its error, a filter follows the targets better than"
                  + " with the noise's own covariances."),
          file(
              SampleGroup.LESSONS,
              "lesson-pendulum",
              "18_lesson_pendulum.csv",
              "Filters of a pendulum",
              "The equations are known: compare the forecast of a filter with that of the"
                  + " kind linear."),
          file(
              SampleGroup.LESSONS,
              "lesson-turns",
              "19_lesson_taking_turns.csv",
              "Switching rotations",
              "Regime-switching rotations: which regime is active, and when it changes, is"
                  + " estimated."));

  private FileSamples() {}

  private static Sample file(
      SampleGroup group, String id, String fileName, String title, String teaches) {
    return new Sample(group, id, title, teaches, new Source.File(fileName));
  }
}
