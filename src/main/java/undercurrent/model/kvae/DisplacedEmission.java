package undercurrent.model.kvae;

import java.util.Arrays;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.model.deep.EmissionSettings.Noise;
import undercurrent.model.deep.Likelihood;
import undercurrent.series.FrameShape;

/**
 * A frame that is a reference with each pixel displaced (Gunnarsson et al. 2021, in the form that
 * transforms images), with Gaussian noise of one deviation. The displacement is decoded from aₜ and
 * starts at nearly none; what it reads behind aₜ is the reference.
 */
final class DisplacedEmission implements Emission {
  /** Where a learned deviation starts. */
  private static final double FIRST_DEVIATION = 0.1;

  private static final double SMALL = 0.1;
  private final Parameters parameters;
  private final FrameTrunk trunk;
  private final ConvolutionLayer displacement;
  private final double smoothness;
  private final double floor;
  private final Noise noise;
  private final double fixedNoise;
  private final Parameters.Entry spread;

  /**
   * With freshly drawn weights.
   *
   * @param smoothness weight of the roughness of the displacement
   * @throws IllegalArgumentException one sentence, when the settings ask for other distributions
   */
  DisplacedEmission(EmissionParts parts, FrameTrunk trunk, double smoothness) {
    this.trunk = trunk;
    this.smoothness = smoothness;
    parameters = parts.parameters();
    Likelihood likelihood = parts.settings().likelihood();
    if (likelihood != Likelihood.AUTOMATIC && likelihood != Likelihood.GAUSSIAN) {
      throw new IllegalArgumentException(ModelWords.of("displacedEmission.likelihood"));
    }
    noise = parts.settings().noise();
    fixedNoise = parts.settings().fixedNoise();
    floor = parts.floor();
    displacement = trunk.last(parameters, "emission.displacement", 2, parts.random());
    Initial.times(parameters, displacement.weight(), SMALL);
    spread = parameters.add("emission.spread", 1, 1);
    Initial.fill(parameters, spread, Initial.inverseSoftplus(FIRST_DEVIATION));
  }

  @Override
  public EmissionDensity record(Tape tape, Value read) {
    FrameShape shape = trunk.shape();
    int size = shape.size();
    int rows = read.rows();
    int m = read.columns() - size;
    Value a = trunk.record(tape, tape.columns(read, 0, m));
    Value field =
        displacement
            .record(tape, trunk.frames(a))
            .reshape(rows, 2 * shape.height() * shape.width());
    int[] from = new int[shape.placeCount()];
    Arrays.fill(from, -1);
    for (int d = 0; d < size; d++) from[shape.place(d)] = m + d;
    Value reference = tape.select(read, from);
    Value warped = tape.warp(shape.height(), shape.width(), reference, field);
    Value mean = trunk.observed(tape, warped);
    Value rough =
        tape.multiply(
            tape.roughness(shape.height(), shape.width(), field), tape.constant(smoothness));
    return new Displaced(new Normal(mean, deviation(tape, size)), rough);
  }

  private Value deviation(Tape tape, int size) {
    if (noise == Noise.FIXED) {
      Value sd = tape.input(1, size);
      Arrays.fill(sd.data(), (float) fixedNoise);
      return sd;
    }
    return tape.broadcast(tape.softplus(tape.parameter(spread), (float) floor), 1, size);
  }

  /**
   * Gaussian pixels, and what their displacement costs.
   *
   * @param rough {@code [rows × 1]}
   */
  private record Displaced(Normal pixels, Value rough) implements EmissionDensity {
    /** The cost counts by the share of the frame that was seen. */
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Value share = tape.multiply(tape.rowSum(mask), tape.constant(1.0 / mask.columns()));
      Value cost = tape.multiply(rough, share);
      return tape.subtract(pixels.logDensity(tape, x, mask), cost);
    }

    @Override
    public Normal moments(Tape tape) {
      return pixels;
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      return pixels.logDensity(row, x, mask, at);
    }

    @Override
    public double draw(int row, int channel, double noise) {
      return pixels.draw(row, channel, noise);
    }
  }
}
