package undercurrent.math;

import java.util.Arrays;
import java.util.Locale;

/**
 * A convolution of frames, as products of patches: with P(x) the matrix of one row a small pixel,
 * which holds the large pixels that it sees, and P′ its adjoint, which adds the rows of such a
 * matrix back to a frame,
 *
 * <pre>
 *   plain        small = P(large)·w + b       ∂large += P′(∂small·wᵀ)      ∂w += P(large)ᵀ·∂small
 *   transposed   large = P′(small·w) + b      ∂small += P(∂large)·wᵀ       ∂w += smallᵀ·P(∂large)
 * </pre>
 *
 * Patches are laid out for a few rows at a time, which then are in a near cache. The columns of a
 * patch are its pixels row by row, and of each its channels.
 *
 * @param a the large frames of a plain convolution, the small ones of a transposed one
 * @param w {@code [kernel²·channels × out]} of a plain convolution, {@code [in × kernel²·channels]}
 *     of a transposed one
 * @param patches work space
 */
record Convolution(
    FrameGeometry geometry,
    boolean transposed,
    Value a,
    Weight w,
    Value b,
    Value out,
    Products products,
    float[] patches)
    implements Operation {
  /** Rows of patches at a time. */
  private static final int BLOCK = 128;

  Convolution(
      FrameGeometry geometry,
      boolean transposed,
      Value a,
      Weight w,
      Value b,
      Value out,
      Products products) {
    this(
        geometry,
        transposed,
        a,
        w,
        b,
        out,
        products,
        new float[BLOCK * geometry.patch() * (transposed ? out : a).columns]);
    Value large = large();
    Value small = small();
    int k = geometry.patch() * large.columns;
    Value weights = w.value();
    boolean fits = transposed ? weights.columns == k : weights.rows == k;
    boolean other = (transposed ? weights.rows : weights.columns) == small.columns;
    boolean whole = large.rows % geometry.pixels() == 0 && b.columns == out.columns;
    boolean equal = large.rows / geometry.pixels() * geometry.smallPixels() == small.rows;
    if (!fits || !other || !whole || !equal) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "convolution: [%d×%d] by [%d×%d] to [%d×%d] with %s",
              a.rows,
              a.columns,
              weights.rows,
              weights.columns,
              out.rows,
              out.columns,
              geometry));
    }
  }

  private Value large() {
    return transposed ? out : a;
  }

  private Value small() {
    return transposed ? a : out;
  }

  /** Multiplications in one replay forwards. */
  double products(boolean backward) {
    double once = (double) small().rows * w.value().size();
    return backward ? (a.hasGradient() ? 2 : 1) * once : once;
  }

  @Override
  public void forward() {
    for (int i = 0; i < out.rows; i++) {
      System.arraycopy(b.data, b.offset, out.data, out.offset + i * out.columns, out.columns);
    }
    Value small = small();
    for (int from = 0; from < small.rows; from += BLOCK) {
      int rows = Math.min(BLOCK, small.rows - from);
      int at = small.offset + from * small.columns;
      if (transposed) {
        clear(rows);
        products.add(a.data, at, rows, w.panels(), patches, 0);
        addBack(from, rows, out.data, out.offset);
      } else {
        layOut(a.data, a.offset, from, rows);
        products.add(patches, 0, rows, w.panels(), out.data, at);
      }
    }
  }

  @Override
  public void backward() {
    if (b.hasGradient()) {
      Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, out.rows, out.columns);
    }
    Value small = small();
    for (int from = 0; from < small.rows; from += BLOCK) {
      int rows = Math.min(BLOCK, small.rows - from);
      int at = small.offset + from * small.columns;
      if (transposed) backwardOfTransposed(from, rows, at);
      else backwardOfPlain(from, rows, at);
    }
  }

  private void backwardOfPlain(int from, int rows, int at) {
    Value weights = w.value();
    if (weights.hasGradient()) {
      layOut(a.data, a.offset, from, rows);
      products.addTransposed(
          patches,
          0,
          out.grad,
          at,
          weights.grad,
          weights.offset,
          rows,
          weights.rows,
          weights.columns);
    }
    if (a.hasGradient()) {
      clear(rows);
      products.add(out.grad, at, rows, w.transposed(), patches, 0);
      addBack(from, rows, a.grad, a.offset);
    }
  }

  private void backwardOfTransposed(int from, int rows, int at) {
    Value weights = w.value();
    layOut(out.grad, out.offset, from, rows);
    if (weights.hasGradient()) {
      products.addTransposed(
          a.data,
          at,
          patches,
          0,
          weights.grad,
          weights.offset,
          rows,
          weights.rows,
          weights.columns);
    }
    if (a.hasGradient()) products.add(patches, 0, rows, w.transposed(), a.grad, at);
  }

  private void clear(int rows) {
    Arrays.fill(patches, 0, rows * geometry.patch() * large().columns, 0f);
  }

  /** patches = rows {@code from …} of P(frames). */
  private void layOut(float[] frames, int offset, int from, int rows) {
    int channels = large().columns;
    int places = geometry.patch();
    int to = 0;
    for (int r = from; r < from + rows; r++) {
      int pixel = r % geometry.smallPixels();
      int first = offset + r / geometry.smallPixels() * geometry.pixels() * channels;
      for (int p = 0; p < places; p++, to += channels) {
        int seen = geometry.pixel(pixel, p);
        if (seen < 0) Arrays.fill(patches, to, to + channels, 0f);
        else System.arraycopy(frames, first + seen * channels, patches, to, channels);
      }
    }
  }

  /** frames += rows {@code from …} of P′(patches). */
  private void addBack(int from, int rows, float[] frames, int offset) {
    int channels = large().columns;
    int places = geometry.patch();
    int at = 0;
    for (int r = from; r < from + rows; r++) {
      int pixel = r % geometry.smallPixels();
      int first = offset + r / geometry.smallPixels() * geometry.pixels() * channels;
      for (int p = 0; p < places; p++, at += channels) {
        int seen = geometry.pixel(pixel, p);
        if (seen < 0) continue;
        int to = first + seen * channels;
        Loops.add(frames, to, patches, at, frames, to, channels);
      }
    }
  }
}
