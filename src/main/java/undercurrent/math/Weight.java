package undercurrent.math;

/**
 * A right-hand matrix of products and its layouts for them, made anew at each replay before its
 * first use. Backwards there is nothing to do.
 *
 * @param value w, {@code [k × m]}
 * @param panels w as panels, for a·w
 * @param transposed wᵀ as panels, for ∂a = ∂out·wᵀ
 * @param differentiable whether {@code transposed} is needed
 */
record Weight(Value value, Panels panels, Panels transposed, boolean differentiable)
    implements Operation {
  Weight(Value value, boolean differentiable) {
    this(value, new Panels(), new Panels(), differentiable);
  }

  @Override
  public void forward() {
    int k = value.rows;
    int m = value.columns;
    panels.pack(value.data, value.offset, k, m, m);
    if (differentiable) transposed.packTransposed(value.data, value.offset, m, k);
  }

  @Override
  public void backward() {}
}
