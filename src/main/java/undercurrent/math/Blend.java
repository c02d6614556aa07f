package undercurrent.math;

/** out = (1 − g) ⊙ a + g ⊙ b. */
record Blend(Value g, Value a, Value b, Value out) implements Operation {
  @Override
  public void forward() {
    for (int i = 0; i < out.size(); i++) {
      float gate = g.data[g.offset + i];
      float from = a.data[a.offset + i];
      // a + g·(b − a)
      out.data[out.offset + i] = Math.fma(gate, b.data[b.offset + i] - from, from);
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      float gate = g.data[g.offset + i];
      g.grad[g.offset + i] += d * (b.data[b.offset + i] - a.data[a.offset + i]);
      a.grad[a.offset + i] += d * (1f - gate);
      b.grad[b.offset + i] += d * gate;
    }
  }
}
