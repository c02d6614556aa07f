package undercurrent.math;

import java.util.Arrays;

/**
 * One step of a plain recurrent layer (Elman 1990), f being tanh or ReLU:
 *
 * <pre>
 *   h = f(W·x + b + U·h₋ + c)     where the row is active, else h = h₋
 * </pre>
 *
 * @param fromInput W·x + b, {@code [B × H]}
 * @param fromState U·h₋ + c, {@code [B × H]}
 * @param slope work space for ∂objective/∂(the sum)
 */
record RnnCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value active,
    Activation.Kind f,
    float[] slope,
    Value out)
    implements Operation {
  @Override
  public void forward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      int at = row * h;
      int o = out.offset + at;
      if (active.data[active.offset + row] == 0f) {
        System.arraycopy(before.data, before.offset + at, out.data, o, h);
        continue;
      }
      Loops.add(
          fromInput.data,
          fromInput.offset + at,
          fromState.data,
          fromState.offset + at,
          out.data,
          o,
          h);
      Activation.apply(f, out.data, o, out.data, o, h);
    }
  }

  @Override
  public void backward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      int at = row * h;
      int i = fromInput.offset + at;
      int s = fromState.offset + at;
      int o = out.offset + at;
      if (active.data[active.offset + row] == 0f) {
        int b = before.offset + at;
        for (int j = 0; j < h; j++) before.grad[b + j] += out.grad[o + j];
        Arrays.fill(fromInput.grad, i, i + h, 0f);
        Arrays.fill(fromState.grad, s, s + h, 0f);
        continue;
      }
      System.arraycopy(out.grad, o, slope, 0, h);
      f.timesSlope(out.data, o, slope, 0, h);
      System.arraycopy(slope, 0, fromInput.grad, i, h);
      System.arraycopy(slope, 0, fromState.grad, s, h);
    }
  }
}
