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
                  + " estimated."),
          made(
              SampleGroup.SIMULATED,
              "new-sine",
              "New sine family",
              "Sine waves of random amplitude and phase, generated from a seed.",
              SineFamily.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-clean-sine",
              "Sine family without noise",
              "Half of each wave is seen and half is forecast: a rotation must be learned, which a"
                  + " good reconstruction alone does not show.",
              SineFamily.CLEAN),
          made(
              SampleGroup.SIMULATED,
              "new-noisy-sine",
              "Noisy sine",
              "One sine wave with much noise: filtered means that have not seen the future, and a"
                  + " forecast that keeps its amplitude over several cycles.",
              NoisySine.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-damped",
              "Damped oscillator",
              "A slowly damped linear oscillation, observed with noise.",
              DampedOscillator.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-pendulum",
              "New pendulum",
              "A noisy pendulum, generated from a seed.",
              NoisyPendulum.USUAL),
          made(
              SampleGroup.CHAOS,
              "new-lorenz",
              "New Lorenz 63",
              "The chaotic Lorenz system, generated from a seed.",
              Lorenz63.USUAL),
          made(
              SampleGroup.CHAOS,
              "new-van-der-pol",
              "Van der Pol",
              "A relaxation oscillation: slow motion with fast jumps, on a limit cycle.",
              VanDerPol.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-pendulums",
              "Damped pendulums",
              "A pendulum that is let go from large angles, of which the physics of small ones is"
                  + " known.",
              DampedPendulums.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-van-der-pol-starts",
              "Van der Pol from many starts",
              "An oscillator whose equations are typed but for one number: it is learned with the"
                  + " states, in a deep Markov model without a network for the motion.",
              VanDerPolStarts.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-turns",
              "New switching rotations",
              "Regime-switching rotations, generated from a seed, for switching linear models.",
              SwitchingRotations.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-speeds",
              "Two speeds",
              "A point on a circle, slow and fast in turn, seen by its distances from three"
                  + " beacons; a linear model of its position has one speed, mixed ones have both.",
              AlternatingRotations.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-growth",
              "Growth model",
              "The sign of the state is not observed, so its posterior has two modes, which only"
                  + " particles represent.",
              UnivariateGrowth.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-log-level",
              "Log-normal level",
              "Levels observed through an exponential function: a Kalman filter is exact after the"
                  + " flow that undoes it.",
              LogNormalLevel.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-pickups",
              "City pickups",
              "Positions whose density changes with the hour of the week; rows do not follow one"
                  + " another.",
              CityPickups.USUAL),
          made(
              SampleGroup.LESSONS,
              "lesson-networks",
              "Networks and limits",
              "The equations are known, and with them the best bound of each inference network:"
                  + " which network comes near which line?",
              DriftingWalk.USUAL),
          made(
              SampleGroup.LESSONS,
              "lesson-free-run",
              "One step and free run",
              "Windows of a fifth of a wave teach one step ahead, and the forecast is poor. Windows"
                  + " of 200 steps lower the error one step ahead by a seventh, that of the"
                  + " forecast by two thirds.",
              NoisySine.SLOW),
          made(
              SampleGroup.SIMULATED,
              "new-laser-radar",
              "Laser and radar",
              "A laser and a radar, which measures angles, in turn: the known model combines them.",
              LaserRadarTarget.USUAL),
          made(
              SampleGroup.SIMULATED,
              "new-linear",
              "Random linear system",
              "The data come from a linear-Gaussian model, so the exact posterior is known.",
              RandomLinearGaussian.USUAL),
          made(
              SampleGroup.FILMS,
              "new-ball",
              "Bouncing ball",
              "Clips of 16 × 16 pixels: two coordinates and their velocities explain every frame.",
              BouncingBall.USUAL),
          made(
              SampleGroup.FILMS,
              "new-falling-ball",
              "Falling ball",
              "The bouncing ball under gravity, which no linear step of all frames explains.",
              BouncingBall.FALLING),
          made(
              SampleGroup.FILMS,
              "new-large-ball",
              "Large bouncing ball",
              "The bouncing ball in 32 × 32 pixels.",
              BouncingBall.LARGE),
          made(
              SampleGroup.FILMS,
              "new-disc",
              "Beating disc",
              "A radius that beats with a period of 12 frames: a learned linear step has"
                  + " eigenvalues at that angle.",
              BeatingDisc.USUAL),
          made(
              SampleGroup.FILMS,
              "new-points",
              "Moving points",
              "Two points of light that move in straight lines and pass through one another.",
              MovingPoints.USUAL),
          made(
              SampleGroup.FILMS,
              "new-plate",
              "Heat plate",
              "Heat spreads from a hot disc: each cell moves towards the mean of its neighbours.",
              HeatPlate.USUAL),
          made(
              SampleGroup.FILMS,
              "new-cauchy-plate",
              "Heat plate, Cauchy noise",
              "The heat plate with noise whose single jumps decide every squared error.",
              HeatPlate.CAUCHY));

  private Samples() {}

  private static Sample file(
      SampleGroup group, String id, String fileName, String title, String teaches) {
    return new Sample(group, id, title, teaches, new Source.File(fileName));
  }

  private static Sample made(
      SampleGroup group, String id, String title, String teaches, Generator generator) {
    return new Sample(group, id, title, teaches, new Source.Made(generator));
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
        || own.startsWith(name + ".")
        || (name.matches("\\d{1,2}") && own.startsWith("0".repeat(2 - name.length()) + name + "_"));
  }

  static Reading read(String fileName, ImportChoices choices) {
    try (InputStream in = Samples.class.getResourceAsStream(FOLDER + fileName)) {
      if (in == null) throw SeriesException.in(fileName, "is missing; install Undercurrent again");
      return Importer.read(
          TableSources.ofText(TextSource.of(fileName, in.readAllBytes())), choices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
