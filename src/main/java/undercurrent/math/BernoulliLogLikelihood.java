package undercurrent.math;

/** out = Σ over the observed values of a row of x·logit − softplus(logit). */
record BernoulliLogLikelihood(Value x, Value mask, Value logit, Value out) implements Operation {
  @Override
  public void forward() {
    int d = logit.columns;
    for (int i = 0; i < logit.rows; i++) {
      float sum = 0f;
      for (int j = i * d; j < (i + 1) * d; j++) {
        if (mask.data[mask.offset + j] == 0f) continue;
        float a = logit.data[logit.offset + j];
        sum += x.data[x.offset + j] * a - Functions.softplus(a);
      }
      out.data[out.offset + i] = sum;
    }
  }

  @Override
  public void backward() {
    int d = logit.columns;
    for (int i = 0; i < logit.rows; i++) {
      float g = out.grad[out.offset + i];
      for (int j = i * d; j < (i + 1) * d; j++) {
        if (mask.data[mask.offset + j] == 0f) continue;
        // ∂/∂logit = x − sigmoid(logit)
        float p = Functions.sigmoid(logit.data[logit.offset + j]);
        logit.grad[logit.offset + j] += g * (x.data[x.offset + j] - p);
      }
    }
  }
}
