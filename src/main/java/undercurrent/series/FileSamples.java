package undercurrent.series;

import java.util.List;
import undercurrent.series.Sample.Source;

/** The samples that are files of the {@code samples} folder. */
final class FileSamples {
  /** In the order of the gallery. */
  static final List<Sample> ALL =
      List.of(
          file(SampleGroup.START, "sine", "09_gen_sine_family.csv"),
          file(SampleGroup.START, "storms", "07_atlantic_storms.csv"),
          file(SampleGroup.START, "pendulum", "10_gen_noisy_pendulum.csv"),
          file(SampleGroup.START, "chorales", "20_chorales.json"),
          file(SampleGroup.CHAOS, "lorenz", "11_gen_lorenz63.csv"),
          file(SampleGroup.START, "nile", "01_nile.csv"),
          file(SampleGroup.REAL, "air-passengers", "02_air_passengers.csv"),
          file(SampleGroup.REAL, "sunspots", "03_sunspots_yearly.csv"),
          file(SampleGroup.REAL, "co2", "04_co2_weekly_gaps.csv"),
          file(SampleGroup.REAL, "el-nino", "05_el_nino_sst_monthly.csv"),
          file(SampleGroup.REAL, "us-macro", "06_us_macro_quarterly.csv"),
          file(SampleGroup.REAL, "weather", "08_seattle_weather_daily.csv"),
          file(SampleGroup.SIMULATED, "irregular-sine", "12_gen_irregular_sine.csv"),
          file(SampleGroup.LESSONS, "lesson-nile", "13_lesson_nile_hidden_years.csv"),
          file(SampleGroup.LESSONS, "lesson-co2", "14_lesson_co2_hidden_year.csv"),
          file(SampleGroup.LESSONS, "lesson-airline", "15_lesson_airline.csv"),
          file(SampleGroup.LESSONS, "lesson-oscillator", "16_lesson_oscillator.csv"),
          file(SampleGroup.LESSONS, "lesson-lidar", "17_lesson_lidar_targets.csv"),
          file(SampleGroup.LESSONS, "lesson-pendulum", "18_lesson_pendulum.csv"),
          file(SampleGroup.LESSONS, "lesson-turns", "19_lesson_taking_turns.csv"));

  private FileSamples() {}

  private static Sample file(SampleGroup group, String id, String fileName) {
    return new Sample(group, id, new Source.File(fileName));
  }
}
