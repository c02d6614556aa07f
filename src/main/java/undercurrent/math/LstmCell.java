package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * One step of a long short-term memory cell (Hochreiter and Schmidhuber 1997, with the forget gate
 * of Gers et al. 2000). With a = W·x + b + U·h₋ + c, split into input, forget, output and cell:
 *
 * <pre>
 *   i = sigmoid(a_i)   f = sigmoid(a_f)   o = sigmoid(a_o)   g = tanh(a_g)
 *   c = f ⊙ c₋ + i ⊙ g      h = o ⊙ tanh(c)      where the row is active, else both stay
 * </pre>
 *
 * @param gates i, f, o and g as computed, {@code [B × 4H]}
 * @param turned tanh(c) as computed, {@code [B × H]}
 */
record LstmCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value cellBefore,
    Value active,
    Value gates,
    Value turned,
    Activation.Kind sigmoid,
    Activation.Kind tanh,
    Value cellOut,
    Value out)
    implements Operation {
  @Override
  public void forward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      int g = gates.offset + row * 4 * h;
      addGates(row * 4 * h, g, 4 * h);
      Activation.apply(sigmoid, gates.data, g, gates.data, g, 3 * h);
      Activation.apply(tanh, gates.data, g + 3 * h, gates.data, g + 3 * h, h);
      if (active.data[active.offset + row] != 0f) state(row * h, g, h);
      else keep(row * h, h);
    }
  }

  private void addGates(int from, int to, int count) {
    int i = fromInput.offset + from;
    int s = fromState.offset + from;
    int done = Lanes.on() ? Vectors.addGates(this, i, s, to, count) : 0;
    for (int j = done; j < count; j++) {
      gates.data[to + j] = fromInput.data[i + j] + fromState.data[s + j];
    }
  }

  private void state(int at, int g, int h) {
    int c = cellOut.offset + at;
    int done = Lanes.on() ? Vectors.cell(this, at, g, h) : 0;
    for (int j = done; j < h; j++) {
      float kept = gates.data[g + h + j] * cellBefore.data[cellBefore.offset + at + j];
      cellOut.data[c + j] = Math.fma(gates.data[g + j], gates.data[g + 3 * h + j], kept);
    }
    int t = turned.offset + at;
    Activation.apply(tanh, cellOut.data, c, turned.data, t, h);
    for (int j = 0; j < h; j++) {
      out.data[out.offset + at + j] = gates.data[g + 2 * h + j] * turned.data[t + j];
    }
  }

  private void keep(int at, int h) {
    System.arraycopy(before.data, before.offset + at, out.data, out.offset + at, h);
    System.arraycopy(cellBefore.data, cellBefore.offset + at, cellOut.data, cellOut.offset + at, h);
  }

  @Override
  public void backward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      int at = row * h;
      if (active.data[active.offset + row] != 0f) backward(row, at, h);
      else {
        for (int j = at; j < at + h; j++) {
          before.grad[before.offset + j] += out.grad[out.offset + j];
          cellBefore.grad[cellBefore.offset + j] += cellOut.grad[cellOut.offset + j];
        }
        int a = fromInput.offset + 4 * at;
        int s = fromState.offset + 4 * at;
        for (int j = 0; j < 4 * h; j++) set(a + j, s + j, 0f);
      }
    }
  }

  private void backward(int row, int at, int h) {
    int a = fromInput.offset + row * 4 * h;
    int s = fromState.offset + row * 4 * h;
    int g = gates.offset + row * 4 * h;
    for (int j = Lanes.on() ? Vectors.backward(this, h, a, s, g, at) : 0; j < h; j++) {
      float dh = out.grad[out.offset + at + j];
      float in = gates.data[g + j];
      float forget = gates.data[g + h + j];
      float output = gates.data[g + 2 * h + j];
      float cell = gates.data[g + 3 * h + j];
      float t = turned.data[turned.offset + at + j];
      float dc = Math.fma(dh * output, 1f - t * t, cellOut.grad[cellOut.offset + at + j]);
      cellBefore.grad[cellBefore.offset + at + j] += dc * forget;
      float old = cellBefore.data[cellBefore.offset + at + j];
      set(a + j, s + j, dc * cell * (in * (1f - in)));
      set(a + h + j, s + h + j, dc * old * (forget * (1f - forget)));
      set(a + 2 * h + j, s + 2 * h + j, dh * t * (output * (1f - output)));
      set(a + 3 * h + j, s + 3 * h + j, dc * in * (1f - cell * cell));
    }
  }

  private void set(int a, int s, float d) {
    fromInput.grad[a] = d;
    fromState.grad[s] = d;
  }

  private static final class Vectors {
    static int addGates(LstmCell l, int i, int s, int to, int count) {
      int whole = VectorFunctions.whole(count);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector sum = load(l.fromInput.data, i + j).add(load(l.fromState.data, s + j));
        sum.intoArray(l.gates.data, to + j);
      }
      return whole;
    }

    static int cell(LstmCell l, int at, int g, int h) {
      float[] gates = l.gates.data;
      int whole = VectorFunctions.whole(h);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector old = load(l.cellBefore.data, l.cellBefore.offset + at + j);
        FloatVector kept = load(gates, g + h + j).mul(old);
        load(gates, g + j)
            .fma(load(gates, g + 3 * h + j), kept)
            .intoArray(l.cellOut.data, l.cellOut.offset + at + j);
      }
      return whole;
    }

    static int backward(LstmCell l, int h, int a, int s, int g, int at) {
      float[] gates = l.gates.data;
      float[] input = l.fromInput.grad;
      float[] state = l.fromState.grad;
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(h);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector dh = load(l.out.grad, l.out.offset + at + j);
        FloatVector in = load(gates, g + j);
        FloatVector forget = load(gates, g + h + j);
        FloatVector output = load(gates, g + 2 * h + j);
        FloatVector cell = load(gates, g + 3 * h + j);
        FloatVector t = load(l.turned.data, l.turned.offset + at + j);
        FloatVector later = load(l.cellOut.grad, l.cellOut.offset + at + j);
        FloatVector dc = dh.mul(output).fma(one.sub(t.mul(t)), later);
        int c = l.cellBefore.offset + at + j;
        VectorFunctions.add(l.cellBefore.grad, c, dc.mul(forget));
        FloatVector old = load(l.cellBefore.data, c);
        VectorFunctions.set(input, a + j, state, s + j, dc.mul(cell).mul(in.mul(one.sub(in))));
        VectorFunctions.set(
            input, a + h + j, state, s + h + j, dc.mul(old).mul(forget.mul(one.sub(forget))));
        VectorFunctions.set(
            input, a + 2 * h + j, state, s + 2 * h + j, dh.mul(t).mul(output.mul(one.sub(output))));
        VectorFunctions.set(
            input, a + 3 * h + j, state, s + 3 * h + j, dc.mul(in).mul(one.sub(cell.mul(cell))));
      }
      return whole;
    }
  }
}
