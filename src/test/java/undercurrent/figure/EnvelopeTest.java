package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class EnvelopeTest {
  private static final int WIDTH = 300;

  private static double[] noisy(int points) {
    var random = Randomness.of(3).named("envelope");
    double[] line = new double[2 * points];
    for (int i = 0; i < points; i++) {
      line[2 * i] = 20.25 + (double) WIDTH * i / points;
      line[2 * i + 1] = 100 * random.normal();
    }
    return line;
  }

  /** A pen that goes along the line in tiny steps. */
  @Test
  void eachColumnIsInkedAsFarAsTheLineGoes() {
    double[] line = noisy(5_000);
    // One way through many columns.
    for (int i = 4000; i < line.length; i += 2) line[i] = Math.min(320, line[i] + 40);
    Envelope envelope = Envelope.of(line).orElseThrow();
    double[] low = new double[WIDTH + 1];
    double[] high = new double[WIDTH + 1];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    int tiny = 20_000;
    for (int i = 2; i < line.length; i += 2) {
      int steps = line[i] - line[i - 2] > 1 ? 100 * tiny : tiny / 100;
      for (int k = 0; k <= steps; k++) {
        double part = (double) k / steps;
        int column = (int) Math.floor(line[i - 2] + part * (line[i] - line[i - 2])) - 20;
        double y = line[i - 1] + part * (line[i + 1] - line[i - 1]);
        low[column] = Math.min(low[column], y);
        high[column] = Math.max(high[column], y);
      }
    }
    assertEquals(20, envelope.left());
    assertArray(low, envelope.low());
    assertArray(high, envelope.high());
  }

  private static void assertArray(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int c = 0; c < expected.length; c++)
      assertEquals(expected[c], actual[c], 4, "column " + c);
  }

  @Test
  void itsOutlineGoesRoundOnce() {
    Envelope envelope = new Envelope(7, new double[] {1, 2}, new double[] {5, 4});
    double[] ring = {7, 5.5, 8, 5.5, 8, 4.5, 9, 4.5, 9, 1.5, 8, 1.5, 8, 0.5, 7, 0.5};
    assertEquals(Arrays.toString(ring), Arrays.toString(envelope.ring(0.5)));
  }

  @Test
  void aLineWithoutACrowdAndOneThatTurnsBackHaveNone() {
    assertTrue(Envelope.of(noisy(1_000)).isEmpty());
    double[] line = noisy(100_000);
    line[100] = 250;
    assertTrue(Envelope.of(line).isEmpty());
  }
}
