package undercurrent.kind;

import undercurrent.inference.ModelNames;

/**
 * A parameter that a person can set by hand, without training.
 *
 * @param name by which {@link ChosenModel#setting} takes it
 * @param unit in words; empty for a bare number
 * @param value as the model has it, in the unit
 * @param least where a slider begins
 * @param most where it ends; equal to {@code least} for what goes along unchanged
 * @param isLogarithmic whether equal steps of a slider are equal factors; all values are positive
 * @param isLearned whether it is given a value whenever another one is; a start that is not learned
 *     is left as it is until a person gives it
 * @param isTyped whether a person typed the name, which then is the same in every language
 */
public record AdjustableParameter(
    String name,
    String unit,
    double value,
    double least,
    double most,
    boolean isLogarithmic,
    boolean isLearned,
    boolean isTyped) {
  private static final double DECADES = 1e4;

  /** A variance, a deviation or a length: around its value, or a typical one where that is 0. */
  static AdjustableParameter positive(String name, String unit, double value, double typical) {
    double middle = value > 0 ? value : typical;
    double least = Math.min(middle, typical) / DECADES;
    double most = Math.max(middle, typical) * DECADES;
    return new AdjustableParameter(
        name, unit, Math.max(value, least), least, most, true, true, false);
  }

  /** A number with a sign, so far to both sides of its value. */
  static AdjustableParameter signed(String name, String unit, double value, double reach) {
    return new AdjustableParameter(
        name, unit, value, value - reach, value + reach, false, true, false);
  }

  /** What is not to be changed, but belongs to the others. */
  static AdjustableParameter constant(String name, double value) {
    return new AdjustableParameter(name, "", value, value, value, false, true, false);
  }

  /** The same, given only by a person. */
  AdjustableParameter unlearned() {
    return new AdjustableParameter(name, unit, value, least, most, isLogarithmic, false, isTyped);
  }

  /** The same of equations that a person typed. */
  AdjustableParameter typed() {
    return new AdjustableParameter(name, unit, value, least, most, isLogarithmic, isLearned, true);
  }

  /** A number from 0 to 1. */
  static AdjustableParameter share(String name, double value) {
    return new AdjustableParameter(name, "", value, 0, 1, false, true, false);
  }

  /** The name in the language of words. */
  public String words() {
    return isTyped ? name : ModelNames.of(name);
  }

  /** Whether it has a slider. */
  public boolean isFree() {
    return most > least;
  }

  /** The value at a place of a slider from 0 to 1. */
  public double at(double share) {
    if (!isLogarithmic) return least + share * (most - least);
    return StrictMath.exp(
        StrictMath.log(least) + share * (StrictMath.log(most) - StrictMath.log(least)));
  }

  /** The place of a value on a slider from 0 to 1. */
  public double share(double of) {
    double share =
        isLogarithmic
            ? (StrictMath.log(of) - StrictMath.log(least))
                / (StrictMath.log(most) - StrictMath.log(least))
            : (of - least) / (most - least);
    return Math.clamp(share, 0, 1);
  }
}
