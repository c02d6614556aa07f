package undercurrent.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import undercurrent.figure.CsvText;
import undercurrent.series.Part;

/**
 * The runs of a sweep as a table, and what came of each combination of settings over its seeds.
 *
 * @param outcomes in their order
 * @param seconds that runs took, by their numbers
 */
public record SweepTable(Grid grid, List<Outcome> outcomes, Map<Integer, Double> seconds) {
  /**
   * A combination of settings.
   *
   * @param trained seeds that were trained to the end
   * @param mean of the measure over them
   * @param spread its standard deviation with n − 1; NaN for one seed
   */
  public record Row(
      Map<String, String> settings, int trained, int of, double mean, double spread) {}

  public SweepTable {
    outcomes = List.copyOf(outcomes);
    seconds = Map.copyOf(seconds);
  }

  /** The part that runs are compared by: the validation part, or without one what there is. */
  public Part measured() {
    for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
      if (outcomes.stream().anyMatch(o -> Double.isFinite(o.value(part)))) return part;
    }
    return Part.TRAINING;
  }

  /**
   * Whether all kinds of the sweep are trained on the same criterion, so that their numbers can be
   * compared.
   */
  public boolean isComparable() {
    return outcomes.stream().map(Outcome::criterion).distinct().count() <= 1;
  }

  /** Whether every combination has a number. */
  boolean isComplete() {
    List<Row> rows = rows();
    return rows.size() == grid.combinations()
        && rows.stream().allMatch(row -> Double.isFinite(row.mean()));
  }

  private static boolean isTrained(Outcome outcome) {
    return outcome.status() == Outcome.Status.TRAINED;
  }

  /** The best run that was trained to its end; nothing before there is one. */
  public Optional<Outcome> best() {
    Part part = measured();
    return outcomes.stream()
        .filter(o -> isTrained(o) && Double.isFinite(o.value(part)))
        .max(Comparator.comparingDouble(o -> o.criterion().reported(o.value(part))));
  }

  /** The combinations, best first; those without a number last. */
  public List<Row> rows() {
    Part part = measured();
    Map<Integer, List<Outcome>> groups = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      groups
          .computeIfAbsent((outcome.point().number() - 1) / grid.seeds(), k -> new ArrayList<>())
          .add(outcome);
    }
    boolean isHigherBetter = outcomes.isEmpty() || outcomes.getFirst().criterion().isHigherBetter();
    Comparator<Row> order = Comparator.comparingDouble(r -> isHigherBetter ? -r.mean() : r.mean());
    return groups.values().stream().map(group -> row(group, part)).sorted(order).toList();
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

  /** One line a run: settings, seed, how it ended, the criterion of each part, seconds. */
  public String runs() {
    List<String> header = new ArrayList<>(List.of("run", "seed"));
    grid.axes().forEach(axis -> header.add(axis.key()));
    header.addAll(List.of("status", "epochs", "criterion"));
    for (Part part : Part.values()) header.add(part.name().toLowerCase(Locale.ROOT));
    header.addAll(List.of("seconds", "message"));
    StringWriter text = new StringWriter();
    CsvWriter csv = csv(text);
    csv.writeRecord(header);
    for (Outcome outcome : outcomes) {
      Point point = outcome.point();
      List<String> line = new ArrayList<>();
      line.add(Integer.toString(point.number()));
      line.add(Long.toString(point.seed()));
      line.addAll(point.settings().values().stream().map(CsvText::of).toList());
      line.add(outcome.status().name().toLowerCase(Locale.ROOT));
      line.add(Integer.toString(outcome.epochs()));
      line.add(outcome.criterion().words());
      for (Part part : Part.values()) line.add(cell(outcome.value(part)));
      line.add(cell(seconds.getOrDefault(point.number(), Double.NaN)));
      line.add(CsvText.of(outcome.message()));
      csv.writeRecord(line);
    }
    return text.toString();
  }

  /** One line a combination, best first: settings, seeds, mean and spread. */
  public String summary() {
    List<String> header = new ArrayList<>();
    grid.axes().forEach(axis -> header.add(axis.key()));
    header.addAll(List.of("trained", "of", "mean", "spread"));
    StringWriter text = new StringWriter();
    CsvWriter csv = csv(text);
    csv.writeRecord(header);
    for (Row row : rows()) {
      List<String> line =
          new ArrayList<>(row.settings().values().stream().map(CsvText::of).toList());
      line.add(Integer.toString(row.trained()));
      line.add(Integer.toString(row.of()));
      line.add(cell(row.mean()));
      line.add(cell(row.spread()));
      csv.writeRecord(line);
    }
    return text.toString();
  }

  private static CsvWriter csv(StringWriter text) {
    return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
