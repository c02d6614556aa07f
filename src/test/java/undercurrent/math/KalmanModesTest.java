package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The filter of mixed modes beside the matrices of a library, and its way back. */
final class KalmanModesTest {
  private static final int ROWS = 3;
  private static final int STEPS = 3;

  /** Everything is differentiated: matrices, variances, weights and observations. */
  @Test
  void theGradientIsThatOfCentralDifferences() {
    TapeCase.check(
        (tape, v) -> {
          KalmanModes.Matrices matrices =
              new KalmanModes.Matrices(
                  v.get(0),
                  v.get(1),
                  v.get(2),
                  tape.softplus(v.get(3), 0.05f),
                  tape.softplus(v.get(4), 0.05f),
                  tape.softplus(v.get(5), 0.05f));
          KalmanModes filter = tape.kalmanModes(matrices, STEPS, ROWS);
          Value u = tape.input(STEPS * ROWS, 1);
          Value seen = tape.input(STEPS * ROWS, 1);
          for (int i = 0; i < u.size(); i++) {
            u.set(i, 0, Math.cos(0.7 * i));
            // The first step of one row, one in the middle, and a last one are missing.
            seen.set(i, 0, i == 1 || i == 3 || i == 8 ? 0 : 1);
          }
          Value weights = tape.softmax(v.get(6));
          for (int t = 0; t < STEPS; t++) {
            int from = t * ROWS;
            // What is read goes on to the weights of the next step, as that of a network does.
            Value mixed = weights.rows(from, ROWS);
            if (t > 0) mixed = tape.softmax(tape.add(mixed, filter.read().rows(from - ROWS, ROWS)));
            filter.record(
                t,
                mixed,
                v.get(7).rows(from, ROWS),
                u.rows(from, ROWS),
                seen.rows(from, ROWS),
                t == STEPS - 1);
          }
          return List.of(filter.logDensity(), filter.read());
        },
        -0.8,
        0.8,
        2,
        9,
        2,
        6,
        2,
        3,
        1,
        3,
        1,
        2,
        1,
        3,
        STEPS * ROWS,
        2,
        STEPS * ROWS,
        2);
  }

  private static KalmanModes.Matrices constant(Tape tape) {
    return new KalmanModes.Matrices(
        filled(tape.input(1, 1), 0.9),
        filled(tape.input(1, 1), 1),
        tape.input(1, 0),
        filled(tape.input(1, 1), 0.1),
        filled(tape.input(1, 1), 0.2),
        filled(tape.input(1, 1), 2));
  }

  private static Value filled(Value value, double number) {
    value.set(0, 0, number);
    return value;
  }

  /** A recording of one step that goes on gives what a recording of all steps does. */
  @Test
  void aStepCanGoOn() {
    double[] y = {0.3, -0.4, 0.8};
    Tape whole = new Tape(new Parameters(), false);
    Value values = whole.input(3, 1);
    Value one = filled(whole.input(1, 1), 1);
    KalmanModes all = whole.kalmanModes(constant(whole), 3, 1);
    for (int t = 0; t < 3; t++) {
      values.set(t, 0, y[t]);
      all.record(t, one, values.rows(t, 1), whole.input(1, 0), one, t == 2);
    }
    whole.forward();
    Tape single = new Tape(new Parameters(), false);
    Value value = single.input(1, 1);
    KalmanModes step = single.kalmanModes(constant(single), 1, 1);
    Value always = filled(single.input(1, 1), 1);
    step.record(0, always, value, single.input(1, 0), always, true);
    for (int round = 0; round < 2; round++) {
      for (int t = 0; t < 3; t++) {
        if (t == 0) step.restart();
        else step.goOn();
        value.set(0, 0, y[t]);
        single.forward();
        assertEquals(all.mean(t, 0, 0), step.mean(0, 0, 0));
        assertEquals(all.covariance(t, 0, 0, 0), step.covariance(0, 0, 0, 0));
        assertEquals(all.logDensity(t, 0), step.logDensity(0, 0));
      }
    }
  }

  /** A covariance without a factor becomes no number, which the guard of a training sees. */
  @Test
  void whatIsNotPositiveIsNoNumber() {
    Tape tape = new Tape(new Parameters(), false);
    KalmanModes.Matrices bad =
        new KalmanModes.Matrices(
            filled(tape.input(1, 1), 1),
            filled(tape.input(1, 1), 1),
            tape.input(1, 0),
            filled(tape.input(1, 1), 1),
            filled(tape.input(1, 1), -3),
            filled(tape.input(1, 1), 1));
    KalmanModes filter = tape.kalmanModes(bad, 1, 1);
    Value one = filled(tape.input(1, 1), 1);
    filter.record(0, one, one, tape.input(1, 0), one, true);
    tape.forward();
    assertTrue(Double.isNaN(filter.logDensity(0, 0)));
    assertTrue(Float.isNaN(filter.logDensity().get(0, 0)));
  }
}
