package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.series.NumberWords;
import undercurrent.series.Support;

/**
 * Categories written as codes 0, 1, 2 … of a channel: p(k) = softmax(W a + b)ₖ with a the trunk of
 * z. A code that is larger by one has no other meaning than that it is another one. The probability
 * is that of the code, whatever the units of the model.
 */
public final class CategoricalEmission implements Emission {
  /** More classes than these are numbers rather than categories. */
  private static final int MOST = 256;

  private final Trunk trunk;
  private final Linear logits;
  private final Classes classes;

  public CategoricalEmission(EmissionParts parts) {
    ChannelStatistics channels = parts.channels();
    if (!channels.support().isWithin(Support.COUNT)) {
      throw new IllegalArgumentException(ModelWords.of("categoricalEmission.values"));
    }
    for (double highest : channels.highest()) {
      if (highest < MOST) continue;
      throw new IllegalArgumentException(
          ModelWords.of("categoricalEmission.tooMany", NumberWords.format("%.0f", highest), MOST));
    }
    trunk = parts.trunk();
    classes = Classes.of(channels);
    logits =
        new Linear(
            parts.parameters(), "emission.logit", trunk.units(), classes.total(), parts.random());
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    return new Categorical(logits.record(tape, trunk.record(tape, z)), classes);
  }

  /**
   * Which columns of the logits are those of a channel.
   *
   * @param first column of each channel, and behind the last one the number of all, {@code [D + 1]}
   */
  record Classes(ChannelStatistics channels, int... first) {
    static Classes of(ChannelStatistics channels) {
      int[] first = new int[channels.size() + 1];
      for (int d = 0; d < channels.size(); d++) {
        first[d + 1] = first[d] + (int) Math.round(channels.highest()[d]) + 1;
      }
      return new Classes(channels, first);
    }

    int total() {
      return first[first.length - 1];
    }

    double toModel(int channel, double code) {
      return (code - channels.shift()[channel]) / channels.scale()[channel];
    }

    int code(int channel, double x) {
      long code = Math.round(x * channels.scale()[channel] + channels.shift()[channel]);
      return Math.clamp(code, 0, first[channel + 1] - first[channel] - 1);
    }
  }

  /**
   * Independent categories.
   *
   * @param logit {@code [rows × classes of all channels]}
   */
  record Categorical(Value logit, Classes classes) implements EmissionDensity {
    @Override
    public boolean isOfCategories() {
      return true;
    }

    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      ChannelStatistics channels = classes.channels();
      Value codes =
          tape.add(
              tape.multiply(x, Constants.row(tape, channels.scale())),
              Constants.row(tape, channels.shift()));
      return tape.categoricalLogLikelihood(codes, mask, logit, classes.first());
    }

    @Override
    public Normal moments(Tape tape) {
      Value mean = tape.block(logit.rows(), classes.channels().size());
      Value sd = tape.block(mean.rows(), mean.columns());
      for (int d = 0; d < mean.columns(); d++) {
        int count = classes.first()[d + 1] - classes.first()[d];
        double[] codes = new double[count];
        for (int k = 0; k < count; k++) codes[k] = classes.toModel(d, k);
        Value row = Constants.row(tape, codes);
        Value p = tape.softmax(tape.columns(logit, classes.first()[d], count));
        Value middle = tape.rowSum(tape.multiply(p, row));
        Value square = tape.square(tape.subtract(row, middle));
        tape.copy(middle, 0, mean, d, 1);
        tape.copy(tape.sqrt(tape.rowSum(tape.multiply(p, square))), 0, sd, d, 1);
      }
      return new Normal(mean, sd);
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      double sum = 0;
      for (int d = 0; d < classes.channels().size(); d++) {
        if (mask[at + d] == 0) continue;
        int chosen = classes.first()[d] + classes.code(d, x[at + d]);
        sum += logit.get(row, chosen) - logSum(row, d);
      }
      return sum;
    }

    private double logSum(int row, int channel) {
      double highest = Double.NEGATIVE_INFINITY;
      int from = classes.first()[channel];
      int to = classes.first()[channel + 1];
      for (int c = from; c < to; c++) highest = Math.max(highest, logit.get(row, c));
      double sum = 0;
      for (int c = from; c < to; c++) sum += StrictMath.exp(logit.get(row, c) - highest);
      return highest + StrictMath.log(sum);
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double below = StandardNormal.cumulative(noise);
      double logSum = logSum(row, channel);
      int from = classes.first()[channel];
      int last = classes.first()[channel + 1] - 1;
      int code = from;
      double sum = StrictMath.exp(logit.get(row, code) - logSum);
      while (sum < below && code < last) {
        code++;
        sum += StrictMath.exp(logit.get(row, code) - logSum);
      }
      return classes.toModel(channel, code - from);
    }
  }
}
