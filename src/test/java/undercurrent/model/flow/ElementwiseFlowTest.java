package undercurrent.model.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.math.DoubleOracle;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** Element-wise flows: both directions, their derivatives, and the same in double precision. */
final class ElementwiseFlowTest {
  private static final double[] POINTS = {-2.5, -1.2, -0.3, 0, 0.2, 0.9, 1.7, 3.1};

  private final Parameters parameters = new Parameters();

  private SinhArcsinhFlow flow() {
    SinhArcsinhFlow flow = new SinhArcsinhFlow(parameters, 2);
    Randomness random = Randomness.of(3);
    for (int i = 0; i < parameters.size(); i++) {
      parameters.data()[i] += (float) (0.6 * random.normal());
    }
    return flow;
  }

  private static Value points(Tape tape) {
    Value x = tape.input(POINTS.length, 2);
    for (int i = 0; i < POINTS.length; i++) {
      x.set(i, 0, POINTS[i]);
      x.set(i, 1, 0.5 - POINTS[i]);
    }
    return x;
  }

  @Test
  void theDerivativeIsTheSlope() {
    SinhArcsinhFlow flow = flow();
    for (int channel = 0; channel < 2; channel++) {
      ElementwiseFlow.Curve curve = flow.curve(channel);
      for (double x : POINTS) {
        double h = 1e-5;
        double slope = (curve.toBase(x + h) - curve.toBase(x - h)) / (2 * h);
        assertEquals(Math.log(slope), curve.logDerivative(x), 1e-8);
        assertEquals(x, curve.toData(curve.toBase(x)), 1e-12);
      }
    }
  }

  @Test
  void theTapeAndTheCurveAgreeBothWays() {
    SinhArcsinhFlow flow = flow();
    LogFlow log = new LogFlow(new double[] {4, 5});
    Tape tape = new Tape(parameters);
    Value x = points(tape);
    for (ElementwiseFlow one : List.of(flow, log, new IdentityFlow())) {
      Flow.Mapped base = one.toBase(tape, x);
      Flow.Mapped data = one.toData(tape, base.value());
      DoubleOracle oracle = new DoubleOracle(tape);
      oracle.forward();
      for (int i = 0; i < x.size(); i++) {
        ElementwiseFlow.Curve curve = one.curve(i % 2);
        double at = oracle.get(x, i);
        assertEquals(curve.toBase(at), oracle.get(base.value(), i), 1e-7);
        assertEquals(curve.logDerivative(at), oracle.get(base.logDerivatives(), i), 1e-7);
        assertEquals(at, oracle.get(data.value(), i), 1e-7);
        assertEquals(
            0, oracle.get(base.logDerivatives(), i) + oracle.get(data.logDerivatives(), i), 1e-7);
      }
      assertTrue(one.isElementwise());
    }
  }

  @Test
  void bothDirectionsHaveTheRightGradient() {
    SinhArcsinhFlow flow = flow();
    Tape tape = new Tape(parameters);
    Value x = points(tape);
    Flow.Mapped base = flow.toBase(tape, x);
    Flow.Mapped data = flow.toData(tape, x);
    GradientCheck.check(
        tape,
        parameters,
        List.of(base.value(), base.logDerivatives(), data.logDerivatives()),
        new double[] {0.2, -0.3, 0.1},
        20);
  }
}
