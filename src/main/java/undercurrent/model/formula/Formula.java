package undercurrent.model.formula;

import java.util.List;
import java.util.Optional;
import undercurrent.model.ModelWords;
import undercurrent.text.TextMistake;

/**
 * A state-space model that a person typed, such as
 *
 * <pre>
 *   dx/dt = v                       or   x' = … for a state one row later
 *   dv/dt = -k*x - c*v + noise      noise: where the motion is pushed; everywhere if it is nowhere
 *   y = x                           y1 = …, y2 = … of several channels
 *   k = 4                           given
 *   c ~ 0.1                         learned from here on
 *   x(0) = 0 +- 1                   mean and deviation at the first row
 *   input q = heat                  a column of inputs; u, u1, u2 … are all of them in order
 * </pre>
 *
 * @param isContinuous whether equations are dx/dt = … rather than x' = …
 * @param states their names
 * @param parameters what is learned
 * @param inputs what the equations read of each row
 * @param starts of each state what is said of it at the first row
 * @param seen of each observation, the state that it is with noise; -1 where it is something else
 * @param places where it names what may not suit a model
 * @param parts what computes it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Formula(
    boolean isContinuous,
    List<String> states,
    List<Parameter> parameters,
    List<Input> inputs,
    List<Optional<Start>> starts,
    int[] seen,
    Places places,
    Parts parts) {
  /** A damped oscillator of which two parameters are learned. */
  public static final String EXAMPLE =
      """
      dx/dt = v
      dv/dt = -k*x - c*v
      y = x
      k ~ 1
      c ~ 0.1\
      """;

  /** Where the learning of a parameter starts. */
  public record Parameter(String name, double start) {}

  /** The mean and the standard deviation of a state at the first row. */
  public record Start(double mean, double deviation) {}

  /**
   * A column of inputs.
   *
   * @param column its name; empty where it is known by its order
   * @param order from 0 on
   * @param place where the formula names it
   */
  record Input(String column, int order, Fragment place) {}

  /**
   * Where something stands.
   *
   * @param states the left side of each
   * @param time the first place where it is read
   */
  record Places(List<Fragment> states, Optional<Fragment> time) {}

  /**
   * What computes a formula.
   *
   * @param motion n expressions
   * @param observation m expressions
   * @param noise n + m factors, which parameters alone decide
   * @param isPushed of each state, whether noise acts on it directly
   * @param spreadsEvenly as {@link Formula#spreadsEvenly}
   */
  record Parts(
      Program motion,
      Program observation,
      Program noise,
      boolean[] isPushed,
      boolean spreadsEvenly) {}

  /**
   * Reads a formula.
   *
   * @throws TextMistake one sentence, with the place of what is wrong
   */
  public static Formula of(String text) {
    return new FormulaReader(text).formula();
  }

  /** n. */
  public int size() {
    return states.size();
  }

  /** m. */
  public int observations() {
    return parts.observation().outputs().length;
  }

  /** Whether the motion changes with time or with inputs between two rows. */
  public boolean hasTime() {
    return parts.motion().uses(Op.TIME);
  }

  /** Whether inputs stand anywhere. */
  public boolean usesInputs() {
    return !inputs.isEmpty();
  }

  /** Where the learning starts. */
  public double[] startValues() {
    return parameters.stream().mapToDouble(Parameter::start).toArray();
  }

  /**
   * Which of the inputs of some data are meant.
   *
   * @param columns their names in order
   * @throws TextMistake where there is none
   */
  public int[] columns(List<String> columns) {
    return inputs.stream().mapToInt(input -> column(input, columns)).toArray();
  }

  private static int column(Input input, List<String> columns) {
    int at = input.column().isEmpty() ? input.order() : columns.indexOf(input.column());
    if (at >= 0 && at < columns.size()) return at;
    String named = input.column().isEmpty() ? "input " + (input.order() + 1) : input.column();
    throw input
        .place()
        .mistake(
            columns.isEmpty()
                ? ModelWords.of("formula.noInputs")
                : ModelWords.of("formula.unknownInput", named, String.join(", ", columns)));
  }

  /** dz/dt, or z one row later, {@code [n]}. */
  public Evaluator motion(double[] values, int most) {
    return new Evaluator(parts.motion(), values, size(), most);
  }

  /** The mean of what is observed, {@code [m]}. */
  public Evaluator observation(double[] values, int most) {
    return new Evaluator(parts.observation(), values, size(), most);
  }

  /** By how much noise is multiplied: of n states, 0 where none acts, and of m observations. */
  public double[] noise(double[] values) {
    double[] factors = new double[size() + observations()];
    new Evaluator(parts.noise(), values, size(), 1)
        .values(new double[size()], size(), 1, factors, factors.length);
    for (int i = 0; i < factors.length; i++) factors[i] = Math.abs(factors[i]);
    return factors;
  }

  /** Whether noise acts on a state directly. */
  public boolean isPushed(int state) {
    return parts.isPushed()[state];
  }

  /**
   * Whether noise reaches the states that it does not act on in the same way everywhere: their
   * equations are linear.
   */
  public boolean spreadsEvenly() {
    return parts.spreadsEvenly();
  }
}
