package undercurrent.model.formula;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.ModelWords;

/**
 * A formula on a tape, as a transition and an emission of networks, without time. Where its noise
 * is used it acts on every state, and there are no inputs.
 */
public final class FormulaTape {
  private static final int STAGES = 2;

  /** Keeps the root of a squared factor differentiable at 0. */
  private static final double SMALLEST = 1e-12;

  private final Formula formula;
  private final double gap;

  private FormulaTape(Formula formula, double gap) {
    this.formula = formula;
    this.gap = gap;
    formula
        .places()
        .time()
        .ifPresent(
            time -> {
              throw time.mistake(ModelWords.of("formulaTape.time"));
            });
  }

  /**
   * Of a formula, whose noise is used too.
   *
   * @param gap the time between two rows
   * @throws undercurrent.text.TextMistake where it has what cannot be recorded
   */
  public static FormulaTape whole(Formula formula, double gap) {
    for (Formula.Input input : formula.inputs()) {
      throw input.place().mistake(ModelWords.of("formulaTape.inputs"));
    }
    FormulaTape tape = new FormulaTape(formula, gap);
    for (int i = 0; i < formula.size(); i++) {
      if (formula.isPushed(i)) continue;
      throw formula.places().states().get(i).mistake(ModelWords.of("formulaTape.noise"));
    }
    return tape;
  }

  /**
   * Of the means of a formula, which may read inputs; its noise is not looked at.
   *
   * @param gap the time between two rows
   * @throws undercurrent.text.TextMistake where it reads the time
   */
  public static FormulaTape means(Formula formula, double gap) {
    return new FormulaTape(formula, gap);
  }

  /** The same of a formula without inputs. */
  public Value next(Tape tape, Value z, List<Value> parameters) {
    return next(tape, z, parameters, List.of());
  }

  /**
   * Of each state the mean one row later.
   *
   * @param inputs a column {@code [rows × 1]} of each input, in the order of {@link
   *     Formula#columns}
   * @return {@code [rows × n]}
   */
  public Value next(Tape tape, Value z, List<Value> parameters, List<Value> inputs) {
    TapeSteps steps = new TapeSteps(tape, parameters, inputs);
    List<Value> states = new ArrayList<>();
    for (int i = 0; i < formula.size(); i++) states.add(tape.columns(z, i, 1));
    List<Value> next = formula.isContinuous() ? followed(steps, states) : moved(steps, states);
    return joined(tape, next, z.rows());
  }

  private List<Value> moved(TapeSteps steps, List<Value> states) {
    return steps.record(formula.parts().motion(), states);
  }

  /** Two Runge–Kutta steps. */
  private List<Value> followed(TapeSteps steps, List<Value> states) {
    double h = gap / STAGES;
    List<Value> now = states;
    for (int i = 0; i < STAGES; i++) {
      // z + h/6 (k₁ + 2 k₂ + 2 k₃ + k₄)
      List<Value> one = moved(steps, now);
      List<Value> two = moved(steps, ahead(steps.tape(), now, one, h / 2));
      List<Value> three = moved(steps, ahead(steps.tape(), now, two, h / 2));
      List<Value> four = moved(steps, ahead(steps.tape(), now, three, h));
      now = ahead(steps.tape(), now, one, h / 6);
      now = ahead(steps.tape(), now, two, h / 3);
      now = ahead(steps.tape(), now, three, h / 3);
      now = ahead(steps.tape(), now, four, h / 6);
    }
    return now;
  }

  private static List<Value> ahead(Tape tape, List<Value> from, List<Value> speed, double far) {
    List<Value> ahead = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      ahead.add(tape.add(from.get(i), tape.multiply(speed.get(i), tape.constant(far))));
    }
    return ahead;
  }

  /** The same of a formula without inputs. */
  public Value observed(Tape tape, Value z, List<Value> parameters) {
    return observed(tape, z, parameters, List.of());
  }

  /** The mean of what is observed, {@code [rows × m]}; inputs as of {@link #next}. */
  public Value observed(Tape tape, Value z, List<Value> parameters, List<Value> inputs) {
    List<Value> states = new ArrayList<>();
    for (int i = 0; i < formula.size(); i++) states.add(tape.columns(z, i, 1));
    TapeSteps steps = new TapeSteps(tape, parameters, inputs);
    return joined(tape, steps.record(formula.parts().observation(), states), z.rows());
  }

  /** The standard deviation of each state one row later, {@code [rows × n]}. */
  public Value motionNoise(Tape tape, int rows, List<Value> parameters) {
    double root = formula.isContinuous() ? Math.sqrt(gap) : 1;
    return noise(tape, rows, parameters, 0, formula.size(), root);
  }

  /** The standard deviation of each observation, {@code [1 × m]}. */
  public Value observationNoise(Tape tape, List<Value> parameters) {
    return noise(tape, 1, parameters, formula.size(), formula.observations(), 1);
  }

  private Value noise(
      Tape tape, int rows, List<Value> parameters, int from, int count, double times) {
    List<Value> factors =
        new TapeSteps(tape, parameters, List.of()).record(formula.parts().noise(), List.of());
    List<Value> deviations = new ArrayList<>();
    for (Value factor : factors.subList(from, from + count)) {
      Value square = tape.add(tape.square(factor), tape.constant(SMALLEST));
      deviations.add(tape.multiply(tape.sqrt(square), tape.constant(times)));
    }
    return joined(tape, deviations, rows);
  }

  private static Value joined(Tape tape, List<Value> columns, int rows) {
    return tape.join(columns.stream().map(c -> tape.broadcast(c, rows, 1)).toList());
  }
}
