package undercurrent.model.deep;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Parameters;
import undercurrent.math.Quantiles;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.RealNvp;

/**
 * Observations whose distribution within a step has any shape: a Gaussian of the state behind
 * coupling layers that all steps share (Dinh, Sohl-Dickstein and Bengio 2017).
 *
 * <pre>
 *   u ~ N(W a + b, sd²) with a the trunk of z and sd the {@link Deviation} as set      x = f(u)
 *   log p(x|z) = log N(f⁻¹(x); W a + b, sd²) + log |det ∂f⁻¹/∂x|
 * </pre>
 *
 * It starts as the Gaussian emission. A row is whole or missing.
 */
public final class RealNvpEmission implements Emission {
  private final Parameters parameters;
  private final GaussianEmission base;
  private final RealNvp flow;

  /**
   * @throws IllegalArgumentException one sentence, when the data have one channel or rows of which
   *     a part is missing
   */
  public RealNvpEmission(EmissionParts parts) {
    int size = parts.size();
    if (size < 2) {
      throw new IllegalArgumentException(ModelWords.of("realNvpEmission.oneChannel"));
    }
    parts
        .channels()
        .partlyMissing()
        .ifPresent(
            row -> {
              throw new IllegalArgumentException(
                  ModelWords.of("realNvpEmission.incompleteRow", row));
            });
    parameters = parts.parameters();
    base = new GaussianEmission(parts);
    EmissionSettings.Couplings shape = parts.settings().couplings();
    flow =
        new RealNvp(
            parameters,
            new FlowShape(size, shape.flowLayers(), shape.flowUnits(), 1),
            parts.random());
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    return new Flowed(parameters, base.record(tape, z), flow);
  }

  /**
   * Gaussians behind a flow, one a row.
   *
   * <p>Mean, deviation and what bands are made of are those of some points of each row, drawn once
   * and standardised, so that they are exact while the flow is the identity.
   */
  static final class Flowed implements EmissionDensity {
    /** So many points stand for all rows together, and within bounds for each. */
    private static final int POINTS = 2048;

    private static final int FEWEST = 8;
    private static final int MOST = 32;
    private final Normal base;
    private final Flow flow;
    private final Inverse inverse;
    private final Tape drawing;
    private final Value drawnBase;
    private final Value drawn;
    private List<Value> points = List.of();

    /** The points of the row and channel of the last quantile, as they come and ascending. */
    private double[] last = {};

    private double[] sorted = {};

    Flowed(Parameters parameters, Normal base, Flow flow) {
      this.base = base;
      this.flow = flow;
      int size = base.mean().columns();
      inverse = new Inverse(parameters, flow, size);
      drawing = new Tape(parameters, false);
      drawnBase = drawing.input(1, size);
      drawn = flow.toData(drawing, drawnBase).value();
    }

    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Flow.Mapped u = flow.toBase(tape, x);
      Value derivatives = tape.rowSum(tape.multiply(u.logDerivatives(), mask));
      return tape.add(base.logDensity(tape, u.value(), mask), derivatives);
    }

    @Override
    public Normal moments(Tape tape) {
      int rows = base.mean().rows();
      int size = base.mean().columns();
      int count = Math.clamp(POINTS / rows, FEWEST, MOST);
      Value noise = noise(tape, count, rows, size);
      int[] all = new int[count * rows];
      for (int i = 0; i < all.length; i++) all[i] = i % rows;
      int[] sdRows = base.sd().rows() == 1 ? new int[all.length] : all;
      Value spread = tape.multiply(tape.gather(base.sd(), sdRows), noise);
      Value u = tape.add(tape.gather(base.mean(), all), spread);
      Value x = flow.toData(tape, u).value();
      points =
          java.util.stream.IntStream.range(0, count).mapToObj(k -> x.rows(k * rows, rows)).toList();
      last = new double[count];
      sorted = new double[count];
      Value mean = tape.mean(points);
      List<Value> squares = points.stream().map(p -> tape.square(tape.subtract(p, mean))).toList();
      return new Normal(mean, tape.sqrt(tape.mean(squares)));
    }

    /** Of each row and channel with mean 0 and mean square 1. */
    private static Value noise(Tape tape, int count, int rows, int size) {
      Value noise = tape.input(count * rows, size);
      Randomness random = Randomness.of(1).named("real-nvp");
      int stride = rows * size;
      for (int at = 0; at < stride; at++) {
        double squares = 0;
        for (int k = 0; k < count; k += 2) {
          float one = (float) random.normal();
          noise.data()[k * stride + at] = one;
          noise.data()[(k + 1) * stride + at] = -one;
          squares += 2.0 * one * one;
        }
        float scale = (float) Math.sqrt(count / squares);
        for (int k = 0; k < count; k++) noise.data()[k * stride + at] *= scale;
      }
      return noise;
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      if (mask[at] == 0) return 0;
      return base.logDensity(row, inverse.of(x, at), 0) + inverse.logDeterminant();
    }

    /** A quantile of the channel alone, between those of the points. */
    @Override
    public double draw(int row, int channel, double noise) {
      boolean isSame = true;
      for (int k = 0; k < last.length; k++) {
        double value = points.get(k).get(row, channel);
        isSame &= value == last[k];
        last[k] = value;
      }
      // Bands take many quantiles of one row and channel, one after the other.
      if (!isSame) {
        System.arraycopy(last, 0, sorted, 0, last.length);
        Arrays.sort(sorted);
      }
      return Quantiles.of(sorted, StandardNormal.cumulative(noise));
    }

    @Override
    public void draw(int row, double[] noise, double[] out) {
      for (int d = 0; d < noise.length; d++) drawnBase.set(0, d, base.draw(row, d, noise[d]));
      drawing.forward();
      for (int d = 0; d < out.length; d++) out[d] = drawn.get(0, d);
    }

    @Override
    public void shown(int row, double[] noise, double[] out) {
      draw(row, noise, out);
    }
  }

  /** f⁻¹ of one row, kept while row and weights stay as they are: particles share it. */
  private static final class Inverse {
    private final Parameters parameters;
    private final Tape tape;
    private final Value x;
    private final Value u;
    private final Value derivatives;
    private final float[] base;
    private float[] weights = {};

    Inverse(Parameters parameters, Flow flow, int size) {
      this.parameters = parameters;
      tape = new Tape(parameters, false);
      x = tape.input(1, size);
      Flow.Mapped mapped = flow.toBase(tape, x);
      u = mapped.value();
      derivatives = mapped.logDerivatives();
      base = new float[size];
    }

    float[] of(float[] values, int at) {
      boolean isSame = Arrays.equals(weights, parameters.data());
      for (int d = 0; d < base.length; d++) {
        isSame &= x.data()[d] == values[at + d];
        x.data()[d] = values[at + d];
      }
      if (isSame) return base;
      weights = parameters.data().clone();
      tape.forward();
      for (int d = 0; d < base.length; d++) base[d] = u.get(0, d);
      return base;
    }

    double logDeterminant() {
      double sum = 0;
      for (int d = 0; d < base.length; d++) sum += derivatives.get(0, d);
      return sum;
    }
  }
}
