package undercurrent.inference;

import undercurrent.model.EmittedRows;
import undercurrent.model.particle.Resampling;

/** Keeps the filtered particles of the last step, resampled to equal weights. */
final class LastParticles implements RolloutFilter.Observer {
  private final float[] last;
  private final int size;
  private final LearnedRange range;
  private final int[] chosen;

  /**
   * @param last takes them, {@code [particles · size]}
   * @param range sees the states of all steps
   */
  LastParticles(float[] last, int size, LearnedRange range) {
    this.last = last;
    this.size = size;
    this.range = range;
    chosen = new int[last.length / size];
  }

  @Override
  public void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {
    range.see(state);
    Resampling.systematic(weights, 0.5, chosen);
    for (int p = 0; p < chosen.length; p++) {
      System.arraycopy(state, chosen[p] * size, last, p * size, size);
    }
  }
}
