package undercurrent.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import undercurrent.series.Part;
import undercurrent.training.Criterion;

/** The runs of a sweep, and what came of each combination of settings over its seeds. */
public final class SweepTable {
  /**
   * A combination of settings.
   *
   * @param trained seeds that were trained to the end
   * @param mean of the measure over them
   * @param spread its standard deviation with n − 1; NaN for one seed
   */
  public record Row(
      Map<String, String> settings, int trained, int of, double mean, double spread) {}

  private final Grid grid;
  private final List<Outcome> outcomes;
  private final Map<Integer, Double> seconds;
  private final Part measured;
  private final Set<Criterion> criteria;
  private final List<Row> inOrder;

  /**
   * Of what is done so far.
   *
   * @param outcomes in their order
   * @param seconds that runs took, by their numbers, as far as they are known
   */
  public SweepTable(Grid grid, List<Outcome> outcomes, Map<Integer, Double> seconds) {
    this.grid = grid;
    this.outcomes = List.copyOf(outcomes);
    this.seconds = Map.copyOf(seconds);
    measured = measured(outcomes);
    criteria =
        outcomes.stream()
            .filter(this::hasNumber)
            .map(Outcome::criterion)
            .collect(Collectors.toUnmodifiableSet());
    Map<Integer, List<Outcome>> groups = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      groups
          .computeIfAbsent((outcome.point().number() - 1) / grid.seeds(), k -> new ArrayList<>())
          .add(outcome);
    }
    inOrder = groups.values().stream().map(group -> row(group, measured)).toList();
  }

  private static Part measured(List<Outcome> outcomes) {
    for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
      if (outcomes.stream().anyMatch(o -> Double.isFinite(o.value(part)))) return part;
    }
    return Part.TRAINING;
  }

  private static Row row(List<Outcome> group, Part part) {
    double[] values =
        group.stream()
            .filter(SweepTable::isTrained)
            .mapToDouble(o -> o.value(part))
            .filter(Double::isFinite)
            .toArray();
    double sum = 0;
    for (double value : values) sum += value;
    double mean = values.length == 0 ? Double.NaN : sum / values.length;
    double squares = 0;
    for (double value : values) squares += (value - mean) * (value - mean);
    double spread = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    return new Row(group.getFirst().point().settings(), values.length, group.size(), mean, spread);
  }

  private static boolean isTrained(Outcome outcome) {
    return outcome.status() == Outcome.Status.TRAINED;
  }

  public Grid grid() {
    return grid;
  }

  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** Seconds that runs took, by their numbers. */
  public Map<Integer, Double> seconds() {
    return seconds;
  }

  /** The part that runs are compared by: the validation part, or without one what there is. */
  public Part measured() {
    return measured;
  }

  /**
   * What all runs that have a number are trained on; nothing where no run has one, and where there
   * are several criteria, whose numbers cannot be compared.
   */
  public Optional<Criterion> criterion() {
    return criteria.size() == 1 ? criteria.stream().findFirst() : Optional.empty();
  }

  /** Whether there are runs with numbers that cannot be compared. */
  boolean isIncomparable() {
    return criteria.size() > 1;
  }

  private boolean hasNumber(Outcome outcome) {
    return isTrained(outcome) && Double.isFinite(outcome.value(measured));
  }

  /** Whether every combination has a number. */
  boolean isComplete() {
    return inOrder.size() == grid.combinations()
        && inOrder.stream().allMatch(row -> Double.isFinite(row.mean()));
  }

  /** The best run that was trained to its end; nothing before there is one that can be compared. */
  public Optional<Outcome> best() {
    if (isIncomparable()) return Optional.empty();
    return outcomes.stream()
        .filter(this::hasNumber)
        .max(Comparator.comparingDouble(o -> o.criterion().reported(o.value(measured))));
  }

  /** The combinations in the order of the grid. */
  List<Row> inOrder() {
    return inOrder;
  }

  /**
   * The combinations, best first; those without a number last. Those that cannot be compared stand
   * in the order of the grid.
   */
  public List<Row> rows() {
    if (criterion().isEmpty()) return inOrder;
    boolean isHigherBetter = criterion().get().isHigherBetter();
    Comparator<Row> order = Comparator.comparingDouble(r -> isHigherBetter ? -r.mean() : r.mean());
    return inOrder.stream().sorted(order).toList();
  }
}
