package undercurrent.inference;

import java.util.List;
import java.util.Optional;

/**
 * How often which probability lay below the observations under the distributions that were
 * predicted for them (probability integral transform; Dawid 1984). Each stretch has about as many
 * if the distributions are right: too many at both ends show bands that are too narrow, too many in
 * the middle bands that are too wide, too many at one end a bias.
 *
 * @param counts of each observed channel, by its place, in {@value Score#BINS} equal stretches
 */
public record PitHistogram(long[][] counts) {

  /** Of all rows of some estimates; empty where no probability is known. */
  public static Optional<PitHistogram> of(List<Estimate> predicted) {
    if (predicted.isEmpty()) return Optional.empty();
    Band first = predicted.getFirst().observation();
    if (first.mean().length() == 0) return Optional.empty();
    long[][] counts = new long[first.size()][Score.BINS];
    boolean isKnown = false;
    for (Estimate estimate : predicted) {
      NumberRows pit = estimate.pit();
      for (int n = 0; n < pit.length(); n++) {
        for (int d = 0; d < pit.columns(); d++) {
          double below = pit.at(n, d);
          if (Double.isNaN(below)) continue;
          isKnown = true;
          counts[d][Math.clamp((long) (below * Score.BINS), 0, Score.BINS - 1)]++;
        }
      }
    }
    return isKnown ? Optional.of(new PitHistogram(counts)) : Optional.empty();
  }

  /** How many observations of a channel there were. */
  public long total(int place) {
    long sum = 0;
    for (long count : counts[place]) sum += count;
    return sum;
  }

  /**
   * The count that chance stays below with a probability: the quantile of a binomial distribution
   * of n draws of which each falls into a stretch with probability 1/{@value Score#BINS}.
   */
  public static long quantile(long n, double probability) {
    double p = 1.0 / Score.BINS;
    double term = n * Math.log1p(-p);
    double below = 0;
    for (long k = 0; k < n; k++) {
      below += Math.exp(term);
      if (below >= probability) return k;
      term += Math.log((double) (n - k) / (k + 1)) + Math.log(p / (1 - p));
    }
    return n;
  }
}
