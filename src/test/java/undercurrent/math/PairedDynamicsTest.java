package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions in continuous time: by the oracle, by central differences, and over any gap. */
final class PairedDynamicsTest {
  private static Value gaps(Tape tape, double... gaps) {
    Value value = tape.input(gaps.length, 1);
    for (int i = 0; i < gaps.length; i++) value.set(i, 0, gaps[i]);
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void momentsAndAllGradientsAreThoseOfTheOracle(int n) {
    TapeCase.check(
        (t, v) -> {
          Value all = v.get(2);
          Value variances = t.exp(t.columns(all, 2 * n, 2 * n));
          Value sides = t.multiply(t.columns(all, 4 * n, n), t.constant(0.5));
          Value state = t.join(List.of(t.columns(all, 0, 2 * n), variances, sides));
          Value gaps = gaps(t, 0, 0.04, 0.9, 3.5);
          Value out = t.block(4, 5 * n);
          return List.of(
              new PairedDynamics(t, n).predict(v.get(0), t.exp(v.get(1)), state, gaps, out));
        },
        -0.6,
        0.6,
        4,
        4 * n * n,
        1,
        2 * n,
        4,
        5 * n);
  }

  /** A state of one pair that is drawn back: variances reach those it stays at. */
  @Test
  void aGapOfAnyLengthTakesFewStepsAndGivesFiniteNumbers() {
    Tape tape = new Tape(new Parameters());
    double[] lengths = {1, 1e3, 1e9, 1e30, 1, 1e3, 1e9, Double.NaN};
    Value drift = tape.block(lengths.length, 4);
    for (int r = 0; r < lengths.length; r++) {
      drift.set(r, 0, r < 4 ? -1 : 2);
      drift.set(r, 3, -0.5);
    }
    Value density = tape.block(1, 2);
    density.set(0, 0, 4);
    density.set(0, 1, 3);
    Value state = tape.block(lengths.length, 5);
    for (int r = 0; r < lengths.length; r++) state.set(r, 0, 1);
    Value out = tape.block(lengths.length, 5);
    new PairedDynamics(tape, 1).predict(drift, density, state, gaps(tape, lengths), out);
    tape.forward();
    for (int r = 1; r < 4; r++) {
      // 1e30 medians are no time that the matrix can be told for.
      if (r == 3) assertTrue(Float.isNaN(out.get(r, 2)));
      else {
        assertEquals(2, out.get(r, 2), 1e-6);
        assertEquals(3, out.get(r, 3), 1e-6);
      }
    }
    assertEquals(PairedPrediction.LARGEST, out.get(5, 0));
    assertEquals(PairedPrediction.LARGEST, out.get(6, 2));
    assertTrue(Float.isNaN(out.get(7, 2)));
    tape.clearGradients(List.of(out));
    for (int r = 0; r < 3; r++) out.grad[r * 5 + 2] = 1;
    tape.backward();
    // Of the first gap (1 − e⁻²)/2, of the two long ones a half each.
    assertEquals((1 - Math.exp(-2)) / 2 + 1, density.grad[0], 1e-6);
  }
}
