package undercurrent.model.exact;

import java.util.Optional;
import java.util.function.UnaryOperator;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * The start of a channel's state as a person gives it: {@code start-mean}, a number for each state,
 * and {@code start-covariance}, a number for each state or all n × n.
 *
 * @param shift how far each state moves when the values of the series move by 1
 * @param sizes of each state: 1 of it is so much in the time unit of the file
 */
record GivenStart(ChannelUnits units, double[] shift, double[] sizes) {
  private static final String MEAN = "start mean";
  private static final String COVARIANCE = "start covariance";

  /** Starts a system so, if anything is given. */
  UnaryOperator<LinearSystem> of(GivenValues given) {
    Optional<double[]> mean = given.rows(units.names(MEAN)).map(this::mean);
    Optional<double[][]> covariance = given.rows(units.names(COVARIANCE)).map(this::covariance);
    if (covariance.isPresent()) {
      return system ->
          system.startingAt(
              mean.orElseGet(() -> system.part(SystemPart.INITIAL_MEAN).at(0)), covariance.get());
    }
    if (mean.isEmpty()) return UnaryOperator.identity();
    Varying fixed = Varying.constant(shift.length, 1, mean.get());
    return system -> system.with(SystemPart.INITIAL_MEAN, fixed);
  }

  private double[] mean(double[][] rows) {
    if (rows.length != 1 || rows[0].length != shift.length) throw size(MEAN, "");
    double[] mean = new double[shift.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (rows[0][i] - shift[i] * units.centre()) / units.scale() / sizes[i];
    }
    return mean;
  }

  private double[][] covariance(double[][] rows) {
    int n = shift.length;
    boolean isDiagonal = rows.length == 1 && rows[0].length == n;
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value;
        if (isDiagonal) value = i == j ? rows[0][i] : 0;
        else if (rows.length == n && rows[i].length == n) value = rows[i][j];
        else throw size(COVARIANCE, ", " + ModelWords.of("givenStart.rows"));
        covariance[i][j] = value / (units.scale() * units.scale() * sizes[i] * sizes[j]);
      }
    }
    return covariance;
  }

  private IllegalArgumentException size(String name, String or) {
    return new IllegalArgumentException(ModelWords.of("givenStart.size", shift.length, name, or));
  }
}
