package undercurrent.model.structural;

import java.util.function.DoubleUnaryOperator;
import undercurrent.model.ModelWords;

/**
 * A parameter in its natural unit, as a function of the unconstrained θ.
 *
 * @param unit of the value, x standing for the unit of the series; empty for a bare number
 * @param natural from θ to the quantity
 * @param theta from the quantity to θ; not finite where the quantity is out of its range
 */
public record Quantity(
    String name, String unit, DoubleUnaryOperator natural, DoubleUnaryOperator theta) {
  /** A positive one in the square of the series' unit, through its logarithm. */
  public static Quantity variance(String name) {
    return new Quantity(name, "x²", Math::exp, Math::log);
  }

  /** Any real number, as it is. */
  public static Quantity real(String name, String unit) {
    return new Quantity(name, unit, value -> value, value -> value);
  }

  /** One between two bounds, through the logistic function. */
  public static Quantity between(String name, String unit, double low, double high) {
    return new Quantity(
        name,
        unit,
        theta -> low + (high - low) / (1 + Math.exp(-theta)),
        value -> Math.log((value - low) / (high - value)));
  }

  /** θ of a value, or a sentence that names the quantity. */
  double thetaOf(double value) {
    double found = theta.applyAsDouble(value);
    if (Double.isFinite(found)) return found;
    // An end of the range that it can lie on, as a variance on 0, has an infinite θ.
    if (Double.isFinite(value) && natural.applyAsDouble(found) == value) return found;
    throw new IllegalArgumentException(
        ModelWords.of("constantVelocityFamily.outside", name, value));
  }
}
