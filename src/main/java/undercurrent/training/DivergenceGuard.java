package undercurrent.training;

import undercurrent.math.Adam;
import undercurrent.series.NumberWords;

/**
 * Keeps weights that are known to be good, and says what likely went wrong when they are needed.
 */
final class DivergenceGuard {
  private static final int KEEP_EVERY = 20;
  private static final double LARGEST_NORM = 1e8;

  /** The deviation floor that is advised. */
  private static final double FLOOR = 0.01;

  private final float[] weights;
  private final float[] first;
  private final float[] second;
  private boolean kept;

  DivergenceGuard(int size) {
    weights = new float[size];
    first = new float[size];
    second = new float[size];
  }

  /** Whether an objective and its gradient's norm are still numbers to learn from. */
  boolean isSound(double objective, double norm) {
    return Double.isFinite(objective) && Double.isFinite(norm) && norm < LARGEST_NORM;
  }

  /** Called with weights whose objective was sound; copies them now and then. */
  void keep(long step, float[] good, Adam adam) {
    if (kept && step % KEEP_EVERY != 0) return;
    System.arraycopy(good, 0, weights, 0, weights.length);
    System.arraycopy(adam.firstMoment(), 0, first, 0, first.length);
    System.arraycopy(adam.secondMoment(), 0, second, 0, second.length);
    kept = true;
  }

  /** Puts the last good weights and their moments back. */
  void restore(float[] target, Adam adam) {
    if (!kept) return;
    System.arraycopy(weights, 0, target, 0, weights.length);
    System.arraycopy(first, 0, adam.firstMoment(), 0, first.length);
    System.arraycopy(second, 0, adam.secondMoment(), 0, second.length);
  }

  /** What happened, what was kept and which knob to turn. */
  static String diagnosis(TrainingSettings s, Criterion of, double objective, double norm) {
    String what =
        Double.isFinite(objective)
            ? Words.of("diverged.gradient", number(norm))
            : Words.of("diverged.number", of.words());
    return what + " " + advice(s);
  }

  private static String advice(TrainingSettings s) {
    if (s.learningRate() > 2e-3) {
      return Words.of("advice.rate", number(s.learningRate()));
    }
    if (s.gradientClip() == 0 || s.gradientClip() > 10) {
      return Words.of("advice.clip", number(s.gradientClip()));
    }
    return Words.of("advice.floor", number(s.learningRate()), number(FLOOR));
  }

  private static String number(double value) {
    return NumberWords.format("%.3g", value);
  }
}
