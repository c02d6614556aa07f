package undercurrent.math;

/** The textbook formulas of single numbers, in double precision with {@link StrictMath}. */
final class ScalarOracle {
  private ScalarOracle() {}

  static double unary(Unary.Kind kind, double x) {
    return switch (kind) {
      case NEGATE -> -x;
      case EXP -> StrictMath.exp(x);
      case LOG -> StrictMath.log(x);
      case SQUARE -> x * x;
      case SQRT -> StrictMath.sqrt(x);
      case ASINH ->
          Math.copySign(StrictMath.log(StrictMath.abs(x) + StrictMath.sqrt(x * x + 1)), x);
      case SINH -> StrictMath.sinh(x);
      case SIN -> StrictMath.sin(x);
      case LOG_GAMMA -> logGamma(x);
    };
  }

  private static final double[] LANCZOS = {
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
    -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
    1.5056327351493116e-7
  };

  /** By the series of Lanczos (1964), with g = 7. */
  private static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x - 1 + i);
    double t = x + 6.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }

  static double binary(Binary.Kind kind, double a, double b) {
    return switch (kind) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
    };
  }

  static double activation(Activation o, double x) {
    return function(o.kind(), x) + o.floor();
  }

  static double function(Activation.Kind kind, double x) {
    return switch (kind) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> sigmoid(x);
      case SOFTPLUS -> x > 30 ? x : StrictMath.log1p(StrictMath.exp(x));
    };
  }

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
