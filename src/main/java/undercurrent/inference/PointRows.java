package undercurrent.inference;

import undercurrent.model.EmittedRows;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/** By the quantiles of points, channel by channel. */
final class PointRows implements ObservedRows {
  private final Dataset data;
  private final Sequence sequence;
  private final double level;
  private final boolean isBinary;
  private final int size;
  private final Points points;
  private final ScoredBand collected;

  /**
   * @param points which are dealt out to the rows by their weights before each {@link #set}
   * @param size D
   */
  PointRows(
      Points points, Dataset data, Sequence sequence, int size, double level, boolean isBinary) {
    this.points = points;
    this.data = data;
    this.sequence = sequence;
    this.size = size;
    this.level = level;
    this.isBinary = isBinary;
    collected = ScoredBand.of(Band.ofSample(sequence.steps(), size));
  }

  @Override
  public void set(int t, double[] weights, EmittedRows emitted) {
    Scoring scoring = Scoring.of(isBinary, emitted);
    NumberRows crps = collected.crps();
    NumberRows pit = collected.pit();
    for (int d = 0; d < size; d++) {
      points.of(emitted, d);
      double mean = EstimateRows.mean(weights, emitted.mean(), size, d);
      points.into(collected.observation(), t, d, mean, level);
      crps.set(t, d, Double.NaN);
      pit.set(t, d, Double.NaN);
      if (sequence.mask()[t * size + d] == 0) continue;
      double value = sequence.values()[t * size + d];
      double scale = data.preparation().scale(d);
      crps.set(t, d, scoring.score(points, mean, value, scale, false));
      pit.set(t, d, scoring.pit(points, value, Points.share(sequence.from() + t, d)));
    }
  }

  @Override
  public ScoredBand collected() {
    return collected;
  }
}
