package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductKernelTest {
  private static float[] random(int size, String name) {
    float[] values = new float[size];
    Randomness.of(4).named(name).normals(values, 0, size);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "4, 3, 2",
    "5, 7, 16",
    "3, 300, 33",
    "32, 50, 150",
    "7, 520, 47",
    "9, 1, 100",
    "64, 32, 2",
    "15, 257, 64",
    "150, 40, 70",
    "140, 260, 24",
    "17, 50, 44",
    "24, 300, 28",
    "40, 9, 10",
    "100, 32, 2",
    "203, 130, 5",
    "48, 16, 8",
    "37, 17, 1",
    "32, 64, 4",
    "33, 16, 2",
    "16, 40, 1",
    "9, 2, 32",
    "31, 2, 2"
  })
  void aProductIsOneSumOfFusedTermsInOrder(int n, int k, int m) {
    float[] a = random(n * k + 3, "a");
    float[] b = random(k * m + 5, "b");
    float[] start = random(n * m + 7, "c");
    float[] expected = product(a, b, start, n, k, m);
    Panels panels = new Panels();
    panels.pack(b, 5, k, m, m);
    float[] actual = start.clone();
    new Products().add(a, 3, n, panels, actual, 7);
    assertArrayEquals(expected, actual);

    float[] row = start.clone();
    for (int i = 1; i < n; i++) System.arraycopy(row, 7, row, 7 + i * m, m);
    actual = new float[start.length];
    System.arraycopy(start, 0, actual, 0, 7);
    new Products().add(a, 3, n, panels, start, 7, actual, 7);
    assertArrayEquals(product(a, b, row, n, k, m), actual, "beginning with one row");
    Arrays.fill(row, 7, row.length, 0f);
    new Products().set(a, 3, n, panels, actual, 7);
    assertArrayEquals(product(a, b, row, n, k, m), actual, "beginning with zeros");

    float[] transposed = transposed(b, 5, k, m);
    panels.packTransposed(transposed, 0, k, m);
    actual = start.clone();
    new Products().add(a, 3, n, panels, actual, 7);
    assertArrayEquals(expected, actual, "with b transposed");

    actual = start.clone();
    new Products().addTransposed(transposed(a, 3, n, k), 0, b, 5, actual, 7, k, n, m);
    assertArrayEquals(expected, actual, "with a transposed");

    // Where the array goes on behind b, its rows are read as they lie.
    float[] longer = Arrays.copyOf(b, b.length + Panels.WIDE);
    actual = start.clone();
    new Products().addTransposed(transposed(a, 3, n, k), 0, longer, 5, actual, 7, k, n, m);
    assertArrayEquals(expected, actual, "with room behind b");
  }

  private static float[] product(float[] a, float[] b, float[] start, int n, int k, int m) {
    float[] c = start.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        for (int p = 0; p < k; p++) {
          int at = 7 + i * m + j;
          c[at] = Math.fma(a[3 + i * k + p], b[5 + p * m + j], c[at]);
        }
      }
    }
    return c;
  }

  private static float[] transposed(float[] a, int ao, int n, int k) {
    float[] t = new float[k * n];
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < k; p++) t[p * n + i] = a[ao + i * k + p];
    }
    return t;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "8, 300, 32",
    "13, 40, 27",
    "128, 256, 31",
    "8, 20, 48",
    "7, 9, 47",
    "20, 150, 48",
    "3, 5, 40"
  })
  void theScalarTwinGivesTheSameBits(int rows, int depth, int width) {
    float[] a = random(136 * depth, "a");
    float[] b = random(depth * Panels.WIDE, "b");
    float[] scalar = random(rows * 50, "c");
    float[] vector = scalar.clone();
    block(new ScalarProducts(), a, b, scalar, 2, 50, scalar, rows, depth, width);
    block(new VectorProducts(), a, b, vector, 2, 50, vector, rows, depth, width);
    assertArrayEquals(scalar, vector);

    float[] bias = random(64, "bias");
    block(new ScalarProducts(), a, b, bias, 1, 0, scalar, rows, depth, width);
    block(new VectorProducts(), a, b, bias, 1, 0, vector, rows, depth, width);
    assertArrayEquals(scalar, vector, "beginning with one row");
  }

  private static void block(
      ProductKernel kernel,
      float[] a,
      float[] b,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int rows,
      int depth,
      int width) {
    int tile = ProductKernel.TILE * depth;
    int panel = Panels.WIDE;
    kernel.block(
        a, 0, tile, depth, 1, b, 0, panel, s, start, startStep, c, 2, rows, depth, width, 50);
  }

  @Test
  void testsRunWithVectors() {
    assertTrue(Lanes.PRESENT);
    assertEquals(0, Panels.WIDTH % (2 * VectorFunctions.LANES));
    assertEquals(0, Panels.WIDE % (3 * VectorFunctions.LANES));
  }
}
