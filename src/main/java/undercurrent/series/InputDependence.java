package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Refuses inputs whose effects cannot be told apart: each must differ from a sum of the others. */
final class InputDependence {
  /** What is left of an input, as a share of its length, when it is a sum of the others. */
  private static final double NOTHING = 1e-9;

  private final Draft draft;
  private final List<Column> before = new ArrayList<>();
  private final List<double[]> directions = new ArrayList<>();

  private InputDependence(Draft draft) {
    this.draft = draft;
  }

  /** Looks at all inputs in the order of the file. */
  static void check(Draft draft) {
    InputDependence dependence = new InputDependence(draft);
    for (Column column : draft.used(ColumnUse.INPUT)) dependence.add(column);
  }

  private void add(Column column) {
    double[] rest = centred(column.numbers());
    double length = Math.sqrt(dot(rest, rest));
    double[] plain = column.numbers();
    if (length <= NOTHING * Math.sqrt(dot(plain, plain))) {
      throw refused(
          column, "is the same at every row, so its effect cannot be told from the level");
    }
    List<String> others = new ArrayList<>();
    for (int i = 0; i < directions.size(); i++) {
      if (Math.abs(dot(centred(column.numbers()), directions.get(i))) > NOTHING * length) {
        others.add("'" + before.get(i).name() + "'");
      }
    }
    // Twice, so that what rounding leaves of the other directions is taken away too.
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : directions) subtract(rest, direction);
    }
    double left = Math.sqrt(dot(rest, rest));
    if (left <= NOTHING * length) {
      throw refused(
          column,
          "is %s %s plus a constant, so that their effects cannot be told apart"
              .formatted(
                  others.size() == 1 ? "a multiple of" : "a sum of multiples of",
                  String.join(", ", others)));
    }
    double size = left;
    before.add(column);
    directions.add(Arrays.stream(rest).map(x -> x / size).toArray());
  }

  private SeriesException refused(Column column, String what) {
    return SeriesException.in(
        draft.table().file(),
        "the input '%s' %s; leave it out (--column %s=ignore)"
            .formatted(column.name(), what, column.name()));
  }

  private static double[] centred(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElse(0);
    return Arrays.stream(numbers).map(x -> x - mean).toArray();
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
