package undercurrent.math;

/**
 * out = p(xᵢ = 1|x₁ … xᵢ₋₁) along a row that is drawn: xᵢ is 1 where a uniform number lies above 1
 * − p. Without a gradient.
 *
 * @param uniforms in 0 … 1, {@code [n × D]}
 * @param turned sigmoid(a), {@code [H]}
 */
record NadeProbabilities(Value uniforms, NadeLayers layers, float[] turned, Value out)
    implements Operation {
  NadeProbabilities(Value uniforms, NadeLayers layers, Value out) {
    this(uniforms, layers, new float[layers.units()], out);
  }

  @Override
  public void forward() {
    int size = layers.size();
    for (int row = 0; row < out.rows; row++) {
      layers.start(row, turned);
      for (int i = 0; i < size; i++) {
        int at = row * size + i;
        float p = Functions.sigmoid(layers.logit(i, turned, 0));
        out.data[out.offset + at] = p;
        if (uniforms.data[uniforms.offset + at] > 1f - p) layers.add(i, 1f, turned, 0);
      }
    }
  }

  @Override
  public void backward() {}
}
