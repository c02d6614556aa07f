package undercurrent.figure;

/** Which of some values is nearest to a wanted one. */
public final class Nearest {
  private Nearest() {}

  /** Its index, the first of several that are as near; −1 when none is finite. */
  public static int index(double[] values, double wanted) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      double distance = Math.abs(values[i] - wanted);
      if (!(distance < least)) continue;
      best = i;
      least = distance;
    }
    return best;
  }
}
