package undercurrent.model.formula;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a step of an expression computes from at most two others. */
enum Op {
  NUMBER,
  PARAMETER,
  TIME,
  INPUT,
  STATE,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  NEGATE,
  SIN,
  COS,
  TAN,
  TANH,
  EXP,
  LOG,
  SQRT,
  ABS,
  MIN,
  MAX;

  /** The functions by the names that they have in a formula. */
  static final Map<String, Op> FUNCTIONS = functions();

  private static Map<String, Op> functions() {
    Map<String, Op> functions = new TreeMap<>();
    for (Op op : values()) {
      if (op.compareTo(SIN) >= 0) functions.put(op.name().toLowerCase(Locale.ROOT), op);
    }
    return functions;
  }

  /** How many operands it has. */
  int operands() {
    if (compareTo(STATE) <= 0) return 0;
    return compareTo(POWER) <= 0 || this == MIN || this == MAX ? 2 : 1;
  }

  /** Its value. */
  double of(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> power(a, b);
      case NEGATE -> -a;
      case SIN -> StrictMath.sin(a);
      case COS -> StrictMath.cos(a);
      case TAN -> StrictMath.tan(a);
      case TANH -> StrictMath.tanh(a);
      case EXP -> StrictMath.exp(a);
      case LOG -> StrictMath.log(a);
      case SQRT -> Math.sqrt(a);
      case ABS -> Math.abs(a);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case NUMBER, PARAMETER, TIME, INPUT, STATE -> throw new IllegalStateException(name());
    };
  }

  /** Its derivative by the first operand, where it has the value out. */
  double slope(double a, double b, double out) {
    return switch (this) {
      case ADD, SUBTRACT -> 1;
      case MULTIPLY -> b;
      case DIVIDE -> 1 / b;
      case POWER -> b == 0 ? 0 : b * power(a, b - 1);
      case NEGATE -> -1;
      case SIN -> StrictMath.cos(a);
      case COS -> -StrictMath.sin(a);
      case TAN -> 1 + out * out;
      case TANH -> 1 - out * out;
      case EXP -> out;
      case LOG -> 1 / a;
      case SQRT -> 0.5 / out;
      case ABS -> Math.signum(a);
      case MIN -> a <= b ? 1 : 0;
      case MAX -> a >= b ? 1 : 0;
      case NUMBER, PARAMETER, TIME, INPUT, STATE -> 0;
    };
  }

  /** Its derivative by the second operand. */
  double otherSlope(double a, double b, double out) {
    return switch (this) {
      case ADD -> 1;
      case SUBTRACT -> -1;
      case MULTIPLY -> a;
      case DIVIDE -> -out / b;
      case POWER -> a > 0 ? out * StrictMath.log(a) : 0;
      case MIN -> a <= b ? 0 : 1;
      case MAX -> a >= b ? 0 : 1;
      default -> 0;
    };
  }

  /** Small whole powers are products, which have the same bits everywhere and are fast. */
  private static double power(double a, double b) {
    if (b == 2) return a * a;
    if (b == 3) return a * a * a;
    if (b == 1) return a;
    return StrictMath.pow(a, b);
  }
}
