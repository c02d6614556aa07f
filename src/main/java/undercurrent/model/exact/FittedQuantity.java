package undercurrent.model.exact;

import undercurrent.model.linear.Parameter;

/**
 * A learned quantity as a person knows it, in the units of the file, or of its transformed values.
 *
 * @param unit in words; empty for a bare number
 * @param standardError NaN where there is none: EM gives none, nor has a bound
 * @param isByEm whether it was learned by EM, which gives no standard errors
 */
public record FittedQuantity(
    String name,
    String unit,
    double value,
    double standardError,
    Parameter.Place place,
    boolean isByEm) {
  /** What is to be known of an estimate without a standard error, a few words; else empty. */
  public String withoutError() {
    return switch (place) {
      case FIXED -> "fixed";
      case LOWER_BOUND -> "on its lower bound";
      case UPPER_BOUND -> "on its upper bound";
      case UNDETERMINED -> "undetermined: the log-likelihood does not depend on it here";
      case INSIDE ->
          Double.isNaN(standardError)
              ? isByEm
                  ? "no error: the fit is by EM, which gives none"
                  : "no error: the information matrix is singular"
              : "";
    };
  }

  /** Which power of the scale of a channel a quantity goes with. */
  enum Dimension {
    NUMBER(0),
    /** A difference of values. */
    VALUE(1),
    /** A value itself, which also moves with what 0 of the model is. */
    LEVEL(1),
    VARIANCE(2);

    private final int power;

    Dimension(int power) {
      this.power = power;
    }

    /** What 1 of a model becomes where 1 of its values is so much. */
    double factor(double scale) {
      return Math.pow(scale, power);
    }

    /**
     * A unit in words.
     *
     * @param scaleUnit of the values
     * @param more what follows
     */
    String words(String scaleUnit, String more) {
      String squared = scaleUnit.matches("\\p{L}*|%") ? scaleUnit : "(" + scaleUnit + ")";
      String own =
          switch (this) {
            case NUMBER -> "";
            case VALUE, LEVEL -> scaleUnit;
            case VARIANCE -> scaleUnit.isEmpty() ? "" : squared + "²";
          };
      return (own.isEmpty() && more.startsWith("/") ? "1" + more : own + more).strip();
    }

    /** Of the unit of a quantity of a structural model, x standing for the series'. */
    static Dimension of(String unit) {
      if (unit.equals("x")) return LEVEL;
      return unit.startsWith("x²") ? VARIANCE : unit.startsWith("x") ? VALUE : NUMBER;
    }
  }

  /**
   * In the model's units.
   *
   * @param channel whose scale it goes with, a place among the observed ones
   * @param unit what follows the power of the channel's unit, such as "/d" or " per °C"; of a bare
   *     number all of it
   * @param isByEm whether it was learned by EM, which gives no standard errors
   */
  record Raw(Parameter parameter, int channel, Dimension dimension, String unit, boolean isByEm) {
    /** Of a fit by maximum likelihood. */
    Raw(Parameter parameter, int channel, Dimension dimension, String unit) {
      this(parameter, channel, dimension, unit, false);
    }

    /** The same of another channel. */
    Raw of(int other) {
      return new Raw(parameter, other, dimension, unit, isByEm);
    }

    /** The same of a fit by EM. */
    Raw byEm() {
      return new Raw(parameter, channel, dimension, unit, true);
    }

    /** Where 0 of the model is {@code centre} of a unit, and 1 so much {@code scale} more. */
    FittedQuantity scaled(String of, double centre, double scale, String scaleUnit) {
      double factor = dimension.factor(scale);
      return new FittedQuantity(
          parameter.name() + of,
          dimension.words(scaleUnit, unit),
          (dimension == Dimension.LEVEL ? centre : 0) + factor * parameter.value(),
          factor * parameter.standardError(),
          parameter.place(),
          isByEm);
    }
  }
}
