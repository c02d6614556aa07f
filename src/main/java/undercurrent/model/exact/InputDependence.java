package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds inputs whose effects cannot be told apart: each must differ from a sum of multiples of
 * those before it and a constant.
 */
final class InputDependence {
  /** What is left of an input, as a share of its length, when it is such a sum. */
  private static final double NOTHING = 1e-9;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> directions = new ArrayList<>();

  /**
   * Takes one more input.
   *
   * @param values where it is learned from; they change somewhere
   * @throws IllegalArgumentException when it depends on those before
   */
  void add(String name, double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] rest = Arrays.stream(values).map(x -> x - mean).toArray();
    double length = Math.sqrt(dot(rest, rest));
    List<String> others = new ArrayList<>();
    for (int i = 0; i < directions.size(); i++) {
      if (Math.abs(dot(rest, directions.get(i))) <= NOTHING * length) continue;
      others.add("'" + names.get(i) + "'");
    }
    // Twice, so that what rounding leaves of the other directions is taken away too.
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : directions) subtract(rest, direction);
    }
    double left = Math.sqrt(dot(rest, rest));
    if (left <= NOTHING * length) {
      throw new IllegalArgumentException(
          ("The input '%s' is %s %s plus a constant in the training part, so their effects cannot"
                  + " be told apart; leave it out (--column %s=ignore).")
              .formatted(
                  name,
                  others.size() == 1 ? "a multiple of" : "a sum of multiples of",
                  String.join(", ", others),
                  name));
    }
    names.add(name);
    directions.add(Arrays.stream(rest).map(x -> x / left).toArray());
  }

  private static void subtract(double[] from, double[] direction) {
    double share = dot(from, direction);
    for (int i = 0; i < from.length; i++) from[i] -= share * direction[i];
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }
}
