package undercurrent.model.flow;

import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Two monotone functions of each channel with closed inverses. From the data to the base space:
 *
 * <pre>
 *   w = asinh(s (x − ξ)) / asinh(s)     Johnson's S_U (1949): nearly a logarithm where s is large
 *   u = sinh(δ asinh(w) + ε)            sinh-arcsinh (Jones and Pewsey 2009): skew ε, tails δ
 * </pre>
 *
 * with s, δ &gt; 0. It starts near the identity: s = 1, ξ = 0, δ = 1, ε = 0. Location and scale of
 * the base space are the affair of what stands there.
 */
public final class SinhArcsinhFlow implements ElementwiseFlow {
  private static final double FLOOR = 1e-3;
  private final Parameters parameters;
  private final Parameters.Entry logSharpness;
  private final Parameters.Entry centre;
  private final Parameters.Entry tails;
  private final Parameters.Entry skew;

  /**
   * Of D channels; the parameters are flow.log_sharpness, flow.centre, flow.tails and flow.skew.
   */
  public SinhArcsinhFlow(Parameters parameters, int size) {
    this.parameters = parameters;
    logSharpness = parameters.add("flow.log_sharpness", 1, size);
    centre = parameters.add("flow.centre", 1, size);
    tails = parameters.add("flow.tails", 1, size);
    skew = parameters.add("flow.skew", 1, size);
    Initial.fill(parameters, tails, Initial.inverseSoftplus(1 - FLOOR));
  }

  /** ½ log(1 + a²), the logarithm of the slope of sinh at asinh(a). */
  private static Value logSlope(Tape tape, Value a) {
    Value sum = tape.add(tape.square(a), tape.constant(1));
    return tape.multiply(tape.log(sum), tape.constant(0.5));
  }

  @Override
  public Mapped toBase(Tape tape, Value x) {
    Value s = tape.exp(tape.parameter(logSharpness));
    Value unit = tape.asinh(s);
    Value delta = tape.softplus(tape.parameter(tails), (float) FLOOR);
    Value scaled = tape.multiply(tape.subtract(x, tape.parameter(centre)), s);
    Value w = tape.divide(tape.asinh(scaled), unit);
    Value a = tape.multiply(tape.asinh(w), delta);
    Value u = tape.sinh(tape.add(a, tape.parameter(skew)));
    Value factor = tape.multiply(tape.divide(s, unit), delta);
    Value gained = tape.add(logSlope(tape, u), tape.log(factor));
    Value lost = tape.add(logSlope(tape, scaled), logSlope(tape, w));
    return new Mapped(u, tape.subtract(gained, lost));
  }

  @Override
  public Mapped toData(Tape tape, Value u) {
    Value s = tape.exp(tape.parameter(logSharpness));
    Value unit = tape.asinh(s);
    Value delta = tape.softplus(tape.parameter(tails), (float) FLOOR);
    Value a = tape.divide(tape.subtract(tape.asinh(u), tape.parameter(skew)), delta);
    Value w = tape.sinh(a);
    Value scaled = tape.sinh(tape.multiply(w, unit));
    Value x = tape.add(tape.divide(scaled, s), tape.parameter(centre));
    Value factor = tape.multiply(tape.divide(s, unit), delta);
    Value lost = tape.add(logSlope(tape, u), tape.log(factor));
    Value gained = tape.add(logSlope(tape, scaled), logSlope(tape, w));
    return new Mapped(x, tape.subtract(gained, lost));
  }

  @Override
  public Curve curve(int channel) {
    return new SinhArcsinh(
        StrictMath.exp(parameters.get(logSharpness, channel)),
        parameters.get(centre, channel),
        softplus(parameters.get(tails, channel)),
        parameters.get(skew, channel));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))) + FLOOR;
  }
}
