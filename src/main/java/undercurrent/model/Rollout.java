package undercurrent.model;

import java.util.Optional;
import undercurrent.series.Sequence;

/**
 * The generative half of a model, run step by step for a fixed number of rows at once, with the
 * parameters as they are at the call. A state of a row is z, and behind it whatever else the model
 * remembers, such as the state of a recurrent layer: {@code [rows·stateSize]}, owned by the caller,
 * who may copy rows over others. Not thread-safe; results are reused buffers.
 */
public interface Rollout {
  int rows();

  /** Z. */
  int latentSize();

  /** Numbers of a state, at least Z; the first Z are z. */
  int stateSize();

  /**
   * How many of the leading numbers of a state follow from what is drawn; those behind them are
   * known beforehand, such as inputs.
   */
  default int drawnSize() {
    return stateSize();
  }

  /** Whether a step depends on inputs. */
  default boolean readsInputs() {
    return false;
  }

  /** Whether a step depends on the observation before it. */
  boolean readsObservations();

  /**
   * Draws z₁ and all else of a first state.
   *
   * @param noise standard normals, {@code [rows·Z]}
   * @param state is filled
   */
  void start(Step first, float[] noise, float[] state);

  /**
   * Draws the next state of each row.
   *
   * @param noise standard normals, {@code [rows·Z]}
   * @param state is changed from that of step t−1 to that of step t
   */
  void step(Step next, float[] noise, float[] state);

  /** p(xₜ|·) of each state. */
  EmittedRows emit(float[] state);

  /** p of the next state, where it is known; with a memory that follows the past it is not. */
  default Optional<Transition> transition() {
    return Optional.empty();
  }

  /** p(zₜ|zₜ₋₁) from many states. */
  interface Transition {
    /** Evaluates it from each state of step t−1. */
    void from(Step next, float[] state);

    /**
     * log p of one state of step t.
     *
     * @param row that it comes from
     * @param after has zₜ from {@code at} on
     */
    double logDensity(int row, float[] after, int at);
  }

  /**
   * What is known before a state is drawn.
   *
   * @param inputs uₜ, {@code [U]}
   * @param gap time since the step before; NaN where it is not known
   * @param before xₜ₋₁, {@code [D]} for all rows or {@code [rows·D]}; 0 where missing
   * @param mask of that, 1 = observed
   * @param place of a track before the step, {@code [P]} for all rows or {@code [rows·P]}
   */
  record Step(float[] inputs, float gap, float[] before, float[] mask, float[] place) {
    /** A step of what is no track. */
    public Step(float[] inputs, float gap, float[] before, float[] mask) {
      this(inputs, gap, before, mask, new float[0]);
    }

    /** Step t of a sequence, for all rows; beyond its end nothing is known of the step before. */
    public static Step of(Sequence sequence, int t) {
      int size = sequence.values().length / Math.max(1, sequence.steps());
      float[] before = new float[size];
      float[] mask = new float[size];
      if (t > 0 && t <= sequence.steps()) {
        System.arraycopy(sequence.values(), (t - 1) * size, before, 0, size);
        System.arraycopy(sequence.mask(), (t - 1) * size, mask, 0, size);
      }
      return new Step(sequence.inputsAt(t), sequence.gapAt(t), before, mask, sequence.placeAt(t));
    }

    /**
     * Step t of a sequence, or beyond its end, after what each row has drawn itself.
     *
     * @param places of a track the positions after it
     */
    public static Step after(Sequence sequence, int t, float[] drawn, float[] places) {
      float[] mask = new float[drawn.length];
      java.util.Arrays.fill(mask, 1f);
      return new Step(sequence.inputsAt(t), sequence.gapAt(t), drawn.clone(), mask, places.clone());
    }
  }
}
