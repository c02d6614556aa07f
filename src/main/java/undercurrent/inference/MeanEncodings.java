package undercurrent.inference;

import java.util.Arrays;
import undercurrent.model.deep.RecordedEmission;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeFilter;
import undercurrent.model.kvae.ReferenceFrame;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.Observations;
import undercurrent.series.Sequence;

/**
 * The path of the mean encodings of a series of a Kalman VAE, of which some rows are hidden: what
 * the filter expects of them, what the smoother makes of them, and the observations that these
 * mean.
 */
final class MeanEncodings {
  private final KalmanVae model;
  private final KalmanVaeFilter filter;
  private final RecordedEmission emission;

  MeanEncodings(KalmanVae model) {
    this.model = model;
    filter = new KalmanVaeFilter(model, 1);
    int size = model.observationSize();
    emission =
        new RecordedEmission(
            model.parameters(),
            model.emission(),
            1,
            model.latentSize() + model.referenceSize(),
            size);
  }

  /**
   * What is known of the encodings of a series.
   *
   * @param predicted what the filter expected of aₜ, {@code [T][m]}
   * @param smoothed {@code [T][m]}
   */
  record Path(double[][] predicted, double[][] smoothed) {}

  /**
   * The path of a series.
   *
   * @param isSeen of each row whether it may be looked at
   */
  Path path(Sequence sequence, boolean[] isSeen) {
    int rows = sequence.steps();
    double[][] weights = new double[rows][];
    double[][] inputs = new double[rows][];
    double[][] observed = new double[rows][];
    filter.start();
    for (int t = 0; t < rows; t++) {
      filter.stepByMean(sequence, t, isSeen[t]);
      weights[t] = filter.weights(0);
      inputs[t] = doubles(sequence.inputsAt(t));
      observed[t] = filter.wasSeen() ? filter.encodedMean() : missing();
    }
    FilterResult run =
        KalmanFilter.filter(model.system(weights, inputs), Observations.of(observed));
    return new Path(
        Emitted.predicted(run).means(), Emitted.smoothed(KalmanSmoother.smooth(run)).means());
  }

  /** The mean of q(aₜ|xₜ) of a row, whether it was hidden or not, {@code [m]}. */
  double[] encoded(Sequence sequence, int t) {
    filter.start();
    filter.stepByMean(sequence, t, true);
    return filter.encodedMean();
  }

  /**
   * The mean of p(x|a) in the model's units, {@code [D]}.
   *
   * @param frame that the emission displaces, or none
   */
  double[] decoded(double[] a, float[] frame) {
    float[] from = new float[a.length];
    for (int i = 0; i < a.length; i++) from[i] = (float) a[i];
    return doubles(emission.emit(ReferenceFrame.behind(from, a.length, frame)).mean());
  }

  /** The frame that the emission displaces: the first one that is seen; or none. */
  float[] frame(Sequence sequence, boolean[] isSeen) {
    return ReferenceFrame.of(model, sequence, t -> isSeen[t]);
  }

  private double[] missing() {
    double[] none = new double[model.latentSize()];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private static double[] doubles(float[] numbers) {
    double[] out = new double[numbers.length];
    for (int i = 0; i < out.length; i++) out[i] = numbers[i];
    return out;
  }
}
