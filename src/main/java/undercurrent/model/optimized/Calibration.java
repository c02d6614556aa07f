package undercurrent.model.optimized;

import java.util.List;
import undercurrent.model.gaussian.Vectors;

/** How wrong a filter is beside how wrong it says that it may be. */
final class Calibration {
  private Calibration() {}

  /**
   * The mean of e' S⁻¹ e / m over all filtered steps. Q, R and P₁ times this number have the same
   * gains, and innovations of the size that they say; it is also what the likelihood would choose.
   */
  static double factor(Tracker tracker, Noise noise, List<LabelledSeries> series) {
    int longest = series.stream().mapToInt(LabelledSeries::steps).max().orElse(0);
    Gains gains = new Gains(tracker, noise, longest);
    double squares = 0;
    long count = 0;
    for (LabelledSeries one : series) {
      double[] state = tracker.start(one.observations()[0]);
      for (int t = 1; t < one.steps(); t++) {
        double[] predicted = tracker.f().times(state);
        double[] e = Vectors.minus(one.observations()[t], tracker.h().times(predicted));
        state = Vectors.plus(predicted, gains.gain[t].times(e));
        for (double w : gains.innovation[t].whitened(e)) squares += w * w;
        count += e.length;
      }
    }
    return squares / count;
  }
}
