package undercurrent.math;

/**
 * One step of a gated recurrent unit (Cho et al. 2014, with the reset gate after the product as in
 * cuDNN). With i = W·x + b and s = U·h₋ + c, each split into reset, update and candidate:
 *
 * <pre>
 *   r = sigmoid(i_r + s_r)      u = sigmoid(i_u + s_u)      n = tanh(i_n + r ⊙ s_n)
 *   h = (1 − u) ⊙ n + u ⊙ h₋    where the row is active, else h = h₋
 * </pre>
 *
 * @param gates r, u and n as computed, {@code [B × 3H]}
 */
record GruCell(Value fromInput, Value fromState, Value before, Value active, Value gates, Value out)
    implements Operation {
  @Override
  public void forward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      boolean on = active.data[active.offset + row] != 0f;
      int i = fromInput.offset + row * 3 * h;
      int s = fromState.offset + row * 3 * h;
      int g = gates.offset + row * 3 * h;
      int b = before.offset + row * h;
      int o = out.offset + row * h;
      for (int j = 0; j < h; j++) {
        float r = Functions.sigmoid(fromInput.data[i + j] + fromState.data[s + j]);
        float u = Functions.sigmoid(fromInput.data[i + h + j] + fromState.data[s + h + j]);
        float n =
            Functions.tanh(
                Math.fma(r, fromState.data[s + 2 * h + j], fromInput.data[i + 2 * h + j]));
        gates.data[g + j] = r;
        gates.data[g + h + j] = u;
        gates.data[g + 2 * h + j] = n;
        float old = before.data[b + j];
        out.data[o + j] = on ? Math.fma(u, old - n, n) : old;
      }
    }
  }

  @Override
  public void backward() {
    int h = before.columns;
    for (int row = 0; row < before.rows; row++) {
      boolean on = active.data[active.offset + row] != 0f;
      int i = fromInput.offset + row * 3 * h;
      int s = fromState.offset + row * 3 * h;
      int g = gates.offset + row * 3 * h;
      int b = before.offset + row * h;
      int o = out.offset + row * h;
      for (int j = 0; j < h; j++) {
        float d = out.grad[o + j];
        if (!on) {
          if (before.hasGradient()) before.grad[b + j] += d;
          continue;
        }
        float r = gates.data[g + j];
        float u = gates.data[g + h + j];
        float n = gates.data[g + 2 * h + j];
        float dn = d * (1f - u) * (1f - n * n);
        float du = d * (before.data[b + j] - n) * u * (1f - u);
        float dr = dn * fromState.data[s + 2 * h + j] * r * (1f - r);
        if (before.hasGradient()) before.grad[b + j] += d * u;
        fromInput.grad[i + j] += dr;
        fromInput.grad[i + h + j] += du;
        fromInput.grad[i + 2 * h + j] += dn;
        fromState.grad[s + j] += dr;
        fromState.grad[s + h + j] += du;
        fromState.grad[s + 2 * h + j] += dn * r;
      }
    }
  }
}
