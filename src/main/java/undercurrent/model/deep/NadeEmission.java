package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.series.Support;

/**
 * Values of 0 and 1 that depend on one another within a step: a neural autoregressive distribution
 * (Larochelle and Murray 2011) in the order of the channels.
 *
 * <pre>
 *   a₁ = W_z h + b_z with h the trunk of z      aᵢ₊₁ = aᵢ + xᵢ Wᵢ
 *   p(xᵢ = 1|x₁ … xᵢ₋₁) = sigmoid(Vᵢ · sigmoid(aᵢ) + bᵢ)
 * </pre>
 *
 * A missing value counts as 0 for those after it and has no term: exact only where what is missing
 * stands last. What is read of a row without its values, such as probabilities, is that of one
 * drawn row; over many rows these are the marginal ones.
 */
public final class NadeEmission implements Emission {
  private final Trunk trunk;
  private final Linear base;
  private final Parameters.Entry v;
  private final Parameters.Entry bias;
  private final Parameters.Entry w;

  /** Starts at the frequencies of the training data. */
  public NadeEmission(EmissionParts parts) {
    if (parts.channels().support() != Support.BINARY) {
      throw new IllegalArgumentException(ModelWords.of("nadeEmission.values"));
    }
    Parameters parameters = parts.parameters();
    Randomness random = parts.random();
    trunk = parts.trunk();
    int units = trunk.units();
    int size = parts.size();
    base = new Linear(parameters, "emission.base", units, units, random);
    v = parameters.add("emission.v", size, units);
    bias = parameters.add("emission.bias", 1, size);
    w = parameters.add("emission.w", size, units);
    double bound = 1 / Math.sqrt(units);
    Initial.uniform(parameters, v, bound, random.named("emission.v"));
    Initial.uniform(parameters, w, bound, random.named("emission.w"));
    for (int d = 0; d < size; d++) {
      double p = Math.clamp(parts.channels().mean()[d], 1e-3, 1 - 1e-3);
      parameters.set(bias, d, StrictMath.log(p / (1 - p)));
    }
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    return new Nade(
        base.record(tape, trunk.record(tape, z)),
        tape.parameter(v),
        tape.parameter(bias),
        tape.parameter(w));
  }

  /** Binary vectors. */
  static final class Nade implements EmissionDensity {
    private final Value first;
    private final Value v;
    private final Value bias;
    private final Value w;
    private Value drawn;

    /**
     * @param first a₁, {@code [rows × H]}
     * @param v {@code [D × H]}
     * @param bias {@code [1 × D]}
     * @param w {@code [D × H]}
     */
    Nade(Value first, Value v, Value bias, Value w) {
      this.first = first;
      this.v = v;
      this.bias = bias;
      this.w = w;
      drawn = first;
    }

    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      return tape.nadeLogLikelihood(x, mask, first, v, bias, w);
    }

    @Override
    public Normal moments(Tape tape) {
      Value uniforms = tape.input(first.rows(), v.rows());
      Randomness random = Randomness.of(1).named("nade");
      for (int i = 0; i < uniforms.size(); i++) uniforms.data()[i] = (float) random.uniform();
      drawn = tape.nadeProbabilities(uniforms, first, v, bias, w);
      Value p = drawn;
      return new Normal(p, tape.sqrt(tape.multiply(p, tape.subtract(tape.constant(1), p))));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      int units = first.columns();
      double[] a = first.row(row);
      double[] turned = new double[units];
      boolean isTurned = false;
      double sum = 0;
      for (int i = 0; i < v.rows(); i++) {
        if (!isTurned) {
          for (int j = 0; j < units; j++) turned[j] = 1 / (1 + StrictMath.exp(-a[j]));
          isTurned = true;
        }
        if (mask[at + i] == 0) continue;
        double logit = bias.get(0, i);
        for (int j = 0; j < units; j++) logit += v.get(i, j) * turned[j];
        sum -= StrictMath.log1p(StrictMath.exp(x[at + i] > 0.5 ? -logit : logit));
        if (x[at + i] == 0) continue;
        for (int j = 0; j < units; j++) a[j] += x[at + i] * w.get(i, j);
        isTurned = false;
      }
      return sum;
    }

    /** Each value given those before it, so that the values of one draw go together. */
    @Override
    public void draw(int row, double[] noise, double[] out) {
      int units = first.columns();
      double[] a = first.row(row);
      for (int i = 0; i < out.length; i++) {
        double logit = bias.get(0, i);
        for (int j = 0; j < units; j++) logit += v.get(i, j) / (1 + StrictMath.exp(-a[j]));
        double p = 1 / (1 + StrictMath.exp(-logit));
        out[i] = StandardNormal.cumulative(noise[i]) > 1 - p ? 1 : 0;
        for (int j = 0; j < units && out[i] == 1; j++) a[j] += w.get(i, j);
      }
    }

    @Override
    public double draw(int row, int channel, double noise) {
      return StandardNormal.cumulative(noise) > 1 - drawn.get(row, channel) ? 1 : 0;
    }

    @Override
    public double shown(int row, int channel, double noise) {
      return drawn.get(row, channel);
    }
  }
}
