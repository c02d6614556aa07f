package undercurrent.model.continuous;

import java.util.List;

/** A process in continuous time by the positive quantities that it is made of. */
public interface StateProcess {
  /**
   * A positive quantity.
   *
   * @param time the power of time in its unit
   * @param value the power of the value's unit in it
   */
  record Quantity(String name, int time, int value) {}

  /** What it is made of. */
  List<Quantity> quantities();

  /** What a person calls the dimensions of the state. */
  List<String> states();

  /** How often a dimension of the state is derived by time: its unit is so often per time. */
  default int derivative(int dimension) {
    return 0;
  }

  /** H [1][n]; the first dimension of the state is what is seen, unless said otherwise. */
  default double[][] emission() {
    double[][] h = new double[1][states().size()];
    h[0][0] = 1;
    return h;
  }

  /** With its quantities, in their order. */
  ContinuousSystem system(double... natural);

  /**
   * Where searches for standardised values may begin; several where the likelihood has several
   * local maxima, as near many a period.
   *
   * @param gaps between the rows of the longest series, all counted in their median
   * @param peaks the periods of the highest peaks of its periodogram
   */
  List<double[]> starts(double gaps, List<Double> peaks);
}
