package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.report.JsonText;

final class FilledTableTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  @TempDir private Path folder = Path.of("");

  private List<List<String>> filled(Path file, char separator, Object... more) throws IOException {
    Path out = folder.resolve("out");
    List<Object> arguments = new ArrayList<>(List.of("train", file, "--out", out, "--fill"));
    arguments.addAll(List.of(more));
    Spoken said = Spoken.of(arguments.toArray());
    assertEquals(0, said.exit(), said.err());
    assertTrue(said.out().contains("'filled.csv' is the table with"), said.out());
    return rows(out.resolve("filled.csv"), separator);
  }

  private static List<List<String>> rows(Path file, char separator) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
      return csv.stream().map(CsvRecord::getFields).toList();
    }
  }

  /** The smoothed rows of estimates.csv by series and time. */
  private Map<String, CsvRecord> smoothed() throws IOException {
    Map<String, CsvRecord> rows = new HashMap<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(folder.resolve("out/estimates.csv"))) {
      csv.stream()
          .filter(r -> r.getField(7).equals("smoothed"))
          .forEach(r -> rows.put(r.getField(0) + " " + r.getField(1), r));
    }
    return rows;
  }

  @Test
  void emptyCellsHaveTheSmoothedMedianAndItsBand() throws IOException {
    Path file = CASES.resolve("holes_cells_empty.csv");
    List<List<String>> own = rows(file, ',');
    List<List<String>> rows = filled(file, ',', "--set", "kind=seasonal");
    assertEquals(
        List.of("month", "y", "y_lower", "y_upper", "y_filled", "row_added"), rows.getFirst());
    assertEquals(own.size(), rows.size());
    Map<String, CsvRecord> smoothed = smoothed();
    int count = 0;
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      assertEquals(own.get(i).getFirst(), row.getFirst());
      assertEquals("0", row.get(5));
      if (!own.get(i).get(1).isEmpty()) {
        assertEquals(own.get(i).get(1), row.get(1));
        assertEquals(List.of("", "", "0"), row.subList(2, 5));
        continue;
      }
      count++;
      CsvRecord estimate =
          Objects.requireNonNull(
              smoothed.get("holes_cells_empty " + row.getFirst() + "-01T00:00:00Z"));
      assertEquals(estimate.getField(9), row.get(1));
      assertEquals(estimate.getField(5), row.get(2));
      assertEquals(estimate.getField(6), row.get(3));
      assertEquals("1", row.get(4));
    }
    assertEquals(8, count);
  }

  @Test
  void rowsThatTheTableLacksStandInTheirPlaces() throws IOException {
    List<List<String>> empty =
        filled(CASES.resolve("holes_cells_empty.csv"), ',', "--set", "kind=level");
    List<List<String>> dropped =
        filled(CASES.resolve("holes_rows_dropped.csv"), ',', "--set", "kind=level");
    assertEquals(empty.size(), dropped.size());
    for (int i = 1; i < empty.size(); i++) {
      assertEquals(empty.get(i).subList(0, 5), dropped.get(i).subList(0, 5));
      assertEquals(dropped.get(i).get(4), dropped.get(i).get(5));
    }
  }

  @Test
  void seriesTextColumnsAndTheWayNumbersAreWrittenAreKept() throws IOException {
    StringBuilder text = new StringBuilder("Tag;Station;Bemerkung;Pegel (m);Wind\n");
    for (int day = 1; day <= 28; day++) {
      for (String station : List.of("A 1", "B 2")) {
        // Both stations lack the 9th; one of them has no value on the 20th.
        if (day == 9) continue;
        boolean isOpen = day == 20 && station.startsWith("B");
        String level = day % 7 + ("A 1".equals(station) ? 1 : 3) + ",50";
        text.append(day).append(".2.2021;").append(station).append(";");
        text.append(day == 3 ? "\"frei; gut\"" : "ok").append(';');
        text.append(isOpen ? "k.A." : level).append(";1").append(day % 3).append(",0\n");
      }
    }
    Path file = folder.resolve("pegel.csv");
    Files.writeString(file, text.toString().replace("k.A.", "n/a"));
    List<List<String>> own = rows(file, ';');
    List<List<String>> rows =
        filled(file, ';', "--set", "kind=level", "--column", "Station=series", "--split", "none");
    assertEquals(
        List.of(
            "Tag",
            "Station",
            "Bemerkung",
            "Pegel (m)",
            "Wind",
            "Pegel_lower",
            "Pegel_upper",
            "Pegel_filled",
            "Wind_lower",
            "Wind_upper",
            "Wind_filled",
            "row_added"),
        rows.getFirst());
    List<List<String>> added = rows.stream().filter(r -> r.getLast().equals("1")).toList();
    assertEquals(2, added.size());
    assertEquals(List.of("9.2.2021", "A 1", ""), added.get(0).subList(0, 3));
    assertEquals(List.of("9.2.2021", "B 2", ""), added.get(1).subList(0, 3));
    assertTrue(added.getFirst().get(3).matches("\\d+,\\d+"), added.toString());
    List<List<String>> kept = rows.stream().skip(1).filter(r -> r.getLast().equals("0")).toList();
    int filledCells = 0;
    for (int i = 0; i < kept.size(); i++) {
      List<String> before = own.get(i + 1);
      List<String> row = kept.get(i);
      if (before.get(3).equals("n/a")) {
        assertEquals("1", row.get(7));
        assertEquals("0", row.get(10));
        assertEquals("20.2.2021", row.getFirst());
        filledCells++;
        continue;
      }
      assertEquals(before, row.subList(0, 5));
    }
    assertEquals(1, filledCells);
    Spoken again = Spoken.of("inspect", folder.resolve("out/filled.csv"), "--json");
    assertEquals(0, again.exit(), again.err());
  }

  @Test
  void anotherFileIsFilledByATrainedModel() throws IOException {
    filled(CASES.resolve("holes_cells_empty.csv"), ',', "--set", "kind=level");
    Path experiment = folder.resolve("out/experiment.undercurrent");
    Path out = folder.resolve("asked");
    Spoken said =
        Spoken.of(
            "infer",
            experiment,
            CASES.resolve("holes_rows_dropped.csv"),
            "--kind",
            "forecast",
            "--fill",
            "--out",
            out,
            "--json");
    assertEquals(0, said.exit(), said.err());
    assertTrue(said.out().contains("8 cells filled by the median and 8 rows added"), said.out());
    assertTrue(said.out().contains("8 rows are missing from the months"), said.out());
    assertEquals(121, rows(out.resolve("filled.csv"), ',').size());
    Spoken refused = Spoken.of("infer", experiment, "--kind", "smoothed", "--fill", "--out", out);
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("is no table whose gaps can be filled"), refused.err());
  }

  @Test
  void trainingTellsTheNotesOfTheReader() throws IOException {
    Path out = folder.resolve("out");
    Path file = CASES.resolve("holes_rows_dropped.csv");
    Spoken said = Spoken.of("train", file, "--set", "kind=level", "--out", out);
    assertTrue(said.out().contains("Note: 8 rows are missing from the months"), said.out());
    assertFalse(Files.exists(out.resolve("filled.csv")));
    List<String> notes = new ArrayList<>();
    JsonText.JSON
        .readTree(Files.readString(out.resolve("scores.json")))
        .path("readerNotes")
        .forEach(note -> notes.add(note.asString()));
    assertTrue(
        notes.stream().anyMatch(n -> n.startsWith("8 rows are missing from the months")),
        notes.toString());
  }
}
