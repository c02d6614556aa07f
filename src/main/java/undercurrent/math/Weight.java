package undercurrent.math;

/**
 * A right-hand matrix of products and its layouts for them, made anew at each replay before its
 * first use. Backwards there is nothing to do.
 *
 * @param value w, {@code [k × m]}
 * @param panels w as panels, for a·w
 * @param transposed wᵀ as panels, for ∂a = ∂out·wᵀ
 * @param forwards whether {@code panels} is needed
 * @param backwards whether {@code transposed} is needed
 */
record Weight(Value value, Panels panels, Panels transposed, boolean forwards, boolean backwards)
    implements Operation {
  Weight(Value value, boolean forwards, boolean backwards) {
    this(value, new Panels(), new Panels(), forwards, backwards);
  }

  @Override
  public void forward() {
    int k = value.rows;
    int m = value.columns;
    if (forwards) panels.pack(value.data, value.offset, k, m, m);
    if (backwards) transposed.packTransposed(value.data, value.offset, m, k);
  }

  @Override
  public void backward() {}
}
