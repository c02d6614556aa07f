package undercurrent.command;

import java.util.List;

/**
 * A comparison of trained models with known numbers. A new one is its file, a line here, and its
 * words, of which what is compared stands under {@code checks.} and its id.
 */
interface Check {
  /** All of them. */
  List<Check> ALL =
      List.of(
          new NetworksCheck(),
          new SineCheck(),
          new CoupledCheck(),
          new FormulaCheck(),
          new ConvolutionalCheck(),
          new KalmanVaeCheck(),
          new BallCheck(),
          new DiscCheck(),
          new NormalizingCheck(),
          new DensityCheck(),
          new StormsCheck(),
          new HorizonCheck(),
          new CycleCheck(),
          new DynamicalCheck(),
          new FreeRunCheck(),
          new GapsCheck(),
          new PhysicsCheck(),
          new SeaSurfaceCheck());

  /** Its name on the command line. */
  String id();

  /** What it takes to reach the known numbers. */
  Size size();

  /** Trains, and gives the numbers reached. */
  List<Reached> run(CheckRun run);

  /**
   * How much is trained.
   *
   * @param epochs of each training
   * @param series in the training part
   */
  record Size(int epochs, int series) {
    /** The same with what is not 0 in place of its own. */
    Size with(int epochs, int series) {
      return new Size(epochs == 0 ? this.epochs : epochs, series == 0 ? this.series : series);
    }
  }

  /**
   * A number that was reached, and between which it must lie.
   *
   * @param least inclusive
   * @param most inclusive
   */
  record Reached(String name, double value, double least, double most) {
    boolean isWithin() {
      return value >= least && value <= most;
    }
  }
}
