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
 * @param ru r and u as computed, {@code [B × 2H]}
 * @param n as computed, {@code [B × H]}
 */
record GruCell(
    Value fromInput,
    Value fromState,
    Value before,
    Value active,
    Value ru,
    Value n,
    Activation.Kind sigmoid,
    Activation.Kind tanh,
    Value out)
    implements Operation {
  GruCell(
      Value fromInput, Value fromState, Value before, Value active, Value ru, Value n, Value out) {
    this(
        fromInput,
        fromState,
        before,
        active,
        ru,
        n,
        Activation.Kind.SIGMOID,
        Activation.Kind.TANH,
        out);
  }

  @Override
  public void forward() {
    int h = before.columns;
    int rows = before.rows;
    for (int row = 0; row < rows; row++) addGates(row * 3 * h, ru.offset + row * 2 * h, 2 * h);
    Activation.apply(sigmoid, ru.data, ru.offset, ru.data, ru.offset, ru.size());
    for (int row = 0; row < rows; row++) {
      candidate(row * 3 * h + 2 * h, ru.offset + row * 2 * h, n.offset + row * h, h);
    }
    Activation.apply(tanh, n.data, n.offset, n.data, n.offset, n.size());
    for (int row = 0; row < rows; row++) {
      int b = before.offset + row * h;
      int o = out.offset + row * h;
      if (active.data[active.offset + row] != 0f) mix(row * h, h);
      else System.arraycopy(before.data, b, out.data, o, h);
    }
  }

  /** i + s of reset and update. */
  private void addGates(int from, int to, int count) {
    int i = fromInput.offset + from;
    int s = fromState.offset + from;
    int done = Lanes.on() ? Vectors.addGates(this, i, s, to, count) : 0;
    for (int j = done; j < count; j++) {
      ru.data[to + j] = fromInput.data[i + j] + fromState.data[s + j];
    }
  }

  /** i_n + r ⊙ s_n. */
  private void candidate(int from, int r, int to, int count) {
    int i = fromInput.offset + from;
    int s = fromState.offset + from;
    int done = Lanes.on() ? Vectors.candidate(this, i, s, r, to, count) : 0;
    for (int j = done; j < count; j++) {
      n.data[to + j] = Math.fma(ru.data[r + j], fromState.data[s + j], fromInput.data[i + j]);
    }
  }

  /** n + u ⊙ (h₋ − n). */
  private void mix(int from, int count) {
    int u = ru.offset + 2 * from + count;
    int c = n.offset + from;
    int b = before.offset + from;
    int o = out.offset + from;
    int done = Lanes.on() ? Vectors.mix(this, u, c, b, o, count) : 0;
    for (int j = done; j < count; j++) {
      float candidate = n.data[c + j];
      out.data[o + j] = Math.fma(ru.data[u + j], before.data[b + j] - candidate, candidate);
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
    int g = ru.offset + row * 2 * h;
    int c = n.offset + row * h;
    int b = before.offset + row * h;
    int o = out.offset + row * h;
    int i = fromInput.offset + row * 3 * h;
    int s = fromState.offset + row * 3 * h;
    for (int j = Lanes.on() ? Vectors.backward(this, h, i, s, g, c, b, o) : 0; j < h; j++) {
      float d = out.grad[o + j];
      float r = ru.data[g + j];
      float u = ru.data[g + h + j];
      float candidate = n.data[c + j];
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
    static int addGates(GruCell o, int i, int s, int to, int count) {
      int whole = VectorFunctions.whole(count);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector sum = load(o.fromInput.data, i + j).add(load(o.fromState.data, s + j));
        sum.intoArray(o.ru.data, to + j);
      }
      return whole;
    }

    static int candidate(GruCell o, int i, int s, int r, int to, int count) {
      int whole = VectorFunctions.whole(count);
      for (int j = 0; j < whole; j += LANES) {
        load(o.ru.data, r + j)
            .fma(load(o.fromState.data, s + j), load(o.fromInput.data, i + j))
            .intoArray(o.n.data, to + j);
      }
      return whole;
    }

    static int mix(GruCell o, int u, int c, int b, int to, int count) {
      int whole = VectorFunctions.whole(count);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector n = load(o.n.data, c + j);
        load(o.ru.data, u + j)
            .fma(load(o.before.data, b + j).sub(n), n)
            .intoArray(o.out.data, to + j);
      }
      return whole;
    }

    static int backward(GruCell cell, int h, int i, int s, int g, int c, int b, int o) {
      float[] gates = cell.ru.data;
      float[] input = cell.fromInput.grad;
      float[] state = cell.fromState.grad;
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(h);
      for (int j = 0; j < whole; j += LANES) {
        FloatVector d = load(cell.out.grad, o + j);
        FloatVector r = load(gates, g + j);
        FloatVector u = load(gates, g + h + j);
        FloatVector n = load(cell.n.data, c + j);
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
