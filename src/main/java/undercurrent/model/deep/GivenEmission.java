package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * x ~ N(slope · z, variance) of each channel in the units of the file; the density is that of what
 * the model sees, (x − shift)/scale.
 */
record GivenEmission(double slope, double variance, ChannelStatistics channels)
    implements Emission {
  @Override
  public EmissionDensity record(Tape tape, Value z) {
    int size = channels.size();
    double[] slopes = new double[size];
    double[] offsets = new double[size];
    double[] sd = new double[size];
    for (int d = 0; d < size; d++) {
      slopes[d] = slope / channels.scale()[d];
      offsets[d] = -channels.shift()[d] / channels.scale()[d];
      sd[d] = Math.sqrt(variance) / channels.scale()[d];
    }
    Value mean = tape.multiply(z, Constants.row(tape, slopes));
    return new Normal(tape.add(mean, Constants.row(tape, offsets)), Constants.row(tape, sd));
  }
}
