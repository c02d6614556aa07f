package undercurrent.math;

/**
 * One step of a long short-term memory cell (Hochreiter and Schmidhuber 1997, with the forget gate
 * of Gers et al. 2000). With a = W·x + b + U·h₋ + c, split into input, forget, cell and output:
 *
 * <pre>
 *   i = sigmoid(a_i)   f = sigmoid(a_f)   g = tanh(a_g)   o = sigmoid(a_o)
 *   c = f ⊙ c₋ + i ⊙ g      h = o ⊙ tanh(c)      where the row is active, else both stay
 * </pre>
 *
 * @param gates i, f, g, o and tanh(c) as computed, {@code [B × 5H]}
 */
record LstmCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value cellBefore,
    Value active,
    Value gates,
    Value cellOut,
    Value out)
    implements Operation {
  @Override
  public void forward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      boolean on = active.data[active.offset + row] != 0f;
      int a = fromInput.offset + row * 4 * h;
      int s = fromState.offset + row * 4 * h;
      int g = gates.offset + row * 5 * h;
      int at = row * h;
      for (int j = 0; j < h; j++) {
        float in = Functions.sigmoid(fromInput.data[a + j] + fromState.data[s + j]);
        float forget = Functions.sigmoid(fromInput.data[a + h + j] + fromState.data[s + h + j]);
        float cell = Functions.tanh(fromInput.data[a + 2 * h + j] + fromState.data[s + 2 * h + j]);
        float output =
            Functions.sigmoid(fromInput.data[a + 3 * h + j] + fromState.data[s + 3 * h + j]);
        float old = cellBefore.data[cellBefore.offset + at + j];
        float c = Math.fma(forget, old, in * cell);
        float t = Functions.tanh(c);
        gates.data[g + j] = in;
        gates.data[g + h + j] = forget;
        gates.data[g + 2 * h + j] = cell;
        gates.data[g + 3 * h + j] = output;
        gates.data[g + 4 * h + j] = t;
        cellOut.data[cellOut.offset + at + j] = on ? c : old;
        out.data[out.offset + at + j] = on ? output * t : before.data[before.offset + at + j];
      }
    }
  }

  @Override
  public void backward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      boolean on = active.data[active.offset + row] != 0f;
      int a = fromInput.offset + row * 4 * h;
      int s = fromState.offset + row * 4 * h;
      int g = gates.offset + row * 5 * h;
      int at = row * h;
      for (int j = 0; j < h; j++) {
        float dh = out.grad[out.offset + at + j];
        float dcOut = cellOut.grad[cellOut.offset + at + j];
        if (!on) {
          if (before.hasGradient()) before.grad[before.offset + at + j] += dh;
          if (cellBefore.hasGradient()) cellBefore.grad[cellBefore.offset + at + j] += dcOut;
          continue;
        }
        float in = gates.data[g + j];
        float forget = gates.data[g + h + j];
        float cell = gates.data[g + 2 * h + j];
        float output = gates.data[g + 3 * h + j];
        float t = gates.data[g + 4 * h + j];
        float dc = Math.fma(dh * output, 1f - t * t, dcOut);
        if (cellBefore.hasGradient()) {
          cellBefore.grad[cellBefore.offset + at + j] += dc * forget;
        }
        float old = cellBefore.data[cellBefore.offset + at + j];
        add(a, s, j, dc * cell * in * (1f - in));
        add(a, s, h + j, dc * old * forget * (1f - forget));
        add(a, s, 2 * h + j, dc * in * (1f - cell * cell));
        add(a, s, 3 * h + j, dh * t * output * (1f - output));
      }
    }
  }

  private void add(int a, int s, int gate, float d) {
    fromInput.grad[a + gate] += d;
    fromState.grad[s + gate] += d;
  }
}
