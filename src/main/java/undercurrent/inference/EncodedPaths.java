package undercurrent.inference;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeFilter;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Observations;
import undercurrent.series.Sequence;

/**
 * Encodings of a series drawn by the encoder of a Kalman VAE, several times, and the weights of the
 * modes that follow from each path. Given a path the model is linear, and its filter exact.
 */
final class EncodedPaths {
  private final KalmanVae model;
  private final double[][] inputs;
  private final double[][][] weights;
  private final double[][][] encodings;
  private final double[][] means;
  private final boolean[] isSeen;
  private final KalmanVaeFilter filter;

  /**
   * Draws them.
   *
   * @param paths how many
   * @param shown of so many rows the observations are looked at
   * @param rows to go on to
   */
  EncodedPaths(
      KalmanVae model, Sequence sequence, int paths, int shown, int rows, Randomness random) {
    this.model = model;
    inputs = new double[rows][];
    weights = new double[paths][rows][];
    encodings = new double[paths][rows][];
    means = new double[rows][];
    isSeen = new boolean[rows];
    filter = new KalmanVaeFilter(model, paths);
    for (int t = 0; t < rows; t++) {
      filter.step(sequence, t, t < shown, random.at(t));
      isSeen[t] = filter.wasSeen();
      means[t] = filter.encodedMean();
      float[] known = sequence.inputsAt(t);
      inputs[t] = new double[known.length];
      for (int j = 0; j < known.length; j++) inputs[t][j] = known[j];
      for (int p = 0; p < paths; p++) {
        weights[p][t] = filter.weights(p);
        encodings[p][t] = filter.encoding(p);
      }
    }
  }

  int rows() {
    return isSeen.length;
  }

  /** Whether something was looked at in a row. */
  boolean isSeen(int row) {
    return isSeen[row];
  }

  /** aₜ of a path, drawn where something was looked at, else expected by its filter. */
  double[] encoding(int path, int row) {
    return encodings[path][row];
  }

  /** The mean of q(aₜ|xₜ), where something was looked at. */
  double[] mean(int row) {
    return means[row];
  }

  /** The mean of αₜ over the paths. */
  double[] weights(int row) {
    double[] mean = new double[model.modeCount()];
    for (double[][] path : weights) {
      for (int k = 0; k < mean.length; k++) mean[k] += path[row][k] / weights.length;
    }
    return mean;
  }

  /** The exact filter of one path; its observations are the encodings that were looked at. */
  FilterResult filtered(int path) {
    double[][] seen = new double[rows()][];
    double[] missing = new double[model.latentSize()];
    Arrays.fill(missing, Double.NaN);
    for (int t = 0; t < seen.length; t++) seen[t] = isSeen[t] ? encodings[path][t] : missing;
    return KalmanFilter.filter(model.system(weights[path], inputs), Observations.of(seen));
  }

  /** States of the last row for a forecast to go on from. */
  float[] last(int states, Randomness random) {
    return filter.states(states, random);
  }
}
