package undercurrent.math;

/**
 * How much fields change from pixel to pixel: of each the sum of the squared differences of all
 * neighbours, below and to the right.
 *
 * @param field {@code [fields × pixels·components]}
 * @param out {@code [fields × 1]}
 */
record Roughness(int height, int width, Value field, Value out) implements Operation {
  @Override
  public void forward() {
    int line = field.columns / height;
    int step = line / width;
    for (int f = 0; f < out.rows; f++) {
      float sum = 0;
      for (int row = 0; row < height; row++) {
        int from = field.offset + f * field.columns + row * line;
        sum = added(from, line - step, step, sum);
        if (row < height - 1) sum = added(from, line, line, sum);
      }
      out.data[out.offset + f] = sum;
    }
  }

  /** The squared differences of {@code count} numbers and those a step behind. */
  private float added(int from, int count, int step, float sum) {
    float all = sum;
    for (int i = from; i < from + count; i++) {
      float difference = field.data[i + step] - field.data[i];
      all = Math.fma(difference, difference, all);
    }
    return all;
  }

  @Override
  public void backward() {
    if (!field.hasGradient()) return;
    int line = field.columns / height;
    int step = line / width;
    for (int f = 0; f < out.rows; f++) {
      float twice = 2 * out.grad[out.offset + f];
      for (int row = 0; row < height; row++) {
        int from = field.offset + f * field.columns + row * line;
        spread(from, line - step, step, twice);
        if (row < height - 1) spread(from, line, line, twice);
      }
    }
  }

  private void spread(int from, int count, int step, float twice) {
    for (int i = from; i < from + count; i++) {
      float change = twice * (field.data[i + step] - field.data[i]);
      field.grad[i + step] += change;
      field.grad[i] -= change;
    }
  }
}
