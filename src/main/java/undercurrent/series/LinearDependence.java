package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds columns that are a sum of multiples of those before them plus a constant, by
 * orthogonalisation of one after the other.
 */
public final class LinearDependence {
  /** What is left of a column, as a share of its length, when it is such a sum. */
  private static final double NOTHING = 1e-9;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> directions = new ArrayList<>();

  /**
   * A column that depends on others.
   *
   * @param words such as "a multiple of 'a'"
   */
  public record Found(String name, String words) {}

  /** Takes one more column; true when it depends on those before. Constant ones are passed by. */
  public Optional<Found> add(String name, double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] rest = Arrays.stream(values).map(x -> x - mean).toArray();
    double length = Math.sqrt(dot(rest, rest));
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    if (length <= 1e-12 * size * Math.sqrt(values.length)) return Optional.empty();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < directions.size(); i++) {
      if (Math.abs(dot(rest, directions.get(i))) <= NOTHING * length) continue;
      others.add(names.get(i));
    }
    // Twice, so that what rounding leaves of the other directions is taken away too.
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : directions) subtract(rest, direction);
    }
    double left = Math.sqrt(dot(rest, rest));
    if (left <= NOTHING * length) {
      return Optional.of(
          new Found(
              name,
              SeriesWords.of(
                  others.size() == 1 ? "linearDependence.multiple" : "linearDependence.sum",
                  others.stream().map(SeriesWords::quoted).collect(Collectors.joining(", ")))));
    }
    names.add(name);
    directions.add(Arrays.stream(rest).map(x -> x / left).toArray());
    return Optional.empty();
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
