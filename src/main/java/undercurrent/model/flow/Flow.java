package undercurrent.model.flow;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * An invertible map x = f(u) of vectors, between a base space and the space of the data, so that
 *
 * <pre>
 *   log p(x) = log p_base(f⁻¹(x)) + log |det ∂f⁻¹/∂x|
 * </pre>
 */
public interface Flow {
  /**
   * Records u = f⁻¹(x).
   *
   * @param x {@code [rows × D]}
   */
  Mapped toBase(Tape tape, Value x);

  /**
   * Records x = f(u).
   *
   * @param u {@code [rows × D]}
   */
  Mapped toData(Tape tape, Value u);

  /** Whether each channel is mapped alone, so that a row may be partly missing. */
  boolean isElementwise();

  /**
   * What a flow made of some rows.
   *
   * @param value {@code [rows × D]}
   * @param logDerivatives whose sum over a row is log |det| of the map in the direction that was
   *     recorded, {@code [rows × D]}; of an element-wise flow that of each channel
   */
  record Mapped(Value value, Value logDerivatives) {
    /** Rows as they are, where a flow of several steps begins. */
    static Mapped unchanged(Tape tape, Value rows) {
      return new Mapped(rows, tape.input(rows.rows(), rows.columns()));
    }

    /** What this and one more step, which began with its rows, are together. */
    Mapped and(Tape tape, Mapped step) {
      return new Mapped(step.value(), tape.add(logDerivatives, step.logDerivatives()));
    }

    /** log |det|, {@code [rows × 1]}. */
    public Value logDeterminant(Tape tape) {
      return tape.rowSum(logDerivatives);
    }
  }
}
