package undercurrent.experiment;

import java.util.ArrayList;
import java.util.List;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/**
 * The criterion of a training by its epochs, as much of it as is drawn.
 *
 * @param epochs increasing, {@code [N]}
 * @param values of the training part as they are maximised, {@code [N]}; NaN where none is known
 * @param validation the same of the validation part
 */
public record KeptCurve(Criterion criterion, int[] epochs, double[] values, double[] validation) {
  /** More points cannot be told apart in a figure. */
  private static final int MOST = 400;

  public KeptCurve {
    if (values.length != epochs.length || validation.length != epochs.length) {
      throw new IllegalArgumentException(ExperimentWords.of("keptCurve.length"));
    }
  }

  /** Of a whole curve: every so many points, the best ones and the last. */
  public static KeptCurve of(Curve curve) {
    int step = Math.max(1, (curve.size() + MOST - 1) / MOST);
    int best = best(curve, false);
    int bestValidation = best(curve, true);
    List<CurvePoint> kept = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      boolean isMarked = i == best || i == bestValidation || i == curve.size() - 1;
      if (i % step == 0 || isMarked) kept.add(curve.get(i));
    }
    return new KeptCurve(
        curve.criterion(),
        kept.stream().mapToInt(CurvePoint::epoch).toArray(),
        kept.stream().mapToDouble(CurvePoint::elbo).toArray(),
        kept.stream().mapToDouble(CurvePoint::validationElbo).toArray());
  }

  private static int best(Curve curve, boolean validation) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < curve.size(); i++) {
      double value = validation ? curve.get(i).validationElbo() : curve.get(i).elbo();
      if (value > most) {
        most = value;
        best = i;
      }
    }
    return best;
  }

  /** The value of the training part after the last epoch, as it is shown; NaN without one. */
  public double last() {
    return values.length == 0 ? Double.NaN : criterion.shown(values[values.length - 1]);
  }

  /**
   * The best value as it is shown, of the validation part where that was measured; NaN without one.
   */
  public double best() {
    double best = most(validation);
    return criterion.shown(Double.isNaN(best) ? most(values) : best);
  }

  private static double most(double[] values) {
    double most = Double.NaN;
    for (double value : values) {
      if (Double.isFinite(value) && !(value <= most)) most = value;
    }
    return most;
  }

  /** The values as they are shown, {@code [N]}. */
  public double[] shown() {
    double[] shown = new double[values.length];
    for (int i = 0; i < shown.length; i++) shown[i] = criterion.shown(values[i]);
    return shown;
  }
}
