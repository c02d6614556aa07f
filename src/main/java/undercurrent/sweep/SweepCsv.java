package undercurrent.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import undercurrent.figure.CsvText;
import undercurrent.report.CsvTable;
import undercurrent.series.Part;

/** A sweep as tables for spreadsheets. */
final class SweepCsv {
  private SweepCsv() {}

  /** One line a run: settings, seed, how it ended, the criterion of each part, seconds. */
  static String runs(SweepTable sweep) {
    List<String> header = new ArrayList<>(List.of("run", "seed"));
    sweep.grid().axes().forEach(axis -> header.add(axis.key()));
    header.addAll(List.of("status", "epochs", "criterion"));
    for (Part part : Part.values()) header.add(part.name().toLowerCase(Locale.ROOT));
    header.addAll(List.of("seconds", "message"));
    CsvTable table = new CsvTable(header);
    for (Outcome outcome : sweep.outcomes()) {
      Point point = outcome.point();
      List<String> line = new ArrayList<>();
      line.add(Integer.toString(point.number()));
      line.add(Long.toString(point.seed()));
      line.addAll(point.settings().values().stream().map(CsvText::of).toList());
      line.add(outcome.status().name().toLowerCase(Locale.ROOT));
      line.add(Integer.toString(outcome.epochs()));
      line.add(outcome.criterion().id());
      for (Part part : Part.values()) line.add(CsvTable.cell(outcome.value(part)));
      line.add(CsvTable.cell(sweep.seconds().getOrDefault(point.number(), Double.NaN)));
      line.add(CsvText.of(outcome.message()));
      table.add(line);
    }
    return table.text();
  }

  /** One line a combination, best first: settings, seeds, mean and spread. */
  static String summary(SweepTable sweep) {
    List<String> header = new ArrayList<>();
    sweep.grid().axes().forEach(axis -> header.add(axis.key()));
    header.addAll(List.of("trained", "of", "mean", "spread"));
    CsvTable table = new CsvTable(header);
    for (SweepTable.Row row : sweep.rows()) {
      List<String> line =
          new ArrayList<>(row.settings().values().stream().map(CsvText::of).toList());
      line.add(Integer.toString(row.trained()));
      line.add(Integer.toString(row.of()));
      line.add(CsvTable.cell(row.mean()));
      line.add(CsvTable.cell(row.spread()));
      table.add(line);
    }
    return table.text();
  }
}
