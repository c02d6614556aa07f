package undercurrent.math;

/** The one loop behind all matrix products. */
interface ProductKernel {
  /**
   * c[n×m] += a[n×k]·b[k×m], one {@link Math#fma} a term along k in order. The element of a in row
   * i and column p stands at {@code ao + i·rowStep + p·sumStep}; b and c are row-major.
   */
  void add(
      float[] a,
      int ao,
      int rowStep,
      int sumStep,
      float[] b,
      int bo,
      float[] c,
      int co,
      int n,
      int k,
      int m);

  /** The fastest kernel of this launch; all of them give the same bits. */
  static ProductKernel fastest() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors && !Boolean.getBoolean("undercurrent.scalar")
        ? new VectorProducts()
        : new ScalarProducts();
  }
}
