package undercurrent.model.known;

import java.util.Arrays;

/**
 * What is learned of known equations, as coordinates of a search: of each parameter of the
 * equations a c with p = u sinh(c₀ + c), which is its start at c = 0, and the logarithms of those
 * deviations that are not given. With u a thousandth of the start, c is as good as a logarithm
 * where p is of any other size, and still lets it change its sign. Parameters come first: a noise
 * that is fitted to wrong equations hides the right ones.
 */
final class LearnedNumbers {
  /** Deviations between 10⁻⁵ and 10⁵ times those of the start. */
  private static final float FARTHEST = 11.5f;

  /** Through zero and as far on the other side. */
  private static final float FARTHEST_PARAMETER = 30;

  private static final double SMALL = 1e-3;

  /** u of a parameter that starts at 0. */
  private static final double UNIT = 0.5;

  private final FilterSettings settings;
  private final double[] parameters;
  private final float[] start;

  LearnedNumbers(KnownSystem system, FilterSettings settings) {
    this.settings = settings;
    parameters = system.equations().parameters();
    float[] deviations = {
      (float) StrictMath.log(system.motion()), (float) StrictMath.log(system.observation())
    };
    int from = settings.motionNoise() > 0 ? 1 : 0;
    int to = settings.observationNoise() > 0 ? 1 : 2;
    float[] learned = from < to ? Arrays.copyOfRange(deviations, from, to) : new float[0];
    start = new float[parameters.length + learned.length];
    System.arraycopy(learned, 0, start, parameters.length, learned.length);
  }

  float[] start() {
    return start.clone();
  }

  /** How far each may go from its start. */
  float[] reach() {
    float[] reach = new float[start.length];
    Arrays.fill(reach, FARTHEST);
    Arrays.fill(reach, 0, parameters.length, FARTHEST_PARAMETER);
    return reach;
  }

  double motion(float[] at) {
    return settings.motionNoise() > 0
        ? settings.motionNoise()
        : StrictMath.exp(at[parameters.length]);
  }

  double observation(float[] at) {
    return settings.observationNoise() > 0
        ? settings.observationNoise()
        : StrictMath.exp(at[at.length - 1]);
  }

  double[] parameters(float[] at) {
    double[] values = parameters.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = parameter(values[i], at[i]);
    }
    return values;
  }

  private static double parameter(double start, double coordinate) {
    if (coordinate == 0) return start;
    double unit = start == 0 ? UNIT : SMALL * Math.abs(start);
    double ratio = start / unit;
    // asinh, of the size alone so that nothing cancels
    double size = StrictMath.log(Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
    return unit * StrictMath.sinh(Math.copySign(size, ratio) + coordinate);
  }
}
