package undercurrent.model.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Functions whose highest places are known. */
final class NoiseSearchTest {
  private int asked;

  private NoiseSearch climbed(ToDoubleFunction<float[]> function, float... start) {
    float[] reach = new float[start.length];
    Arrays.fill(reach, 11.5f);
    NoiseSearch search =
        new NoiseSearch(
            place -> {
              asked++;
              return function.applyAsDouble(place);
            },
            start,
            reach);
    while (!search.isConverged()) search.iterate();
    return search;
  }

  /** log N of 100 numbers with deviation s around their mean, by log s: highest at s. */
  private static double ofDeviation(double logDeviation, double truth) {
    double ratio = Math.exp(truth - logDeviation);
    return -100 * (logDeviation + ratio * ratio / 2);
  }

  @Test
  void twoDeviationsAreFoundInFewQuestions() {
    NoiseSearch search = climbed(p -> ofDeviation(p[0], 2.3) + ofDeviation(p[1], -1.7), 0, 0);
    assertEquals(2.3, search.at()[0], 0.005);
    assertEquals(-1.7, search.at()[1], 0.005);
    assertTrue(asked <= 45, asked + " questions");
  }

  @Test
  void oneThatMattersLessThanTheOtherIsFoundToo() {
    NoiseSearch search =
        climbed(p -> ofDeviation(p[0] + 0.5 * p[1], 1) + 0.3 * ofDeviation(p[1], 0.6), 0, 0);
    assertEquals(0.6, search.at()[1], 0.02);
    assertEquals(0.7, search.at()[0], 0.02);
  }

  /** Smaller is always better, but soon by nothing that could be told. */
  @Test
  void aNoiseOfZeroEndsTheSearchEarly() {
    NoiseSearch search = climbed(p -> -5 * Math.exp(2 * p[0]), 0);
    assertTrue(search.at()[0] < -3);
    assertTrue(asked <= 25, asked + " questions");
  }

  @Test
  void whereThereIsNoValueTheSearchStaysAndEnds() {
    NoiseSearch search = climbed(p -> Double.NaN, 1);
    assertEquals(1, search.at()[0]);
    assertTrue(asked <= 20, asked + " questions");
  }

  @Test
  void fromWhereTheFilterIsLostItComesBack() {
    NoiseSearch search =
        climbed(
            p -> {
              if (p[0] < 0.5) throw new IllegalArgumentException("lost");
              return ofDeviation(p[0], 1.2);
            },
            0);
    assertEquals(1.2, search.at()[0], 0.005);
  }
}
