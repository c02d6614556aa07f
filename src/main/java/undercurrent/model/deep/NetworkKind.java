package undercurrent.model.deep;

/** The six inference networks of Krishnan et al. 2017, table 1. */
public enum NetworkKind {
  STRUCTURED_PAST(true, true, false),
  STRUCTURED_FUTURE(true, false, true),
  STRUCTURED_BOTH(true, true, true),
  MEAN_FIELD_PAST(false, true, false),
  MEAN_FIELD_FUTURE(false, false, true),
  MEAN_FIELD_BOTH(false, true, true);

  private final boolean structured;
  private final boolean past;
  private final boolean future;

  NetworkKind(boolean structured, boolean past, boolean future) {
    this.structured = structured;
    this.past = past;
    this.future = future;
  }

  /** True when q(zₜ|·) also sees zₜ₋₁. */
  public boolean isStructured() {
    return structured;
  }

  /** True when a cell reads x₁:ₜ. */
  public boolean seesPast() {
    return past;
  }

  /** True when a cell reads xₜ:T. */
  public boolean seesFuture() {
    return future;
  }
}
