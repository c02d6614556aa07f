package undercurrent.math;

/**
 * Frames seen at displaced places: each pixel of out is the one of the reference at its place plus
 * the displacement there, bilinear between four pixels. A place outside is moved to the border.
 *
 * @param reference whole frames, {@code [frames × pixels·channels]}, without a gradient
 * @param displacement downwards and to the right, in pixels, {@code [frames × pixels·2]}
 * @param out {@code [frames × pixels·channels]}
 */
record Warp(int height, int width, Value reference, Value displacement, Value out)
    implements Operation {
  @Override
  public void forward() {
    int channels = out.columns / (height * width);
    for (int f = 0; f < out.rows; f++) {
      int from = reference.offset + f * reference.columns;
      int d = displacement.offset + f * displacement.columns;
      int to = out.offset + f * out.columns;
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++, d += 2) {
          float y = inside(row + displacement.data[d], height);
          float x = inside(column + displacement.data[d + 1], width);
          int above = Math.min((int) y, height - 2);
          int left = Math.min((int) x, width - 2);
          int at = from + (above * width + left) * channels;
          for (int c = 0; c < channels; c++, at++, to++) {
            float upper = mixed(at, at + channels, x - left);
            float lower = mixed(at + width * channels, at + (width + 1) * channels, x - left);
            out.data[to] = Math.fma(y - above, lower - upper, upper);
          }
        }
      }
    }
  }

  private float mixed(int left, int right, float share) {
    float first = reference.data[left];
    return Math.fma(share, reference.data[right] - first, first);
  }

  private static float inside(float place, int size) {
    return Math.max(0f, Math.min(size - 1f, place));
  }

  @Override
  public void backward() {
    if (!displacement.hasGradient()) return;
    for (int f = 0; f < out.rows; f++) {
      int d = displacement.offset + f * displacement.columns;
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++, d += 2) backward(f, row, column, d);
      }
    }
  }

  /** Of one pixel; at the border a place does not move. */
  private void backward(int f, int row, int column, int d) {
    float freeY = row + displacement.data[d];
    float freeX = column + displacement.data[d + 1];
    float y = inside(freeY, height);
    float x = inside(freeX, width);
    int above = Math.min((int) y, height - 2);
    int left = Math.min((int) x, width - 2);
    int channels = out.columns / (height * width);
    int at = reference.offset + f * reference.columns + (above * width + left) * channels;
    int to = out.offset + f * out.columns + (row * width + column) * channels;
    float down = 0;
    float across = 0;
    for (int c = 0; c < channels; c++, at++, to++) {
      int below = at + width * channels;
      float upper = mixed(at, at + channels, x - left);
      float lower = mixed(below, below + channels, x - left);
      float upperSlope = reference.data[at + channels] - reference.data[at];
      float lowerSlope = reference.data[below + channels] - reference.data[below];
      float slope = Math.fma(y - above, lowerSlope - upperSlope, upperSlope);
      down = Math.fma(out.grad[to], lower - upper, down);
      across = Math.fma(out.grad[to], slope, across);
    }
    if (y == freeY) displacement.grad[d] += down;
    if (x == freeX) displacement.grad[d + 1] += across;
  }
}
