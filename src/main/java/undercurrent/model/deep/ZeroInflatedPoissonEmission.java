package undercurrent.model.deep;

import undercurrent.math.Functions;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * Counts with more zeros than Poisson's law has (Lambert 1992): with probability g = sigmoid(a) an
 * extra zero, otherwise k ~ Poisson(λ).
 *
 * <pre>
 *   log p(0) = log(g + (1 − g) e^−λ)      log p(k) = log(1 − g) + k log λ − λ − log Γ(k + 1)
 * </pre>
 */
public final class ZeroInflatedPoissonEmission implements Emission {
  private final Trunk trunk;
  private final Counts counts;
  private final Rate rate;
  private final Readout gate;

  /** Rates start at the means of the training data, gates at about even odds. */
  public ZeroInflatedPoissonEmission(EmissionParts parts) {
    trunk = parts.trunk();
    counts = Counts.of(parts);
    rate = new Rate(parts, counts);
    gate = parts.readout("emission.gate");
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    Value a = trunk.record(tape, z);
    return new ZeroInflated(gate.record(tape, a), rate.record(tape, a), counts);
  }

  /**
   * Independent counts.
   *
   * @param gate the log-odds of an extra zero, {@code [rows × D]}
   * @param rate λ, {@code [rows × D]}
   */
  record ZeroInflated(Value gate, Value rate, Counts counts) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Value k = counts.counts(tape, x);
      // log(g + (1−g) e^−λ) = softplus(a + λ) − λ − softplus(a),   log(1−g) = −softplus(a)
      Value odds = tape.softplus(gate, 0);
      Value either = tape.subtract(tape.softplus(tape.add(gate, rate), 0), tape.add(rate, odds));
      Value counted = tape.subtract(PoissonEmission.Poisson.term(tape, k, rate), odds);
      // 1 where k = 0, else 0
      Value isZero = tape.relu(tape.subtract(tape.constant(1), k));
      Value more = tape.multiply(isZero, tape.subtract(either, counted));
      return counts.sum(tape, mask, tape.add(counted, more));
    }

    @Override
    public Normal moments(Tape tape) {
      Value g = tape.sigmoid(gate);
      Value mean = tape.multiply(tape.subtract(tape.constant(1), g), rate);
      // (1 − g) λ (1 + g λ)
      Value spread = tape.add(tape.constant(1), tape.multiply(g, rate));
      Value sd = tape.sqrt(tape.multiply(mean, spread));
      return new Normal(counts.toModel(tape, mean), counts.divided(tape, sd));
    }

    private double extra(int row, int channel) {
      return Functions.sigmoid(gate.get(row, channel));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      return counts.sum(x, mask, at, (d, k) -> term(k, extra(row, d), rate.get(row, d)));
    }

    private static double term(double k, double g, double r) {
      return k == 0
          ? StrictMath.log(g + (1 - g) * StrictMath.exp(-r))
          : StrictMath.log1p(-g) + Counts.poisson(k, r);
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double g = extra(row, channel);
      double below = (StandardNormal.cumulative(noise) - g) / (1 - g);
      double k = below <= 0 ? 0 : Counts.poissonQuantile(rate.get(row, channel), below);
      return counts.toModel(channel, k);
    }
  }
}
