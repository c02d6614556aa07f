package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * One step of a gated recurrent unit (Cho et al. 2014, with the reset gate after the product as in
 * cuDNN). With i = W·x + b and s = U·h₋ + c, each split into reset, update and candidate:
 *
 * <pre>
 *   r = sigmoid(i_r + s_r)      u = sigmoid(i_u + s_u)      n = tanh(i_n + r ⊙ s_n)
 *   h = (1 − u) ⊙ n + u ⊙ h₋    where the row is active, else h = h₋
 * </pre>
 *
 * @param fromInput i, which r, u and n take the place of: nobody else reads it, and what is written
 *     where something was just read is in the first cache
 */
record GruCell(Value fromInput, Value fromState, Value before, Value active, Value out)
    implements Operation {
  @Override
  public void forward() {
    int h = before.columns;
    gates(2 * h, Lanes.on() ? Vectors.gates(this, h) : 0);
    state(h, Lanes.on() ? Vectors.state(this, h) : 0);
  }

  private boolean isActive(int row) {
    return active.data[active.offset + row] != 0f;
  }

  /** r and u of all rows, from an element of each on. */
  private void gates(int count, int done) {
    if (done == count) return;
    float[] gates = fromInput.data;
    for (int row = 0; row < before.rows; row++) {
      int i = fromInput.offset + row * 3 * before.columns;
      int s = fromState.offset + row * 3 * before.columns;
      for (int j = done; j < count; j++) {
        gates[i + j] = Functions.sigmoid(gates[i + j] + fromState.data[s + j]);
      }
    }
  }

  /** n and h of all rows, from an element of each on; h is n + u ⊙ (h₋ − n). */
  private void state(int h, int done) {
    float[] gates = fromInput.data;
    for (int row = 0; row < before.rows; row++) {
      int b = before.offset + row * h;
      int o = out.offset + row * h;
      if (!isActive(row)) {
        System.arraycopy(before.data, b, out.data, o, h);
        continue;
      }
      int i = fromInput.offset + row * 3 * h;
      int s = fromState.offset + row * 3 * h + 2 * h;
      for (int j = done; j < h; j++) {
        int c = i + 2 * h + j;
        float n = Functions.tanh(Math.fma(gates[i + j], fromState.data[s + j], gates[c]));
        gates[c] = n;
        out.data[o + j] = Math.fma(gates[i + h + j], before.data[b + j] - n, n);
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
    int b = before.offset + row * h;
    int o = out.offset + row * h;
    for (int j = 0; j < h; j++) before.grad[b + j] += out.grad[o + j];
    clear(fromInput, row, 3 * h);
    clear(fromState, row, 3 * h);
  }

  private static void clear(Value gates, int row, int size) {
    int from = gates.offset + row * size;
    Arrays.fill(gates.grad, from, from + size, 0f);
  }

  private void backward(int row, int h, int done) {
    int b = before.offset + row * h;
    int o = out.offset + row * h;
    int i = fromInput.offset + row * 3 * h;
    int s = fromState.offset + row * 3 * h;
    for (int j = done; j < h; j++) {
      float d = out.grad[o + j];
      float r = fromInput.data[i + j];
      float u = fromInput.data[i + h + j];
      float candidate = fromInput.data[i + 2 * h + j];
      float dn = d * (1f - u) * (1f - candidate * candidate);
      float du = d * (before.data[b + j] - candidate) * (u * (1f - u));
      float dr = dn * fromState.data[s + 2 * h + j] * (r * (1f - r));
      before.grad[b + j] += d * u;
      fromInput.grad[i + j] = dr;
      fromInput.grad[i + h + j] = du;
      fromInput.grad[i + 2 * h + j] = dn;
      fromState.grad[s + j] = dr;
      fromState.grad[s + h + j] = du;
      fromState.grad[s + 2 * h + j] = dn * r;
    }
  }

  /**
   * The loops over all rows, with one function of a vector each: the launchers keep them compiled
   * for themselves, since two in one exceed what the compiler takes on.
   */
  private static final class Vectors {
    static int gates(GruCell cell, int h) {
      float[] gates = cell.fromInput.data;
      float[] state = cell.fromState.data;
      int whole = VectorFunctions.whole(2 * h);
      for (int row = 0; row < cell.before.rows; row++) {
        int i = cell.fromInput.offset + row * 3 * h;
        int s = cell.fromState.offset + row * 3 * h;
        for (int j = 0; j < whole; j += LANES) {
          VectorFunctions.sigmoid(load(gates, i + j).add(load(state, s + j)))
              .intoArray(gates, i + j);
        }
      }
      return whole;
    }

    static int state(GruCell cell, int h) {
      float[] gates = cell.fromInput.data;
      float[] state = cell.fromState.data;
      float[] before = cell.before.data;
      float[] out = cell.out.data;
      int whole = VectorFunctions.whole(h);
      for (int row = 0; row < cell.before.rows; row++) {
        if (!cell.isActive(row)) continue;
        int i = cell.fromInput.offset + row * 3 * h;
        int s = cell.fromState.offset + row * 3 * h + 2 * h;
        int b = cell.before.offset + row * h;
        int o = cell.out.offset + row * h;
        for (int j = 0; j < whole; j += LANES) {
          int c = i + 2 * h + j;
          FloatVector sum = load(gates, i + j).fma(load(state, s + j), load(gates, c));
          FloatVector u = load(gates, i + h + j);
          FloatVector old = load(before, b + j);
          FloatVector n = VectorFunctions.tanh(sum);
          n.intoArray(gates, c);
          u.fma(old.sub(n), n).intoArray(out, o + j);
        }
      }
      return whole;
    }

    static int backward(GruCell cell, int h) {
      float[] gates = cell.fromInput.data;
      float[] input = cell.fromInput.grad;
      float[] state = cell.fromState.grad;
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(h);
      for (int row = 0; row < cell.before.rows; row++) {
        if (!cell.isActive(row)) continue;
        int b = cell.before.offset + row * h;
        int o = cell.out.offset + row * h;
        int i = cell.fromInput.offset + row * 3 * h;
        int s = cell.fromState.offset + row * 3 * h;
        for (int j = 0; j < whole; j += LANES) {
          FloatVector d = load(cell.out.grad, o + j);
          FloatVector r = load(gates, i + j);
          FloatVector u = load(gates, i + h + j);
          FloatVector n = load(gates, i + 2 * h + j);
          FloatVector dn = d.mul(one.sub(u)).mul(one.sub(n.mul(n)));
          FloatVector du = d.mul(load(cell.before.data, b + j).sub(n)).mul(u.mul(one.sub(u)));
          FloatVector dr = dn.mul(load(cell.fromState.data, s + 2 * h + j)).mul(r.mul(one.sub(r)));
          add(cell.before.grad, b + j, d.mul(u));
          dr.intoArray(input, i + j);
          du.intoArray(input, i + h + j);
          dn.intoArray(input, i + 2 * h + j);
          dr.intoArray(state, s + j);
          du.intoArray(state, s + h + j);
          dn.mul(r).intoArray(state, s + 2 * h + j);
        }
      }
      return whole;
    }
  }
}
