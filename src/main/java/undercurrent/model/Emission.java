package undercurrent.model;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** p(xₜ|zₜ). */
public interface Emission {
  /**
   * Records p(xₜ|zₜ) for many states at once.
   *
   * @param z zₜ, {@code [rows × Z]}
   */
  Emitted record(Tape tape, Value z);

  /** What a state emits, on a tape. */
  sealed interface Emitted {
    /**
     * Records log p(xₜ|zₜ), summed over the observed values of each row.
     *
     * @return {@code [rows × 1]}
     */
    Value logLikelihood(Tape tape, Value x, Value mask);
  }

  /** Independent Gaussians. */
  record Gaussian(Normal normal) implements Emitted {
    @Override
    public Value logLikelihood(Tape tape, Value x, Value mask) {
      return tape.gaussianLogLikelihood(x, mask, normal.mean(), normal.sd());
    }
  }

  /** Independent coins with log-odds {@code logit}. */
  record Bernoulli(Value logit) implements Emitted {
    @Override
    public Value logLikelihood(Tape tape, Value x, Value mask) {
      return tape.bernoulliLogLikelihood(x, mask, logit);
    }
  }
}
