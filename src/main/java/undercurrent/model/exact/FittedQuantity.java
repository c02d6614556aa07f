package undercurrent.model.exact;

import undercurrent.model.linear.Parameter;

/**
 * A learned quantity as a person knows it, in the units of the file, or of its transformed values.
 *
 * @param unit in words; empty for a bare number
 * @param standardError NaN where there is none: EM gives none, nor has a variance that became zero
 */
public record FittedQuantity(String name, String unit, double value, double standardError) {
  /** Why there is no standard error, a few words; empty when there is one. */
  public String withoutError() {
    if (!Double.isNaN(standardError)) return "";
    return value == 0
        ? "no error: the estimate lies on its bound 0"
        : "no error: the log-likelihood is flat here, or the fit is by EM";
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

    /** Of the unit in which a structural model tells a quantity, x standing for the series'. */
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
   */
  record Raw(Parameter parameter, int channel, Dimension dimension, String unit) {
    /** The same of another channel. */
    Raw of(int other) {
      return new Raw(parameter, other, dimension, unit);
    }

    /** Where 0 of the model is {@code centre} of a unit, and 1 so much {@code scale} more. */
    FittedQuantity scaled(String of, double centre, double scale, String scaleUnit) {
      double factor = Math.pow(scale, dimension.power);
      String squared = scaleUnit.matches("\\p{L}*|%") ? scaleUnit : "(" + scaleUnit + ")";
      String own =
          switch (dimension) {
            case NUMBER -> "";
            case VALUE, LEVEL -> scaleUnit;
            case VARIANCE -> scaleUnit.isEmpty() ? "" : squared + "²";
          };
      String words = own.isEmpty() && unit.startsWith("/") ? "1" + unit : own + unit;
      return new FittedQuantity(
          parameter.name() + of,
          words.strip(),
          (dimension == Dimension.LEVEL ? centre : 0) + factor * parameter.value(),
          factor * parameter.standardError());
    }
  }
}
