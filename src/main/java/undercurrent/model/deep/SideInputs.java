package undercurrent.model.deep;

import java.util.List;
import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;

/**
 * What is known at a step beside its observation: the inputs uₜ, and with edges from the
 * observation before (DMM-Aug of Krishnan et al. 2017) also [xₜ₋₁·mₜ₋₁, mₜ₋₁]; of a track also the
 * position p that a step begins at, and where gaps are read the time g before the step. Networks
 * read [x·m, m, u, p, g]; transition and emission read the context [u, p, g, xₜ₋₁·mₜ₋₁, mₜ₋₁].
 *
 * @param size D, of the observation
 * @param inputs U
 * @param places P
 * @param edges whether xₜ₋₁ is read
 * @param gaps how the time before a step is read, if it is
 */
public record SideInputs(
    int size, int inputs, int places, boolean edges, Optional<GapReading> gaps) {

  /** Observations alone. */
  public static SideInputs none(int size) {
    return new SideInputs(size, 0, 0, false, Optional.empty());
  }

  /** The same, with the time before a step read or not. */
  SideInputs reading(Optional<GapReading> other) {
    return new SideInputs(size, inputs, places, edges, other);
  }

  /** Numbers that a network reads at a step. */
  public int seenSize() {
    return 2 * size + before();
  }

  /** Numbers of the context of a step; may be 0. */
  public int contextSize() {
    return before() + (edges ? 2 * size : 0);
  }

  /** Where xₜ₋₁ begins in the context. */
  int before() {
    return gap() + gaps.map(GapReading::size).orElse(0);
  }

  /** Where the time before the step begins in the context. */
  int gap() {
    return inputs + places;
  }

  /** Whether what follows depends on what was observed before. */
  boolean readObservations() {
    return edges || places > 0;
  }

  /** Writes [x·m, m, u, p, g] of a step to an array, from a place on. */
  void fillSeen(Sequence sequence, int t, float[] out, int at) {
    fillMasked(sequence.values(), sequence.mask(), t * size, out, at);
    fillKnown(sequence, t, out, at + 2 * size);
  }

  /** Writes the context of a step to an array, from a place on. */
  void fillContext(Sequence sequence, int t, float[] out, int at) {
    fillKnown(sequence, t, out, at);
    if (edges && t > 0) {
      fillMasked(sequence.values(), sequence.mask(), (t - 1) * size, out, at + before());
    }
  }

  private void fillKnown(Sequence sequence, int t, float[] out, int at) {
    if (inputs > 0) System.arraycopy(sequence.inputs(), t * inputs, out, at, inputs);
    if (places > 0) System.arraycopy(sequence.places(), t * places, out, at + inputs, places);
    if (gaps.isPresent()) gaps.get().fill(sequence.gapAt(t), out, at + gap());
  }

  /** Writes the context of one row of a rollout to an array, from a place on. */
  void fillContext(Rollout.Step step, int row, float[] out, int at) {
    if (inputs > 0) System.arraycopy(step.inputs(), 0, out, at, inputs);
    if (places > 0) {
      int from = step.place().length == places ? 0 : row * places;
      System.arraycopy(step.place(), from, out, at + inputs, places);
    }
    if (gaps.isPresent()) gaps.get().fill(step.gap(), out, at + gap());
    if (!edges) return;
    boolean shared = step.before().length == size;
    fillMasked(step.before(), step.mask(), shared ? 0 : row * size, out, at + before());
  }

  private void fillMasked(float[] values, float[] mask, int from, float[] out, int at) {
    for (int d = 0; d < size; d++) {
      out[at + d] = values[from + d] * mask[from + d];
      out[at + size + d] = mask[from + d];
    }
  }

  /** Records [z, context]; z itself where there is no context. */
  public static Value join(Tape tape, Value z, Value context) {
    return context.columns() == 0 ? z : tape.join(List.of(z, context));
  }
}
