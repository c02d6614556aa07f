package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.EmittedRows;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/** Of a wide series, by the moments of what is emitted; see {@link WideSeries}. */
final class WideRows implements ObservedRows {
  private final Dataset data;
  private final Sequence sequence;
  private final int size;
  private final boolean isBinary;
  private final double z;
  private final MixtureMoments moments;
  private final ScoredBand collected;

  /**
   * @param isBinary whether values are 0 and 1, of which bands are those of probabilities
   */
  WideRows(Dataset data, Sequence sequence, int size, double level, boolean isBinary) {
    this.data = data;
    this.sequence = sequence;
    this.size = size;
    this.isBinary = isBinary;
    z = StandardNormal.quantile((1 + level) / 2);
    moments = new MixtureMoments(size);
    collected = ScoredBand.of(EstimateRows.band(sequence.steps(), size));
  }

  @Override
  public void set(int t, double[] weights, EmittedRows emitted) {
    Scoring scoring = Scoring.of(isBinary, emitted);
    moments.of(weights, emitted, isBinary);
    Band band = collected.observation();
    for (int d = 0; d < size; d++) {
      double mean = moments.mean(d);
      double deviation = moments.deviation(d);
      band.mean().set(t, d, mean);
      band.lower().set(t, d, ofShare(mean - z * deviation));
      band.upper().set(t, d, ofShare(mean + z * deviation));
      boolean isSeen = sequence.mask()[t * size + d] != 0;
      double value = isSeen ? sequence.values()[t * size + d] : Double.NaN;
      double scale = data.preparation().scale(d);
      collected.crps().set(t, d, scoring.score(mean, deviation, value, scale));
      collected.pit().set(t, d, scoring.pit(mean, deviation, value));
    }
  }

  /** A probability stays between 0 and 1. */
  private double ofShare(double end) {
    return isBinary ? Math.clamp(end, 0, 1) : end;
  }

  @Override
  public ScoredBand collected() {
    return collected;
  }
}
