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
record GruCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value active,
    Activation.Kind sigmoid,
    Activation.Kind tanh,
    Value out)
    implements Operation {
  GruCell(Value fromInput, Value fromState, Value before, Value active, Value out) {
    this(fromInput, fromState, before, active, Activation.Kind.SIGMOID, Activation.Kind.TANH, out);
  }

  @Override
  public void forward() {
    int h = before.columns;
    float[] gates = fromInput.data;
    for (int row = 0; row < before.rows; row++) {
      int from = row * 3 * h;
      int at = fromInput.offset + from;
      addGates(from, 2 * h);
      Activation.apply(sigmoid, gates, at, gates, at, 2 * h);
      candidate(from, h);
      Activation.apply(tanh, gates, at + 2 * h, gates, at + 2 * h, h);
      if (active.data[active.offset + row] != 0f) mix(row * h, h);
      else {
        int b = before.offset + row * h;
        System.arraycopy(before.data, b, out.data, out.offset + row * h, h);
      }
    }
  }

  /** i + s of reset and update. */
  private void addGates(int from, int count) {
    float[] gates = fromInput.data;
    int i = fromInput.offset + from;
    Loops.add(gates, i, fromState.data, fromState.offset + from, gates, i, count);
  }

  /** i_n + r ⊙ s_n. */
  private void candidate(int from, int count) {
    float[] gates = fromInput.data;
    int r = fromInput.offset + from;
    int s = fromState.offset + from + 2 * count;
    Loops.addProduct(gates, r, fromState.data, s, gates, r + 2 * count, count);
  }

  /** n + u ⊙ (h₋ − n). */
  private void mix(int from, int count) {
    float[] gates = fromInput.data;
    int u = fromInput.offset + 3 * from + count;
    int c = u + count;
    int b = before.offset + from;
    int o = out.offset + from;
    int done = Lanes.on() ? Vectors.mix(this, u, c, b, o, count) : 0;
    for (int j = done; j < count; j++) {
      float candidate = gates[c + j];
      out.data[o + j] = Math.fma(gates[u + j], before.data[b + j] - candidate, candidate);
    }
  }

  @Override
  public void backward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      if (active.data[active.offset + row] != 0f) backward(row, h);
      else {
        int b = before.offset + row * h;
        int o = out.offset + row * h;
        for (int j = 0; j < h; j++) before.grad[b + j] += out.grad[o + j];
        clear(fromInput, row, 3 * h);
        clear(fromState, row, 3 * h);
      }
    }
  }

  private static void clear(Value gates, int row, int size) {
    int from = gates.offset + row * size;
    Arrays.fill(gates.grad, from, from + size, 0f);
  }

  private void backward(int row, int h) {
    int b = before.offset + row * h;
    int o = out.offset + row * h;
    int i = fromInput.offset + row * 3 * h;
    int s = fromState.offset + row * 3 * h;
    for (int j = Lanes.on() ? Vectors.backward(this, h, i, s, b, o) : 0; j < h; j++) {
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

  private static final class Vectors {
    static int mix(GruCell o, int u, int c, int b, int to, int count) {
      int whole = VectorFunctions.whole(count);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector n = load(o.fromInput.data, c + j);
        load(o.fromInput.data, u + j)
            .fma(load(o.before.data, b + j).sub(n), n)
            .intoArray(o.out.data, to + j);
      }
      return whole;
    }

    static int backward(GruCell cell, int h, int i, int s, int b, int o) {
      float[] gates = cell.fromInput.data;
      float[] input = cell.fromInput.grad;
      float[] state = cell.fromState.grad;
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(h);
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
      return whole;
    }
  }
}
