package undercurrent.inference;

import java.util.Optional;
import undercurrent.model.EmittedRows;

/**
 * Collects what the particles of a filter say of each row.
 *
 * @param predicted before the row is seen, if that is asked for
 * @param filtered after it
 * @param stateSize numbers of a particle
 */
record ParticleRows(
    Optional<EstimateBlocks> predicted, Optional<EstimateBlocks> filtered, int stateSize)
    implements RolloutFilter.Observer {
  @Override
  public void predicted(int step, double[] weights, float[] state, EmittedRows emitted) {
    predicted.ifPresent(blocks -> set(blocks, step, weights, state, emitted));
  }

  @Override
  public void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {
    filtered.ifPresent(blocks -> set(blocks, step, weights, state, emitted));
  }

  private void set(
      EstimateBlocks blocks, int step, double[] weights, float[] state, EmittedRows emitted) {
    EstimateRows rows = blocks.at(step);
    rows.set(blocks.place(step), weights, state, stateSize, emitted);
  }

  /** Hands on the last rows. */
  void end() {
    predicted.ifPresent(EstimateBlocks::end);
    filtered.ifPresent(EstimateBlocks::end);
  }
}
