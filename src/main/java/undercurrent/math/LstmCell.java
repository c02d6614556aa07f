package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * One step of a long short-term memory cell (Hochreiter and Schmidhuber 1997, with the forget gate
 * of Gers et al. 2000). With a = W·x + b + U·h₋ + c, split into input, forget, output and cell:
 *
 * <pre>
 *   i = sigmoid(a_i)   f = sigmoid(a_f)   o = sigmoid(a_o)   g = tanh(a_g)
 *   c = f ⊙ c₋ + i ⊙ g      h = o ⊙ tanh(c)      where the row is active, else both stay
 * </pre>
 *
 * @param fromInput W·x + b, which i, f, o and g take the place of: nobody else reads it
 * @param fromState U·h₋ + c, which a takes the place of. So functions read one place and write
 *     another, and the last vector of a row may begin inside the one before it
 * @param turned tanh(c) as computed, {@code [B × H]}
 */
record LstmCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value cellBefore,
    Value active,
    Value turned,
    Value cellOut,
    Value out)
    implements Operation {
  /** With work space of a tape. */
  LstmCell(
      Tape tape,
      Value fromInput,
      Value fromState,
      Value before,
      Value cellBefore,
      Value active,
      Value cellOut,
      Value out) {
    this(
        fromInput,
        fromState,
        before,
        cellBefore,
        active,
        tape.input(before.rows, before.columns),
        cellOut,
        out);
  }

  @Override
  public void forward() {
    int h = before.columns;
    float[] sums = fromState.data;
    int s = fromState.offset;
    Loops.add(fromInput.data, fromInput.offset, sums, s, sums, s, fromState.size());
    gates(3 * h, Lanes.on() ? Vectors.gates(this, h) : 0);
    cell(h, Lanes.on() ? Vectors.cell(this, h) : 0);
    state(h, Lanes.on() ? Vectors.state(this, h) : 0);
  }

  private boolean isActive(int row) {
    return active.data[active.offset + row] != 0f;
  }

  /** i, f and o of all rows, from an element of each on. */
  private void gates(int count, int done) {
    if (done == count) return;
    float[] gates = fromInput.data;
    for (int row = 0; row < before.rows; row++) {
      int a = fromInput.offset + row * 4 * before.columns;
      int s = fromState.offset + row * 4 * before.columns;
      for (int j = done; j < count; j++) {
        gates[a + j] = Functions.sigmoid(fromState.data[s + j]);
      }
    }
  }

  /** g and c of all rows, from an element of each on. */
  private void cell(int h, int done) {
    float[] gates = fromInput.data;
    for (int row = 0; row < before.rows; row++) {
      int b = cellBefore.offset + row * h;
      int c = cellOut.offset + row * h;
      if (!isActive(row)) {
        System.arraycopy(cellBefore.data, b, cellOut.data, c, h);
        continue;
      }
      int a = fromInput.offset + row * 4 * h;
      int s = fromState.offset + row * 4 * h + 3 * h;
      for (int j = done; j < h; j++) {
        int g = a + 3 * h + j;
        gates[g] = Functions.tanh(fromState.data[s + j]);
        float kept = gates[a + h + j] * cellBefore.data[b + j];
        cellOut.data[c + j] = Math.fma(gates[a + j], gates[g], kept);
      }
    }
  }

  /** h of all rows, from an element of each on. */
  private void state(int h, int done) {
    for (int row = 0; row < before.rows; row++) {
      int o = out.offset + row * h;
      if (!isActive(row)) {
        System.arraycopy(before.data, before.offset + row * h, out.data, o, h);
        continue;
      }
      int a = fromInput.offset + row * 4 * h + 2 * h;
      int c = cellOut.offset + row * h;
      int t = turned.offset + row * h;
      for (int j = done; j < h; j++) {
        turned.data[t + j] = Functions.tanh(cellOut.data[c + j]);
        out.data[o + j] = fromInput.data[a + j] * turned.data[t + j];
      }
    }
  }

  @Override
  public void backward() {
    int h = before.columns;
    int done = Lanes.on() ? Vectors.backward(this, h) : 0;
    for (int row = 0; row < before.rows; row++) {
      if (isActive(row)) backward(row, h, done);
      else keep(row, h);
    }
  }

  /** The gradient of a state that stayed as it was. */
  private void keep(int row, int h) {
    for (int j = row * h; j < (row + 1) * h; j++) {
      before.grad[before.offset + j] += out.grad[out.offset + j];
      cellBefore.grad[cellBefore.offset + j] += cellOut.grad[cellOut.offset + j];
    }
    int a = fromInput.offset + row * 4 * h;
    int s = fromState.offset + row * 4 * h;
    Arrays.fill(fromInput.grad, a, a + 4 * h, 0f);
    Arrays.fill(fromState.grad, s, s + 4 * h, 0f);
  }

  private void backward(int row, int h, int done) {
    float[] gates = fromInput.data;
    int at = row * h;
    int a = fromInput.offset + 4 * at;
    int s = fromState.offset + 4 * at;
    for (int j = done; j < h; j++) {
      float dh = out.grad[out.offset + at + j];
      float in = gates[a + j];
      float forget = gates[a + h + j];
      float output = gates[a + 2 * h + j];
      float cell = gates[a + 3 * h + j];
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

  /**
   * As those of {@link GruCell}: one function of a vector each. The last vector of a row ends where
   * the row ends. What lies in the one before it too is done once more forwards, and backwards left
   * as it is.
   */
  private static final class Vectors {
    static int gates(LstmCell l, int h) {
      float[] gates = l.fromInput.data;
      float[] state = l.fromState.data;
      int last = 3 * h - LANES;
      if (last < 0) return 0;
      for (int row = 0; row < l.before.rows; row++) {
        int a = l.fromInput.offset + row * 4 * h;
        int s = l.fromState.offset + row * 4 * h;
        for (int i = 0; i < last + LANES; i += LANES) {
          int j = Math.min(i, last);
          VectorFunctions.sigmoid(load(state, s + j)).intoArray(gates, a + j);
        }
      }
      return 3 * h;
    }

    static int cell(LstmCell l, int h) {
      float[] gates = l.fromInput.data;
      float[] state = l.fromState.data;
      float[] before = l.cellBefore.data;
      float[] out = l.cellOut.data;
      int last = h - LANES;
      if (last < 0) return 0;
      for (int row = 0; row < l.before.rows; row++) {
        if (!l.isActive(row)) continue;
        int a = l.fromInput.offset + row * 4 * h;
        int s = l.fromState.offset + row * 4 * h + 3 * h;
        int b = l.cellBefore.offset + row * h;
        int c = l.cellOut.offset + row * h;
        for (int i = 0; i < h; i += LANES) {
          int j = Math.min(i, last);
          FloatVector in = load(gates, a + j);
          FloatVector kept = load(gates, a + h + j).mul(load(before, b + j));
          FloatVector cell = VectorFunctions.tanh(load(state, s + j));
          cell.intoArray(gates, a + 3 * h + j);
          in.fma(cell, kept).intoArray(out, c + j);
        }
      }
      return h;
    }

    static int state(LstmCell l, int h) {
      float[] gates = l.fromInput.data;
      float[] turned = l.turned.data;
      float[] out = l.out.data;
      int last = h - LANES;
      if (last < 0) return 0;
      for (int row = 0; row < l.before.rows; row++) {
        if (!l.isActive(row)) continue;
        int a = l.fromInput.offset + row * 4 * h + 2 * h;
        int c = l.cellOut.offset + row * h;
        int t = l.turned.offset + row * h;
        int o = l.out.offset + row * h;
        for (int i = 0; i < h; i += LANES) {
          int j = Math.min(i, last);
          FloatVector output = load(gates, a + j);
          FloatVector cell = VectorFunctions.tanh(load(l.cellOut.data, c + j));
          cell.intoArray(turned, t + j);
          output.mul(cell).intoArray(out, o + j);
        }
      }
      return h;
    }

    static int backward(LstmCell l, int h) {
      float[] gates = l.fromInput.data;
      float[] input = l.fromInput.grad;
      float[] state = l.fromState.grad;
      FloatVector one = all(1f);
      int last = h - LANES;
      if (last < 0) return 0;
      for (int row = 0; row < l.before.rows; row++) {
        if (!l.isActive(row)) continue;
        int at = row * h;
        int a = l.fromInput.offset + 4 * at;
        int s = l.fromState.offset + 4 * at;
        for (int i = 0; i < h; i += LANES) {
          int j = Math.min(i, last);
          VectorMask<Float> left = VectorFunctions.from(i - j);
          FloatVector dh = load(l.out.grad, l.out.offset + at + j);
          FloatVector in = load(gates, a + j);
          FloatVector forget = load(gates, a + h + j);
          FloatVector output = load(gates, a + 2 * h + j);
          FloatVector cell = load(gates, a + 3 * h + j);
          FloatVector t = load(l.turned.data, l.turned.offset + at + j);
          FloatVector later = load(l.cellOut.grad, l.cellOut.offset + at + j);
          FloatVector dc = dh.mul(output).fma(one.sub(t.mul(t)), later);
          int c = l.cellBefore.offset + at + j;
          load(l.cellBefore.grad, c).add(dc.mul(forget)).intoArray(l.cellBefore.grad, c, left);
          FloatVector old = load(l.cellBefore.data, c);
          FloatVector d = dc.mul(cell).mul(in.mul(one.sub(in)));
          d.intoArray(input, a + j, left);
          d.intoArray(state, s + j, left);
          d = dc.mul(old).mul(forget.mul(one.sub(forget)));
          d.intoArray(input, a + h + j, left);
          d.intoArray(state, s + h + j, left);
          d = dh.mul(t).mul(output.mul(one.sub(output)));
          d.intoArray(input, a + 2 * h + j, left);
          d.intoArray(state, s + 2 * h + j, left);
          d = dc.mul(in).mul(one.sub(cell.mul(cell)));
          d.intoArray(input, a + 3 * h + j, left);
          d.intoArray(state, s + 3 * h + j, left);
        }
      }
      return h;
    }
  }
}
