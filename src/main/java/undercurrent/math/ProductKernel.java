package undercurrent.math;

/**
 * The loop behind all matrix products. Every element is one sum along p in order, one {@link
 * Math#fma} a term, so that the bits do not depend on how wide the machine's vectors are.
 */
interface ProductKernel {
  /** Rows of a tile of a. */
  int TILE = 8;

  /**
   * c[rows × width] = s[rows × width] + a[rows × depth]·b[depth × width].
   *
   * @param tileStep from a tile of {@link #TILE} rows of a to the next
   * @param rowStep from a row of a tile to the next
   * @param sumStep from an element of a to the next along p
   * @param from where b starts; vectors of it may be read to the next multiple of their length
   * @param bStep from a row of b to the next
   * @param s what the sums start with: c itself, or one row for all
   * @param startStep from a row of s to the next; 0 = the same row
   * @param columns of c, from a row to the next
   */
  void block(
      float[] a,
      int at,
      int tileStep,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int rows,
      int depth,
      int width,
      int columns);
}
