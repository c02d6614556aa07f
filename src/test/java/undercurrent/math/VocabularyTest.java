package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The general operations of a tape: by the oracle, and without vectors. */
final class VocabularyTest {
  private static void any(BiFunction<Tape, List<Value>, List<Value>> use, int... shapes) {
    TapeCase.check(use, -1.5, 1.5, shapes);
  }

  private static void positive(BiFunction<Tape, List<Value>, List<Value>> use, int... shapes) {
    TapeCase.check(use, 0.4, 3, shapes);
  }

  @ParameterizedTest
  @CsvSource({"5, 7, 5, 7", "6, 7, 1, 7", "6, 20, 6, 1", "6, 20, 2, 1", "6, 3, 2, 3", "4, 9, 1, 1"})
  void elementWiseOperationsRepeatTheSmallerOperand(int n, int m, int rows, int columns) {
    positive(
        (t, v) -> {
          Value a = v.get(0);
          Value b = v.get(1);
          return List.of(
              t.add(a, b),
              t.subtract(a, b),
              t.subtract(b, a),
              t.multiply(a, b),
              t.divide(a, b),
              t.divide(b, a));
        },
        n,
        m,
        rows,
        columns);
  }

  @Test
  void bothOperandsMayBeRepeated() {
    any((t, v) -> List.of(t.multiply(v.get(0), v.get(1))), 1, 18, 6, 1);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Tape tape = new Tape(new Parameters());
    Value a = tape.input(4, 3);
    assertThrows(IllegalArgumentException.class, () -> tape.add(a, tape.input(3, 3)));
    assertThrows(IllegalArgumentException.class, () -> tape.add(a, tape.input(4, 2)));
  }

  @Test
  void aValueUsedTwiceHasTheSumOfBothGradients() {
    any((t, v) -> List.of(t.multiply(v.getFirst(), v.getFirst())), 3, 17);
  }

  @ParameterizedTest
  @EnumSource(Unary.Kind.class)
  void functionsOfOneElement(Unary.Kind kind) {
    positive(
        (t, v) -> {
          Value a = v.getFirst();
          return List.of(
              switch (kind) {
                case NEGATE -> t.negate(a);
                case EXP -> t.exp(a);
                case LOG -> t.log(a);
                case SQUARE -> t.square(a);
                case SQRT -> t.sqrt(a);
                case ASINH -> t.asinh(a);
                case SINH -> t.sinh(a);
                case SIN -> t.sin(a);
                case LOG_GAMMA -> t.logGamma(a);
              });
        },
        4,
        9);
  }

  @Test
  void columnsAreJoinedAndSliced() {
    any(
        (t, v) -> {
          Value joined = t.join(List.of(v.get(0), v.get(1), v.get(0)));
          return List.of(joined, t.columns(joined, 1, 18), t.columns(v.get(0), 2, 1));
        },
        4,
        3,
        4,
        17);
  }

  @Test
  void rowsAreGatheredAndOneMayBeTakenTwice() {
    any((t, v) -> List.of(t.gather(v.getFirst(), new int[] {2, 0, 2, 1, 4})), 5, 18);
  }

  @Test
  void aValueIsReadInAnotherShape() {
    any((t, v) -> List.of(t.rowSum(t.square(v.getFirst().reshape(3, 8)))), 6, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 33})
  void sumsAndSoftmax(int m) {
    any(
        (t, v) -> {
          Value a = v.getFirst();
          return List.of(
              t.rowSum(a), t.columnSum(a, 2), t.columnSum(a, 1), t.logSumExp(a), t.softmax(a));
        },
        6,
        m);
  }

  @Test
  void aLogSumOfLargeAndOfMissingNumbersIsFinite() {
    Tape tape = new Tape(new Parameters());
    Value a = tape.input(3, 2);
    a.set(0, 0, 1000);
    a.set(0, 1, 1000);
    a.set(1, 0, Double.NEGATIVE_INFINITY);
    a.set(1, 1, -3);
    a.set(2, 0, Double.NEGATIVE_INFINITY);
    a.set(2, 1, Double.NEGATIVE_INFINITY);
    Value out = tape.logSumExp(a);
    tape.forward();
    assertEquals(1000 + StrictMath.log(2), out.get(0, 0), 1e-4);
    assertEquals(-3, out.get(1, 0), 1e-6);
    assertEquals(Float.NEGATIVE_INFINITY, out.get(2, 0));
  }

  @Test
  void productsOfComputedMatrices() {
    any((t, v) -> List.of(t.product(v.get(0), t.tanh(v.get(1)))), 4, 5, 5, 7);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 2", "3, 70, 3", "8, 3, 8"})
  void smallMatrices(int n, int rows, int m) {
    any(
        (t, v) -> {
          Value identity = t.input(1, n * n);
          for (int i = 0; i < n; i++) identity.data[i * n + i] = 1f;
          Value squares = t.smallProduct(v.get(0), false, v.get(0), true, n, n, n);
          Value l = t.cholesky(t.add(squares, identity), n);
          return List.of(
              l,
              t.smallProduct(v.get(0), true, v.get(1), false, n, n, m),
              t.solveLower(l, v.get(1), n, m),
              t.solveUpper(l, v.get(1), n, m),
              t.smallProduct(v.get(2), false, v.get(1), false, n, n, m));
        },
        rows,
        n * n,
        rows,
        n * m,
        1,
        n * n);
  }

  @ParameterizedTest
  @CsvSource({"5, 4, 3, 1, 1", "6, 6, 3, 2, 1", "5, 5, 3, 2, 1", "6, 4, 4, 2, 1", "3, 4, 2, 1, 0"})
  void convolutionsAndTheirTransposes(int height, int width, int kernel, int stride, int padding) {
    FrameGeometry g = new FrameGeometry(height, width, kernel, stride, padding);
    int frames = 12;
    int k = g.patch();
    TapeCase.check(
        (t, v) ->
            List.of(
                t.convolution(g, v.get(0), v.get(1), v.get(2)),
                t.transposedConvolution(g, v.get(3), v.get(4), v.get(5))),
        -0.5,
        0.5,
        frames * g.pixels(),
        2,
        k * 2,
        3,
        1,
        3,
        frames * g.smallPixels(),
        3,
        3,
        k * 2,
        1,
        2);
  }

  @Test
  void convolutionsOfFunctionsAndOfStepsHaveTheRightGradient() {
    Parameters own = new Parameters();
    Randomness random = Randomness.of(3);
    FrameGeometry same = FrameGeometry.same(4, 5, 3);
    FrameGeometry half = new FrameGeometry(4, 6, 4, 2, 1);
    ConvolutionLayer layer = ConvolutionLayer.plain(own, "layer", same, 2, 3, random);
    ConvolutionLayer back = ConvolutionLayer.transposed(own, "back", half, 3, 2, random);
    ConvolutionLayer identity = ConvolutionLayer.plain(own, "identity", same, 2, 2, random);
    identity.beIdentity(own);
    Parameters.Entry frames = own.add("frames", 3 * same.pixels(), 2);
    Parameters.Entry small = own.add("small", 2 * half.smallPixels(), 3);
    Initial.uniform(own, frames, 1, random.named("frames"));
    Initial.uniform(own, small, 1, random.named("small"));
    Tape tape = new Tape(own);
    Value x = tape.parameter(frames);
    Value steps = tape.block(x.rows, 3);
    Tape.Steps each = layer.steps(tape, x, true, steps);
    for (int t = 0; t < 3; t++) each.record(t * same.pixels(), same.pixels());
    Value kept = identity.record(tape, x);
    List<Value> outputs =
        List.of(
            layer.recordRelu(tape, x),
            layer.recordSigmoid(tape, x),
            steps,
            kept,
            back.recordRelu(tape, tape.parameter(small)));
    GradientCheck.check(tape, own, outputs, new double[] {1, -0.5, 0.7, 0.3, 1.2}, 500);
    TapeCase.sameBitsWithoutVectors(tape, outputs);
    for (int i = 0; i < x.size(); i++) assertEquals(x.data[x.offset + i], kept.data[i]);
  }

  @Test
  void columnsAreSelectedAndRowsRepeated() {
    TapeCase.check(
        (t, v) -> List.of(t.select(v.get(0), 2, -1, 0, 2), t.repeat(v.get(0), 6)), -1, 1, 3, 4);
  }

  /** Also of frames in colours, and where places leave the frame. */
  @ParameterizedTest
  @CsvSource({"5, 4, 1", "3, 6, 3"})
  void framesAreWarped(int height, int width, int channels) {
    Randomness random = Randomness.of(4);
    TapeCase.check(
        (t, v) -> {
          Value reference = t.input(7, height * width * channels);
          for (int i = 0; i < reference.size(); i++) reference.data[i] = (float) random.normal();
          return List.of(
              t.warp(height, width, reference, v.get(0)), t.roughness(height, width, v.get(0)));
        },
        -1.7,
        1.9,
        7,
        height * width * 2);
  }

  @Test
  void dropoutKeepsTheMeanAndDoesNothingUntilItIsDrawn() {
    Tape tape = new Tape(new Parameters());
    Value a = tape.input(100, 100);
    java.util.Arrays.fill(a.data, 1f);
    Value out = tape.dropout(a, 0.2);
    tape.forward();
    for (float x : out.data) assertEquals(1f, x);
    tape.drawDropouts(Randomness.of(1));
    tape.forward();
    double sum = 0;
    int dropped = 0;
    for (float x : out.data) {
      sum += x;
      if (x == 0) dropped++;
      else assertEquals(1.25f, x);
    }
    // √(0.2·0.8/10⁴) = 0.004
    assertEquals(0.2, dropped / 1e4, 0.016);
    assertEquals(1, sum / 1e4, 0.02);
  }

  @Test
  void dropoutHasTheRightGradient() {
    any(
        (t, v) -> {
          Value out = t.dropout(v.getFirst(), 0.3);
          t.drawDropouts(Randomness.of(3));
          return List.of(out);
        },
        4,
        17);
  }
}
