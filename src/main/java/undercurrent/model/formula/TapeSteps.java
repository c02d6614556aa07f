package undercurrent.model.formula;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** Records expressions on a tape, for as many states as a column has rows. */
record TapeSteps(Tape tape, List<Value> parameters, List<Value> inputs) {
  private static final double HALF_TURN = StrictMath.PI / 2;

  /** Powers up to this one are products. */
  private static final int MOST_FACTORS = 8;

  /**
   * The outputs of a program.
   *
   * @param states a column {@code [rows × 1]} for each
   * @return {@code [rows × 1]} each, or {@code [1 × 1]} of what no state decides
   */
  List<Value> record(Program program, List<Value> states) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) values.add(step(program, i, states, values));
    List<Value> outputs = new ArrayList<>();
    for (int output : program.outputs()) outputs.add(values.get(output));
    return outputs;
  }

  private Value step(Program program, int step, List<Value> states, List<Value> values) {
    Op op = program.ops()[step];
    int first = program.a()[step];
    if (op == Op.NUMBER) return tape.constant(program.numbers()[step]);
    if (op == Op.PARAMETER) return parameters.get(first);
    if (op == Op.STATE) return states.get(first);
    if (op == Op.INPUT) return inputs.get(first);
    if (op.operands() == 0) throw new IllegalStateException(op.name());
    Value a = values.get(first);
    int second = program.b()[step];
    Value b = op.operands() == 2 ? values.get(second) : a;
    return switch (op) {
      case ADD -> tape.add(a, b);
      case SUBTRACT -> tape.subtract(a, b);
      case MULTIPLY -> tape.multiply(a, b);
      case DIVIDE -> tape.divide(a, b);
      case POWER ->
          program.ops()[second] == Op.NUMBER ? power(a, program.numbers()[second]) : power(a, b);
      case NEGATE -> tape.negate(a);
      case SIN -> tape.sin(a);
      case COS -> cos(a);
      case TAN -> tape.divide(tape.sin(a), cos(a));
      case TANH -> tape.tanh(a);
      case EXP -> tape.exp(a);
      case LOG -> tape.log(a);
      case SQRT -> tape.sqrt(a);
      case ABS -> tape.add(tape.relu(a), tape.relu(tape.negate(a)));
      case MIN -> tape.subtract(a, tape.relu(tape.subtract(a, b)));
      case MAX -> tape.add(b, tape.relu(tape.subtract(a, b)));
      case NUMBER, PARAMETER, TIME, INPUT, STATE -> throw new IllegalStateException(op.name());
    };
  }

  private Value cos(Value a) {
    return tape.sin(tape.add(a, tape.constant(HALF_TURN)));
  }

  /** Of positive numbers. */
  private Value power(Value a, Value b) {
    return tape.exp(tape.multiply(b, tape.log(a)));
  }

  private Value power(Value a, double exponent) {
    if (exponent == 0.5) return tape.sqrt(a);
    if (exponent != Math.rint(exponent) || Math.abs(exponent) > MOST_FACTORS) {
      return power(a, tape.constant(exponent));
    }
    if (exponent == 0) return tape.constant(1);
    Value product = a;
    for (int i = 1; i < Math.abs(exponent); i++) product = tape.multiply(product, a);
    return exponent < 0 ? tape.divide(tape.constant(1), product) : product;
  }
}
