package undercurrent.model.known;

/** What estimates the state of a model whose equations are known. */
public enum FilterKind {
  EKF,
  UKF,
  CUBATURE,
  ENSEMBLE,
  BOOTSTRAP,
  GUIDED;

  /** Whether particles are weighed. */
  public boolean hasParticles() {
    return this == BOOTSTRAP || this == GUIDED;
  }

  /** Whether the state is a cloud of points. */
  public boolean isCloud() {
    return hasParticles() || this == ENSEMBLE;
  }
}
