package undercurrent.model.dynamical;

import java.util.Arrays;
import java.util.List;

/** What a layer, the prior, the emission or the inference network can read at time step t. */
sealed interface Part {
  /** Whether it depends on the states that are drawn at each step. */
  boolean dependsOnStates();

  /** A variable of the model. */
  enum Variable implements Part {
    /** [xₜ ⊙ mₜ, mₜ]. */
    OBSERVED,
    /** The same of the step before; zeros at the first. */
    OBSERVED_BEFORE,
    /** zₜ. */
    STATE,
    /** zₜ₋₁; zeros at the first step. */
    STATE_BEFORE,
    /** w, drawn once for a whole series. */
    STATIC;

    @Override
    public boolean dependsOnStates() {
      return this == STATE || this == STATE_BEFORE;
    }
  }

  /** In which order a recurrent layer reads, and which of its states is read by others. */
  enum Order {
    /** From the first step on; its state has read step t. */
    FORWARD,
    /** From the last step back; its state has read step t. */
    BACKWARD,
    /** From the first step on; its state has read the steps before t, and is zero at the first. */
    DELAYED
  }

  /**
   * The state of an LSTM layer that starts from zeros.
   *
   * @param name of its weights
   * @param reads what it reads, from left to right
   */
  record Layer(String name, Order order, List<Part> reads) implements Part {
    Layer(String name, Order order, Part... reads) {
      this(name, order, Arrays.asList(reads));
    }

    public Layer {
      reads = List.copyOf(reads);
    }

    @Override
    public boolean dependsOnStates() {
      return reads.stream().anyMatch(Part::dependsOnStates);
    }
  }
}
