package undercurrent.model.deep;

import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.ModelWords;
import undercurrent.series.Support;

/**
 * The way between counts k and what a model sees of them, x = (k − shift)/scale, and what emissions
 * of counts share. Their densities are those of x, so that they compare with other emissions.
 */
record Counts(ChannelStatistics channels) {
  /** Below this the logarithm of the gamma function is taken of a larger number first. */
  private static final double SMALL = 20;

  /** Above this a quantile of Poisson is that of its normal limit. */
  private static final double LARGE = 700;

  /**
   * Refuses values that are not counts.
   *
   * @throws IllegalArgumentException one sentence
   */
  static Counts of(EmissionParts parts) {
    if (!parts.channels().support().isWithin(Support.COUNT)) {
      String name = undercurrent.settings.Settings.text(parts.settings().likelihood());
      throw new IllegalArgumentException(ModelWords.of("counts.values", name));
    }
    return new Counts(parts.channels());
  }

  int size() {
    return channels.size();
  }

  /** The mean count of a channel in the training data. */
  double mean(int channel) {
    return count(channel, channels.mean()[channel]);
  }

  private double count(int channel, double x) {
    return x * channels.scale()[channel] + channels.shift()[channel];
  }

  /** Records k. */
  Value counts(Tape tape, Value x) {
    return tape.add(
        tape.multiply(x, Constants.row(tape, channels.scale())),
        Constants.row(tape, channels.shift()));
  }

  /** Records x. */
  Value toModel(Tape tape, Value counts) {
    Value centred = tape.subtract(counts, Constants.row(tape, channels.shift()));
    return divided(tape, centred);
  }

  /** Records a deviation of counts as one of x. */
  Value divided(Tape tape, Value deviation) {
    return tape.divide(deviation, Constants.row(tape, channels.scale()));
  }

  /**
   * Records the sum over what is observed of log p(x).
   *
   * @param terms log p(k) of each channel
   */
  Value sum(Tape tape, Value mask, Value terms) {
    Value logScale = tape.log(Constants.row(tape, channels.scale()));
    return tape.rowSum(tape.multiply(mask, tape.add(terms, logScale)));
  }

  /** log p of the count of a channel, given by its number. */
  @FunctionalInterface
  interface Term {
    double of(int channel, double k);
  }

  /** The sum over what is observed of log p(x), in double precision. */
  double sum(float[] x, float[] mask, int at, Term term) {
    double sum = 0;
    for (int d = 0; d < size(); d++) {
      if (mask[at + d] == 0) continue;
      double k = Math.rint(count(d, x[at + d]));
      sum += term.of(d, k) + StrictMath.log(channels.scale()[d]);
    }
    return sum;
  }

  /** x of a count. */
  double toModel(int channel, double k) {
    return (k - channels.shift()[channel]) / channels.scale()[channel];
  }

  /** ln Γ(y), y &gt; 0. */
  static double logGamma(double y) {
    double lifted = y;
    double product = 0;
    while (lifted < SMALL) {
      product += StrictMath.log(lifted);
      lifted++;
    }
    // Stirling's series; the next term is below 1e-10 here.
    double inverse = 1 / lifted;
    double square = inverse * inverse;
    double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
    return (lifted - 0.5) * StrictMath.log(lifted)
        - lifted
        + 0.5 * StrictMath.log(2 * Math.PI)
        + series
        - product;
  }

  /** log of the probability of a count under Poisson's law. */
  static double poisson(double k, double rate) {
    return k * StrictMath.log(rate) - rate - logGamma(k + 1);
  }

  /** The least count with at least a probability up to it, under Poisson's law. */
  static double poissonQuantile(double rate, double below) {
    if (!(rate < LARGE)) {
      // The normal limit with the correction of Cornish and Fisher.
      double z = StandardNormal.quantile(Math.clamp(below, 1e-15, 1 - 1e-15));
      return Math.max(0, Math.rint(rate + Math.sqrt(rate) * z + (z * z - 1) / 6));
    }
    double term = StrictMath.exp(-rate);
    double sum = term;
    int k = 0;
    while (sum < below && term > 0) {
      k++;
      term *= rate / k;
      sum += term;
      if (k > rate && term < 1e-17) break;
    }
    return k;
  }
}
