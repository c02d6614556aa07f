package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Convolutions by the known answers of {@code golden/deep/conv.json}. */
final class ConvolutionGoldenTest {
  private static final String GRADIENT = "gradient of half the sum of squares";
  private static final int CHANNELS = 2;
  private static final JsonNode OPERATIONS = DeepGolden.read("conv").get("operations");
  private final Parameters parameters = new Parameters();

  /** x[c, i, j] = sin(.5 + 1.3 c + .7 i + .4 j), in rows of pixels. */
  private void fillImage(Parameters.Entry image, int width) {
    for (int at = 0; at < image.size(); at++) {
      int pixel = at / CHANNELS;
      int row = pixel / width;
      double angle = 0.5 + 1.3 * (at % CHANNELS) + 0.7 * row + 0.4 * (pixel % width);
      parameters.data()[image.offset() + at] = (float) Math.sin(angle);
    }
  }

  /** The place of weight [o, c, p, q], or transposed [c, o, p, q]. */
  private static int place(
      Parameters.Entry w, boolean transposed, int kernel, int first, int second, int p, int q) {
    int place = p * kernel + q;
    int other = CHANNELS;
    return w.offset()
        + (transposed
            ? first * w.columns() + place * other + second
            : (place * other + second) * w.columns() + first);
  }

  private void fillKernel(ConvolutionLayer layer, boolean transposed, int kernel, int k) {
    Parameters.Entry w = layer.weight();
    int firsts = transposed ? w.rows() : w.columns();
    int patch = kernel * kernel;
    for (int first = 0; first < firsts; first++) {
      for (int at = 0; at < CHANNELS * patch; at++) {
        int p = at % patch / kernel;
        int to = place(w, transposed, kernel, first, at / patch, p, at % kernel);
        parameters.data()[to] = (float) DeepGolden.weight(k, first, CHANNELS * patch, at);
      }
    }
    Parameters.Entry b = layer.bias();
    for (int r = 0; r < b.size(); r++) {
      parameters.data()[b.offset() + r] = (float) DeepGolden.bias(k, r);
    }
  }

  private static void assertFrame(JsonNode output, int channel, Value out, int column, int width) {
    for (int pixel = 0; pixel < out.rows; pixel++) {
      double expected = output.get(channel).get(pixel / width).get(pixel % width).doubleValue();
      assertEquals(expected, out.get(pixel, column), 1e-5);
    }
  }

  /** Seeds ∂(½ Σ out²) and runs backwards. */
  private static void backward(Tape tape, List<Value> outputs) {
    tape.clearGradients(outputs);
    for (Value out : outputs) {
      for (int i = 0; i < out.size(); i++) {
        out.grad[out.offset + i] = out.data[out.offset + i];
      }
    }
    tape.backward();
  }

  private static double sum(float[] gradient) {
    double sum = 0;
    for (float g : gradient) sum += g;
    return sum;
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 x 3, same, 4 x 5                            | false | 4 | 5 | 3 | 1
          3 x 3, stride 2, padding 1, 6 x 6             | false | 6 | 6 | 3 | 2
          3 x 3, stride 2, padding 1, 5 x 5             | false | 5 | 5 | 3 | 2
          4 x 4 transposed, stride 2, padding 1, 3 x 2  | true  | 6 | 4 | 4 | 2
          """)
  void valuesAndGradientsAreTheKnownOnes(
      String name, boolean transposed, int height, int width, int kernel, int stride) {
    FrameGeometry g = new FrameGeometry(height, width, kernel, stride, 1);
    int pixels = transposed ? g.smallPixels() : g.pixels();
    int inputWidth = transposed ? g.smallWidth() : width;
    Parameters.Entry image = parameters.add("input", pixels, CHANNELS);
    fillImage(image, inputWidth);
    Randomness random = Randomness.of(1);
    ConvolutionLayer layer =
        transposed
            ? ConvolutionLayer.transposed(parameters, "deconv", g, CHANNELS, CHANNELS, random)
            : ConvolutionLayer.plain(parameters, "conv", g, CHANNELS, CHANNELS, random);
    fillKernel(layer, transposed, kernel, transposed ? 20 : 10);
    Tape tape = new Tape(parameters);
    Value out = layer.record(tape, tape.parameter(image));
    tape.forward();
    JsonNode golden = OPERATIONS.get(name);
    for (int c = 0; c < CHANNELS; c++) {
      assertFrame(golden.get("output"), c, out, c, transposed ? width : g.smallWidth());
    }
    backward(tape, List.of(out));
    JsonNode gradient = golden.get(GRADIENT);
    String prefix = transposed ? "deconv." : "conv.";
    int weight = place(layer.weight(), transposed, kernel, 0, 1, 2, 0);
    assertClose(gradient.get(prefix + "weight[0,1,2,0]").doubleValue(), tape.gradient()[weight]);
    assertClose(
        gradient.get(prefix + "bias[1]").doubleValue(), tape.gradient()[layer.bias().offset() + 1]);
    int pixel = 2 * inputWidth + 1;
    assertClose(
        gradient.get("input[1,2,1]").doubleValue(),
        tape.gradient()[image.offset() + pixel * CHANNELS + 1]);
    assertClose(gradient.get("sum over all parameters").doubleValue(), sum(tape.gradient()));
  }

  @Test
  void theConvolutionalCellIsTheCellOfEveryPixel() {
    FrameGeometry g = FrameGeometry.same(3, 3, 3);
    Parameters.Entry image = parameters.add("input", 9, CHANNELS);
    fillImage(image, 3);
    Randomness random = Randomness.of(1);
    ConvolutionLayer fromInput =
        ConvolutionLayer.plain(parameters, "cell.input", g, CHANNELS, 4 * CHANNELS, random);
    ConvolutionLayer fromState =
        ConvolutionLayer.plain(parameters, "cell.state", g, CHANNELS, 4 * CHANNELS, random);
    fillKernel(fromInput, false, 3, 140);
    fillKernel(fromState, false, 3, 150);
    Tape tape = new Tape(parameters);
    Value state = tape.input(9, CHANNELS);
    Value cell = tape.input(9, CHANNELS);
    for (int i = 0; i < state.size(); i++) {
      double x = parameters.data()[image.offset() + i];
      state.data[i] = (float) (0.5 * Math.cos(x));
      cell.data[i] = (float) (0.7 * Math.sin(2 * x));
    }
    Value active = tape.input(9, 1);
    java.util.Arrays.fill(active.data, 1f);
    // The state before is constant here; its gradient goes to blocks that nobody reads.
    Value before = tape.add(state, tape.constant(0));
    Value cellBefore = tape.add(cell, tape.constant(0));
    Value cellOut = tape.block(9, CHANNELS);
    Value out =
        tape.lstmCell(
            fromInput.record(tape, tape.parameter(image)),
            fromState.record(tape, before),
            before,
            cellBefore,
            active,
            cellOut,
            tape.block(9, CHANNELS));
    tape.forward();
    JsonNode golden =
        OPERATIONS.get("ConvLSTM, 3 x 3, h = .5 cos(x), c = .7 sin(2 x); output [h, c]");
    for (int c = 0; c < CHANNELS; c++) {
      assertFrame(golden.get("output"), c, out, c, 3);
      assertFrame(golden.get("output"), CHANNELS + c, cellOut, c, 3);
    }
    backward(tape, List.of(out, cellOut));
    JsonNode gradient = golden.get(GRADIENT);
    assertClose(
        gradient.get("cell.input.weight[7,1,0,2]").doubleValue(),
        tape.gradient()[place(fromInput.weight(), false, 3, 7, 1, 0, 2)]);
    assertClose(
        gradient.get("cell.state.weight[2,1,0,2]").doubleValue(),
        tape.gradient()[place(fromState.weight(), false, 3, 2, 1, 0, 2)]);
    assertClose(gradient.get("sum over all parameters").doubleValue(), sum(tape.gradient()));
  }
}
