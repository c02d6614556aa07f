package undercurrent.model.gaussian;

import undercurrent.math.Randomness;

/**
 * What an arrow of a model makes of many states at once: {@code states} lie one after another in a
 * flat array [N·n]. Arrays are made by the call and not by the state.
 */
public final class Cloud {
  private Cloud() {}

  /** A draw of the next thing for each state, [N·m]. */
  public static double[] drawn(
      ConditionalGaussian arrow, double[] states, int count, Randomness random) {
    Covariance noise = arrow.noise(at(states, count, 0));
    double[] out = new double[count * noise.size()];
    arrow.means(states, count, out);
    if (arrow.hasConstantNoise()) {
      noise.addDraws(out, count, random);
    } else {
      for (int i = 0; i < count; i++) {
        arrow.noise(at(states, count, i)).addDraws(out, i, 1, random);
      }
    }
    return out;
  }

  /** How far a value [m] is from what is expected of each state, [N·m]; NaN where it is. */
  public static double[] differences(
      ConditionalGaussian arrow, double[] value, double[] states, int count) {
    Conditioned.requireSize(value, arrow.noise(at(states, count, 0)).size());
    double[] out = new double[count * value.length];
    arrow.means(states, count, out);
    arrow.differences(value, out);
    return out;
  }

  /** log p(value | z) of each state in nats [N], of what is not NaN in the value; else 0. */
  public static double[] logDensities(
      ConditionalGaussian arrow, double[] value, double[] states, int count) {
    int[] seen = Conditioned.seen(value);
    if (seen.length == 0) return new double[count];
    double[] out = new double[count];
    logDensities(arrow, seen, states, differences(arrow, value, states, count), out);
    return out;
  }

  /**
   * The same of differences that are known.
   *
   * @param seen which of the components count
   * @param out [N], in nats
   */
  public static void logDensities(
      ConditionalGaussian arrow, int[] seen, double[] states, double[] all, double[] out) {
    int count = out.length;
    double[] differences = part(all, all.length / count, seen);
    if (arrow.hasConstantNoise()) {
      Covariance noise = arrow.noise(at(states, count, 0)).part(seen);
      noise.logDensities(differences, 0, count, out);
    } else {
      for (int i = 0; i < count; i++) {
        Covariance noise = arrow.noise(at(states, count, i)).part(seen);
        noise.logDensities(differences, i, 1, out);
      }
    }
  }

  /** The components that are named of each of the vectors of a size. */
  public static double[] part(double[] vectors, int size, int[] places) {
    if (places.length == size) return vectors;
    double[] part = new double[vectors.length / size * places.length];
    for (int i = 0; i < part.length; i++) {
      part[i] = vectors[i / places.length * size + places[i % places.length]];
    }
    return part;
  }

  /** The states that are named, one after another. */
  public static double[] chosen(double[] states, int size, int[] places) {
    double[] chosen = new double[places.length * size];
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(states, places[i] * size, chosen, i * size, size);
    }
    return chosen;
  }

  /** State i. */
  public static double[] at(double[] states, int count, int i) {
    int n = states.length / count;
    return java.util.Arrays.copyOfRange(states, i * n, (i + 1) * n);
  }
}
