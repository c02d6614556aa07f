package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureCsvTest {
  @Test
  void numbersComeBackAsTheyWere() {
    double[] x = {0, 1e-300, 3};
    double[] y = {0.1 + 0.2, Double.NaN, -1e17};
    List<NamedCsvRecord> rows =
        rows(
            figure(
                Axis.of("x", ""),
                new Mark.Line("a, \"line\"", Ink.BLUE, Mark.Stroke.SOLID, x, y),
                new Mark.Band("band", Ink.BLUE, x, y, x)));
    assertEquals(6, rows.size());
    for (int i = 0; i < 3; i++) {
      assertEquals("a, \"line\"", rows.get(i).getField("legend"));
      assertEquals(x[i], Double.parseDouble(rows.get(i).getField("x")));
      assertEquals(y[i], number(rows.get(i).getField("y")));
      assertEquals(y[i], number(rows.get(i + 3).getField("lower")));
      assertEquals(x[i], number(rows.get(i + 3).getField("upper")));
      assertEquals("", rows.get(i + 3).getField("y"));
    }
    assertEquals("1", rows.getFirst().getField("mark"));
    assertEquals("band", rows.getLast().getField("kind"));
  }

  @Test
  void datesAreWrittenAsDates() {
    Axis dates = new Axis("time", "", Axis.Kind.DATE, Double.NaN, Double.NaN);
    double[] x = {0, 0.25};
    List<NamedCsvRecord> rows =
        rows(figure(dates, new Mark.Points("p", Ink.DATA, Mark.Shape.DOT, x, x)));
    assertEquals("1970-01-01", rows.get(0).getField("x"));
    assertEquals("1970-01-01T06:00:00", rows.get(1).getField("x"));
  }

  @Test
  void textIsNeverTakenForAFormula() {
    double[] one = {1};
    List<Mark> marks = new ArrayList<>();
    for (String legend : List.of("=1+1", "+1", "-1", "@x", "\t=1")) {
      marks.add(new Mark.Line(legend, Ink.BLUE, Mark.Stroke.SOLID, one, one));
    }
    marks.add(new Mark.Rule("", "=cmd", 1, true));
    List<NamedCsvRecord> rows = rows(figure(Axis.of("x", ""), marks.toArray(Mark[]::new)));
    for (NamedCsvRecord row : rows) {
      assertTrue(row.getField("legend").startsWith("'"), row.toString());
    }
  }

  @Test
  void everyFigureHasARowForEachPoint() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              int expected =
                  figure.marks().stream()
                      .mapToInt(
                          mark ->
                              switch (mark) {
                                case Mark.Line m -> m.x().length;
                                case Mark.Band m -> m.x().length;
                                case Mark.Points m -> m.x().length;
                                case Mark.Path m -> m.x().length;
                                case Mark.Layer m -> m.x().length;
                                case Mark.Cells m -> m.rows().size() * m.columns().size();
                                case Mark.Roll m -> cells(m);
                                case Mark.Film m -> cells(m.frames());
                                case Mark.Rule _ -> 1;
                                case Mark.Span _ -> 2;
                                case Mark.Area _ -> 0;
                              })
                      .sum();
              assertEquals(expected, rows(figure).size(), name);
            });
  }

  /** Of shades all that is known, of bars what sounds. */
  private static int cells(Mark.Roll m) {
    double least = m.form() == Mark.Roll.Form.SHADES ? -1 : 0.5;
    return (int)
        Arrays.stream(m.shares()).flatMapToDouble(Arrays::stream).filter(s -> s > least).count();
  }

  /** Of frames all numbers that are known. */
  private static int cells(Frames frames) {
    return (int)
        frames.frames().stream()
            .flatMap(List::stream)
            .flatMapToDouble(frame -> Arrays.stream(frame.values()))
            .filter(value -> !Double.isNaN(value))
            .count();
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static Figure figure(Axis x, Mark... marks) {
    return new Figure("test", "Test", x, Axis.of("y", ""), List.of(marks), 0, "");
  }

  private static List<NamedCsvRecord> rows(Figure figure) {
    return CsvReader.builder().ofNamedCsvRecord(FigureCsv.csv(figure)).stream().toList();
  }
}
