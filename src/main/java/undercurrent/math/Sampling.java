package undercurrent.math;

/** out = mean + sd ⊙ noise. */
record Sampling(Value mean, Value sd, Value noise, Value out) implements Operation {
  @Override
  public void forward() {
    for (int i = 0; i < out.size(); i++) {
      out.data[out.offset + i] =
          Math.fma(
              sd.data[sd.offset + i], noise.data[noise.offset + i], mean.data[mean.offset + i]);
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      mean.grad[mean.offset + i] += d;
      sd.grad[sd.offset + i] += d * noise.data[noise.offset + i];
    }
  }
}
