package undercurrent.series;

import java.util.List;
import undercurrent.series.Sample.Source;

/** The samples that generators make. */
final class MadeSamples {
  /** In the order of the gallery. */
  static final List<Sample> ALL =
      List.of(
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

  private MadeSamples() {}

  private static Sample made(
      SampleGroup group, String id, String title, String teaches, Generator generator) {
    return new Sample(group, id, title, teaches, new Source.Made(generator));
  }
}
