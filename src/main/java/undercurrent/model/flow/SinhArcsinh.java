package undercurrent.model.flow;

/**
 * The function of {@link SinhArcsinhFlow} in double precision.
 *
 * @param sharpness s; with 0 the first of the two functions is x − ξ
 * @param centre ξ
 * @param tails δ
 * @param skew ε
 */
public record SinhArcsinh(double sharpness, double centre, double tails, double skew)
    implements ElementwiseFlow.Curve {

  @Override
  public double toBase(double x) {
    return StrictMath.sinh(tails * asinh(first(x)) + skew);
  }

  private double first(double x) {
    double gap = x - centre;
    return sharpness == 0 ? gap : asinh(sharpness * gap) / asinh(sharpness);
  }

  @Override
  public double toData(double u) {
    double w = StrictMath.sinh((asinh(u) - skew) / tails);
    return centre + (sharpness == 0 ? w : StrictMath.sinh(asinh(sharpness) * w) / sharpness);
  }

  @Override
  public double logDerivative(double x) {
    double w = first(x);
    double factor = sharpness == 0 ? tails : tails * sharpness / asinh(sharpness);
    return StrictMath.log(factor)
        + logSlope(toBase(x))
        - logSlope(w)
        - logSlope(sharpness * (x - centre));
  }

  private static double logSlope(double a) {
    return StrictMath.log(StrictMath.hypot(a, 1));
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    double root = StrictMath.hypot(size, 1);
    return Math.copySign(StrictMath.log1p(size + size * size / (1 + root)), x);
  }
}
