package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
