package undercurrent.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import undercurrent.figure.CsvText;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.output.WholeFile;
import undercurrent.series.DecimalSign;
import undercurrent.series.NumberWords;
import undercurrent.series.OwnTable;
import undercurrent.series.SeriesSet;

/**
 * The table of a file with its gaps filled: the same columns, cells and rows, in which an observed
 * channel without a value has the median of the smoothed estimate. Rows that are missing from the
 * calendar stand in their places. Beside it are the band of what was filled and where that is.
 */
final class FilledTable {
  private static final String NAME = "filled.csv";
  private final OwnTable own;
  private final SeriesSet set;
  private final int[] channels;
  private final LongitudeRange longitudes;
  private final Map<Integer, Estimate> smoothed;
  private int filled;
  private int open;

  FilledTable(OwnTable own, SeriesSet set, List<Estimate> smoothed) {
    this.own = own;
    this.set = set;
    this.channels = set.observedChannels();
    this.longitudes = new LongitudeRange(set);
    this.smoothed =
        smoothed.stream()
            .collect(Collectors.toMap(Estimate::series, Function.identity(), (a, b) -> a));
  }

  /** Writes the table to a folder, and gives a sentence that says so. */
  String write(Path folder) throws IOException {
    char separator = own.separator().orElse(own.decimalSign() == DecimalSign.COMMA ? ';' : ',');
    WholeFile.write(
        folder.resolve(NAME),
        out -> {
          filled = 0;
          open = 0;
          try (CsvWriter csv =
              CsvWriter.builder()
                  .fieldSeparator(separator)
                  .lineDelimiter(LineDelimiter.LF)
                  .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(header());
            if (!own.units().isEmpty()) csv.writeRecord(units());
            for (OwnTable.Row row : own.rows()) csv.writeRecord(cells(row));
          }
        });
    long added = own.rows().stream().filter(OwnTable.Row::isAdded).count();
    boolean isFiltered =
        smoothed.values().stream().anyMatch(e -> e.conditioning() == Conditioning.FILTERED);
    return Words.of(
        (isFiltered ? "filledTable.filtered" : "filledTable.smoothed")
            + (added > 0 ? ".added" : ".cells")
            + (open > 0 ? ".open" : ".whole"),
        NAME,
        NumberWords.count(filled, "cell"),
        NumberWords.count(added, "row"),
        NumberWords.count(open, "cell"));
  }

  private List<String> header() {
    List<String> names = new ArrayList<>(own.names());
    for (int channel : channels) {
      String name = CsvText.of(set.channels().get(channel).name());
      for (String ending : List.of("_lower", "_upper", "_filled"))
        names.add(free(names, name + ending));
    }
    names.add(free(names, "row_added"));
    return names;
  }

  /** A name that no column has yet. */
  private static String free(List<String> taken, String wanted) {
    String name = wanted;
    for (int n = 2; taken.contains(name); n++) name = wanted + " (" + n + ")";
    return name;
  }

  private List<String> units() {
    List<String> units = new ArrayList<>(own.units());
    for (int channel : channels) {
      String unit = own.units().get(own.column(channel));
      units.addAll(List.of(unit, unit, ""));
    }
    units.add("");
    return units;
  }

  private List<String> cells(OwnTable.Row row) {
    List<String> cells = new ArrayList<>(row.cells());
    for (int d = 0; d < channels.length; d++) {
      String[] numbers = numbers(row, d);
      boolean isFilled = !numbers[0].isEmpty();
      if (isFilled) cells.set(own.column(channels[d]), numbers[0]);
      cells.addAll(Arrays.asList(numbers[1], numbers[2], isFilled ? "1" : "0"));
    }
    cells.add(row.isAdded() ? "1" : "0");
    return cells;
  }

  /** Median, lower and upper of a cell without a value; empty where there is nothing to fill. */
  private String[] numbers(OwnTable.Row row, int d) {
    String[] nothing = {"", "", ""};
    if (row.series() < 0) return nothing;
    if (!Double.isNaN(set.series().get(row.series()).value(row.step(), channels[d]))) {
      return nothing;
    }
    Estimate estimate = smoothed.get(row.series());
    int n = estimate == null ? -1 : row.step() - estimate.from();
    if (estimate == null || n < 0 || n >= estimate.length()) {
      open++;
      return nothing;
    }
    double median = estimate.observation().median().at(n, d);
    if (!Double.isFinite(median)) {
      open++;
      return nothing;
    }
    filled++;
    return new String[] {
      number(d, median, median),
      number(d, median, estimate.observation().lower().at(n, d)),
      number(d, median, estimate.observation().upper().at(n, d))
    };
  }

  private String number(int d, double median, double value) {
    double turned = longitudes.turned(channels[d], median, value);
    return Double.isFinite(turned) ? own.number(channels[d], turned) : "";
  }
}
