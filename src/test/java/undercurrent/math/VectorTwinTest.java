package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An element has the same bits alone, where the scalar loop does it, and among many. */
class VectorTwinTest {
  @ParameterizedTest
  @EnumSource(Unary.Kind.class)
  void soHasAGeneralFunctionAndItsSlope(Unary.Kind kind) {
    int count = 1 << 16;
    float[] x = new float[count];
    for (int i = 0; i < count; i++) x[i] = Float.intBitsToFloat(i << 16 | 0x5a5a);
    float[] many = new float[count];
    float[] slopes = new float[count];
    kind.apply(x, 0, many, 0, count);
    kind.slope(x, 0, many, 0, slopes, count);
    float[] one = new float[1];
    for (int i = 0; i < count; i++) {
      int at = i;
      kind.apply(x, i, one, 0, 1);
      assertEquals(one[0], many[i], () -> kind + " of " + x[at]);
      kind.slope(x, i, many, i, one, 1);
      assertEquals(one[0], slopes[i], () -> "slope of " + kind + " at " + x[at]);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.Kind.class)
  void anElementHasTheSameBitsAloneAndInAVector(Activation.Kind kind) {
    int count = 1 << 16;
    float[] x = new float[count];
    for (int i = 0; i < count; i++) x[i] = Float.intBitsToFloat(i << 16 | 0x5a5a);
    float[] many = new float[count];
    kind.apply(x, 0, many, 0, count);
    float[] one = new float[1];
    for (int i = 0; i < count; i++) {
      kind.apply(x, i, one, 0, 1);
      if (Float.isNaN(x[i])) assertEquals(Float.NaN, many[i]);
      assertEquals(one[0], many[i], () -> kind + " of a float");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 200, 517})
  void normalsAreTheSameWithoutVectors(int count) {
    float[] many = new float[count + 3];
    Randomness random = Randomness.of(5);
    random.normals(many, 2, count);
    long after = random.bits();
    Lanes.alone(new Thread());
    try {
      float[] one = new float[count + 3];
      random = Randomness.of(5);
      random.normals(one, 2, count);
      assertArrayEquals(one, many);
      assertEquals(random.bits(), after);
    } finally {
      Lanes.alone(null);
    }
  }
}
