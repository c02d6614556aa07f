package undercurrent.math;

/**
 * How a convolution connects a large frame and a small one: pixel (i, j) of the small frame sees a
 * square of {@code kernel × kernel} pixels of the large one, whose first pixel is (i·stride −
 * padding, j·stride − padding); what lies outside counts as zero. A convolution goes from the large
 * frame to the small one, a transposed convolution back.
 *
 * <p>A frame is a value of one row a pixel, row by row, and one column a channel; frames lie one
 * after the other.
 *
 * @param height of the large frame, in pixels
 * @param width of the large frame, in pixels
 */
public record FrameGeometry(int height, int width, int kernel, int stride, int padding) {
  public FrameGeometry {
    if (kernel < 1 || stride < 1 || padding < 0 || 2 * padding + Math.min(height, width) < kernel) {
      throw new IllegalArgumentException(
          Words.of("frameGeometry.kernel", height, width, padding, kernel));
    }
  }

  /** Stride 1 and an odd kernel whose centre visits every pixel: both frames have one size. */
  public static FrameGeometry same(int height, int width, int kernel) {
    return new FrameGeometry(height, width, kernel, 1, kernel / 2);
  }

  public int pixels() {
    return height * width;
  }

  public int smallHeight() {
    return (height + 2 * padding - kernel) / stride + 1;
  }

  public int smallWidth() {
    return (width + 2 * padding - kernel) / stride + 1;
  }

  public int smallPixels() {
    return smallHeight() * smallWidth();
  }

  /** Pixels that one of the small frame sees. */
  public int patch() {
    return kernel * kernel;
  }

  /** Whether each pixel sees itself alone. */
  boolean isPointwise() {
    return kernel == 1 && stride == 1 && padding == 0;
  }

  /** The row of a small pixel's patch that place {@code p} lies in; may be outside the frame. */
  int row(int smallPixel, int place) {
    return smallPixel / smallWidth() * stride - padding + place / kernel;
  }

  /** The column that it lies in; may be outside the frame. */
  int column(int smallPixel, int place) {
    return smallPixel % smallWidth() * stride - padding + place % kernel;
  }

  /** The pixel of the large frame, or −1 outside. */
  int pixel(int smallPixel, int place) {
    int row = row(smallPixel, place);
    int column = column(smallPixel, place);
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? row * width + column : -1;
  }
}
