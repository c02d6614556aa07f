package undercurrent.model.flow;

/** A flow that maps each channel alone, by an increasing function that has a closed form. */
public interface ElementwiseFlow extends Flow {
  /** The function of a channel as it is now, in double precision. */
  Curve curve(int channel);

  @Override
  default boolean isElementwise() {
    return true;
  }

  /** An increasing function x = f(u) of one number. */
  interface Curve {
    /** f⁻¹(x). */
    double toBase(double x);

    /** f(u). */
    double toData(double u);

    /** log ∂f⁻¹/∂x. */
    double logDerivative(double x);
  }
}
