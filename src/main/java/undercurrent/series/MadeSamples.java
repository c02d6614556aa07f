package undercurrent.series;

import java.util.List;
import undercurrent.series.Sample.Source;

/** The samples that generators make. */
final class MadeSamples {
  /** In the order of the gallery. */
  static final List<Sample> ALL =
      List.of(
          made(SampleGroup.SIMULATED, "new-sine", SineFamily.USUAL),
          made(SampleGroup.SIMULATED, "new-clean-sine", SineFamily.CLEAN),
          made(SampleGroup.SIMULATED, "new-noisy-sine", NoisySine.USUAL),
          made(SampleGroup.SIMULATED, "new-damped", DampedOscillator.USUAL),
          made(SampleGroup.SIMULATED, "new-pendulum", NoisyPendulum.USUAL),
          made(SampleGroup.CHAOS, "new-lorenz", Lorenz63.USUAL),
          made(SampleGroup.CHAOS, "new-van-der-pol", VanDerPol.USUAL),
          made(SampleGroup.SIMULATED, "new-pendulums", DampedPendulums.USUAL),
          made(SampleGroup.SIMULATED, "new-van-der-pol-starts", VanDerPolStarts.USUAL),
          made(SampleGroup.SIMULATED, "new-turns", SwitchingRotations.USUAL),
          made(SampleGroup.SIMULATED, "new-speeds", AlternatingRotations.USUAL),
          made(SampleGroup.SIMULATED, "new-growth", UnivariateGrowth.USUAL),
          made(SampleGroup.SIMULATED, "new-log-level", LogNormalLevel.USUAL),
          made(SampleGroup.SIMULATED, "new-pickups", CityPickups.USUAL),
          made(SampleGroup.LESSONS, "lesson-networks", DriftingWalk.USUAL),
          made(SampleGroup.LESSONS, "lesson-free-run", NoisySine.SLOW),
          made(SampleGroup.SIMULATED, "new-laser-radar", LaserRadarTarget.USUAL),
          made(SampleGroup.SIMULATED, "new-linear", RandomLinearGaussian.USUAL),
          made(SampleGroup.FILMS, "new-ball", BouncingBall.USUAL),
          made(SampleGroup.FILMS, "new-falling-ball", BouncingBall.FALLING),
          made(SampleGroup.FILMS, "new-large-ball", BouncingBall.LARGE),
          made(SampleGroup.FILMS, "new-disc", BeatingDisc.USUAL),
          made(SampleGroup.FILMS, "new-points", MovingPoints.USUAL),
          made(SampleGroup.FILMS, "new-plate", HeatPlate.USUAL),
          made(SampleGroup.FILMS, "new-cauchy-plate", HeatPlate.CAUCHY));

  private MadeSamples() {}

  private static Sample made(SampleGroup group, String id, Generator generator) {
    return new Sample(group, id, new Source.Made(generator));
  }
}
