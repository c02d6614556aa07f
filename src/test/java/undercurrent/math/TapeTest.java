package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {
  private final Parameters parameters = new Parameters();
  private final Randomness random = Randomness.of(7);

  private static void leaves(BiFunction<Tape, List<Value>, List<Value>> use, int... shapes) {
    TapeCase.check(use, -1.5, 1.5, shapes);
  }

  private static Value filled(Value value, double... numbers) {
    for (int i = 0; i < value.size(); i++) value.data[i] = (float) numbers[i % numbers.length];
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 9})
  void affineHasTheRightGradient(int rows) {
    leaves((t, v) -> List.of(t.affine(v.get(0), v.get(1), v.get(2))), rows, 5, 5, 7, 1, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "tanh", "sigmoid", "softplus"})
  void activationsHaveTheRightGradient(String name) {
    leaves(
        (t, v) -> {
          Value a = v.getFirst();
          return List.of(
              switch (name) {
                case "relu" -> t.relu(a);
                case "tanh" -> t.tanh(a);
                case "sigmoid" -> t.sigmoid(a);
                default -> t.softplus(a, 0.01f);
              });
        },
        4,
        9);
  }

  @Test
  void blendMeanAndRepeatHaveTheRightGradient() {
    leaves(
        (t, v) ->
            List.of(
                t.blend(v.get(0), v.get(1), v.get(2)),
                t.mean(List.of(v.get(0), v.get(1), v.get(3))),
                t.repeat(v.get(3), 6)),
        5,
        3,
        5,
        3,
        5,
        3,
        1,
        3);
  }

  @Test
  void sampleHasTheRightGradient() {
    leaves(
        (t, v) -> {
          Value noise = filled(t.input(4, 3), 0.3, -1.2, 0.8, 2, -0.1);
          return List.of(t.sample(v.get(0), v.get(1), noise, t.block(4, 3)));
        },
        4,
        3,
        4,
        3);
  }

  @Test
  void recurrentCellsHaveTheRightGradientAndKeepTheStateOfPadding() {
    leaves(
        (t, v) -> {
          Value active = filled(t.input(3, 1), 1, 0, 1);
          // The cells write over what they read.
          Value read = t.repeat(v.get(0), t.block(3, 6));
          Value gru = t.gruCell(read, v.get(1), v.get(2), active, t.block(3, 2));
          Value cell = t.block(3, 2);
          read = t.repeat(v.get(3), t.block(3, 8));
          Value state = t.repeat(v.get(4), t.block(3, 8));
          Value lstm = t.lstmCell(read, state, v.get(2), v.get(5), active, cell, t.block(3, 2));
          return List.of(gru, lstm, cell);
        },
        3,
        6,
        3,
        6,
        3,
        2,
        3,
        8,
        3,
        8,
        3,
        2);
  }

  private Linear linear(Parameters own, String name, int in, int out) {
    return new Linear(own, name, in, out, random);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recurrentLayersHaveTheRightGradient(boolean backward) {
    Parameters own = new Parameters();
    Gru gru = new Gru(linear(own, "gru.x", 2, 9), linear(own, "gru.h", 3, 9));
    Lstm lstm = new Lstm(own, "lstm", 2, 3, random);
    Rnn tanh = Rnn.tanh(linear(own, "tanh.x", 2, 3), linear(own, "tanh.h", 3, 3));
    Rnn relu = Rnn.relu(linear(own, "relu.x", 2, 3), linear(own, "relu.h", 3, 3));
    Tape tape = new Tape(own);
    Value x = filled(tape.input(4 * 2, 2), 0.4, -1, 0.2, 0.9, -0.6);
    Value active = filled(tape.input(4 * 2, 1), 1, 1, 1, 1, 1, 1, 1, 0);
    GradientCheck.check(
        tape,
        own,
        List.of(
            gru.record(tape, x, active, 4, backward),
            lstm.record(tape, x, active, 4, backward),
            tanh.record(tape, x, active, 4, backward),
            relu.record(tape, x, active, 4, backward)),
        new double[] {1, -0.5, 0.7, -1.5},
        500);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void gaussianLogLikelihoodHasTheRightGradientWithGaps(int sdRows) {
    leaves(
        (t, v) -> {
          Value x = filled(t.input(4, 3), 0.5, -0.4, 1.5, 0.1, 0.9);
          Value mask = filled(t.input(4, 3), 1, 1, 0, 1, 0);
          Value sd = t.softplus(v.get(1), 0.05f);
          return List.of(t.gaussianLogLikelihood(x, mask, v.get(0), sd));
        },
        4,
        3,
        sdRows,
        3);
  }

  @Test
  void bernoulliLogLikelihoodHasTheRightGradientWithGaps() {
    leaves(
        (t, v) -> {
          Value x = filled(t.input(4, 3), 0, 1, 1, 0, 1);
          Value mask = filled(t.input(4, 3), 1, 1, 0, 1);
          return List.of(t.bernoulliLogLikelihood(x, mask, v.getFirst()));
        },
        4,
        3);
  }

  /** Observed values and gaps of wide rows, of which a likelihood computes two at a time. */
  private static Value wide(Value value, int every) {
    for (int i = 0; i < value.size(); i++) value.data()[i] = i % every == 0 ? 0 : 1;
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void likelihoodsOfWideRowsAreComputedInParts(int sdRows) {
    leaves(
        (t, v) -> {
          Value x = wide(t.input(5, 700), 3);
          Value mask = wide(t.input(5, 700), 7);
          Value sd = t.softplus(v.get(1), 0.05f);
          return List.of(
              t.gaussianLogLikelihood(x, mask, v.get(0), sd),
              t.bernoulliLogLikelihood(x, mask, v.get(0)));
        },
        5,
        700,
        sdRows,
        700);
  }

  @Test
  void oneDeviationForAllRowsHasTheBitsOfOneForEach() {
    Parameters own = new Parameters();
    Parameters.Entry mean = own.add("mean", 5, 700);
    Parameters.Entry deviation = own.add("deviation", 1, 700);
    for (int i = 0; i < own.size(); i++) own.data()[i] = 0.5f + i % 11 * 0.1f;
    List<float[]> found = new ArrayList<>();
    for (boolean isRepeated : new boolean[] {false, true}) {
      Tape tape = new Tape(own);
      Value sd = tape.softplus(tape.parameter(deviation), 0.05f);
      Value out =
          tape.gaussianLogLikelihood(
              wide(tape.input(5, 700), 3),
              wide(tape.input(5, 700), 7),
              tape.parameter(mean),
              isRepeated ? tape.repeat(sd, 5) : sd);
      tape.clearGradients(List.of(out));
      tape.forward();
      for (int row = 0; row < 5; row++) out.gradient()[row] = 0.3f + 0.11f * row;
      tape.backward();
      found.add(out.data().clone());
      found.add(tape.gradient().clone());
    }
    assertArrayEquals(found.get(0), found.get(2));
    assertArrayEquals(found.get(1), found.get(3));
  }

  @Test
  void gaussianKlAndProductHaveTheRightGradient() {
    leaves(
        (t, v) -> {
          Value a = t.softplus(v.get(1), 0.01f);
          Value b = t.softplus(v.get(3), 0.01f);
          Value mean = t.block(3, 4);
          Value sd = t.block(3, 4);
          t.gaussianProduct(v.get(0), a, v.get(2), b, mean, sd);
          return List.of(t.gaussianKl(v.get(0), a, v.get(2), b, t.block(3, 4)), mean, sd);
        },
        3,
        4,
        3,
        4,
        3,
        4,
        3,
        4);
  }

  @Test
  void klOfTwoGaussiansIsThePublishedNumber() {
    Tape tape = new Tape(parameters, false);
    Value kl =
        tape.gaussianKl(
            filled(tape.input(1, 1), 0.5),
            filled(tape.input(1, 1), 0.8),
            filled(tape.input(1, 1), -0.2),
            filled(tape.input(1, 1), 1.5),
            tape.block(1, 1));
    tape.forward();
    assertEquals(0.37971977053, kl.get(0, 0), 1e-6);
  }

  @Test
  void aReplayGivesTheSameBits() {
    Gru gru = new Gru(linear(parameters, "gru.x", 2, 24), linear(parameters, "gru.h", 8, 24));
    Tape tape = new Tape(parameters);
    Value x = filled(tape.input(10, 2), 0.4, -1, 0.2);
    Value active = filled(tape.input(10, 1), 1);
    Value out = gru.record(tape, x, active, 5, false);
    float[][] gradients = new float[2][];
    for (int run = 0; run < 2; run++) {
      tape.clearGradients(List.of(out));
      tape.forward();
      for (int i = 0; i < out.size(); i++) out.grad[i] = 1f;
      tape.backward();
      gradients[run] = tape.gradient().clone();
    }
    assertArrayEquals(gradients[0], gradients[1]);
  }
}
