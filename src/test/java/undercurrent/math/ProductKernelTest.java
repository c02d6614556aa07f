package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    "2, 257, 64"
  })
  void vectorsGiveTheBitsOfTheLoopAndTheLoopTheSum(int n, int k, int m) {
    float[] a = random(n * k + 3, "a");
    float[] b = random(k * m + 5, "b");
    float[] start = random(n * m + 7, "c");
    float[] scalar = start.clone();
    new ScalarProducts().add(a, 3, k, 1, b, 5, scalar, 7, n, k, m);
    float[] vector = start.clone();
    new VectorProducts().add(a, 3, k, 1, b, 5, vector, 7, n, k, m);
    assertArrayEquals(scalar, vector);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        double sum = start[7 + i * m + j];
        double size = Math.abs(sum);
        for (int p = 0; p < k; p++) {
          double term = (double) a[3 + i * k + p] * b[5 + p * m + j];
          sum += term;
          size += Math.abs(term);
        }
        assertEquals(sum, scalar[7 + i * m + j], 1e-6 * size);
      }
    }
    for (int i = 0; i < 7; i++) assertEquals(start[i], vector[i]);
  }

  @Test
  void theTransposedProductIsTheProductOfTheTranspose() {
    int n = 37;
    int k = 10;
    int m = 21;
    float[] a = random(n * k, "a");
    float[] b = random(n * m, "b");
    float[] transposed = new float[k * n];
    Products.transpose(a, 0, transposed, n, k);
    float[] expected = new float[k * m];
    Products.addProduct(transposed, 0, b, 0, expected, 0, k, n, m);
    float[] actual = new float[k * m];
    Products.addTransposedProduct(a, 0, b, 0, actual, 0, n, k, m);
    assertArrayEquals(expected, actual);
  }

  @Test
  void testsRunWithVectors() {
    assertTrue(ProductKernel.fastest() instanceof VectorProducts);
  }
}
