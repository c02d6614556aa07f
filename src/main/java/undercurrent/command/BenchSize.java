package undercurrent.command;

import undercurrent.model.Trainable;
import undercurrent.model.dynamical.Structure;
import undercurrent.series.BeatingDisc;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;

/**
 * The models that speed is compared with; jsb is that of the polyphonic music data, and plate the
 * convolutional model of the heat plate, 16 × 16 pixels.
 */
enum BenchSize {
  CLASSROOM(new MarkovBench(1, 2, 32, 32, 32, false), 100, 32),
  MEDIUM(new MarkovBench(8, 16, 64, 64, 128, false), 100, 64),
  JSB(new MarkovBench(88, 100, 100, 200, 600, true), 129, 20),

  PLATE(new PlateBench(16), 20, 10),

  /** A Kalman VAE of three modes on the bouncing ball. */
  BALL(
      new FilmBench(
          3,
          4,
          2,
          (clips, steps) ->
              new BouncingBall("bench", 16, 2, 0, steps, new ClipCounts(clips, 0, 0))),
      20,
      20),

  /** One of a single mode, with variances that are learned, on the beating disc. */
  DISC(
      new FilmBench(
          1, 8, 4, (clips, steps) -> new BeatingDisc(24, steps, new ClipCounts(clips, 0, 0))),
      40,
      10),

  /** The physics-guided model with two chains, on damped pendulums. */
  PENDULUM(new PhysicsBench(), 50, 32),

  /** A variational RNN; with about as many weights as the next one. */
  VRNN(new DynamicalBench(Structure.VRNN, 44), 50, 32),

  /** A stochastic RNN. */
  SRNN(new DynamicalBench(Structure.SRNN, 28), 50, 32);

  /** A record of numbers. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Bench bench;

  /** Time steps of a sequence. */
  final int steps;

  /** Sequences of a batch. */
  final int batch;

  BenchSize(Bench bench, int steps, int batch) {
    this.bench = bench;
    this.steps = steps;
    this.batch = batch;
  }

  /** A model of some size, and series that it is trained on. */
  sealed interface Bench permits MarkovBench, PlateBench, FilmBench, PhysicsBench, DynamicalBench {
    /** So many series of a length. */
    Dataset data(int series, int length);

    /** With freshly drawn weights. */
    Trainable model(Dataset data, long seed);
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return Settings.text(this);
  }

  /** So many series of a length; what they say makes no difference to the speed. */
  Dataset data(int series, int length) {
    return bench.data(series, length);
  }

  /** With freshly drawn weights. */
  Trainable model(Dataset data, long seed) {
    return bench.model(data, seed);
  }
}
