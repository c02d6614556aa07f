package undercurrent.math;

/**
 * out = f(a) + floor for each element.
 *
 * @param floor only for softplus: the smallest value of the output
 */
record Activation(Kind kind, Value a, float floor, Value out) implements Operation {
  enum Kind {
    RELU,
    TANH,
    SIGMOID,
    SOFTPLUS
  }

  @Override
  public void forward() {
    float[] x = a.data;
    float[] y = out.data;
    int from = a.offset;
    int to = out.offset;
    int n = a.size();
    switch (kind) {
      case RELU -> {
        for (int i = 0; i < n; i++) y[to + i] = Math.max(x[from + i], 0f);
      }
      case TANH -> {
        for (int i = 0; i < n; i++) y[to + i] = Functions.tanh(x[from + i]);
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) y[to + i] = Functions.sigmoid(x[from + i]);
      }
      case SOFTPLUS -> {
        for (int i = 0; i < n; i++) y[to + i] = Functions.softplus(x[from + i]) + floor;
      }
    }
  }

  @Override
  public void backward() {
    float[] x = a.data;
    float[] y = out.data;
    float[] dx = a.grad;
    float[] dy = out.grad;
    int from = a.offset;
    int to = out.offset;
    int n = a.size();
    switch (kind) {
      case RELU -> {
        for (int i = 0; i < n; i++) dx[from + i] += x[from + i] > 0 ? dy[to + i] : 0f;
      }
      // tanh' = 1 − tanh²
      case TANH -> {
        for (int i = 0; i < n; i++) {
          dx[from + i] = Math.fma(dy[to + i], 1f - y[to + i] * y[to + i], dx[from + i]);
        }
      }
      // sigmoid' = sigmoid·(1 − sigmoid)
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          dx[from + i] = Math.fma(dy[to + i], y[to + i] * (1f - y[to + i]), dx[from + i]);
        }
      }
      // softplus' = sigmoid
      case SOFTPLUS -> {
        for (int i = 0; i < n; i++) {
          dx[from + i] = Math.fma(dy[to + i], Functions.sigmoid(x[from + i]), dx[from + i]);
        }
      }
    }
  }
}
