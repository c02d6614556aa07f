package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1-2",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "-",
        "=",
        "-1-1",
        "-1e",
        "=HYPERLINK(\"http://x\",\"y\")",
        "+49 30 1234"
      })
  void whatASpreadsheetWouldRunIsText(String words) {
    assertEquals("'" + words, CsvText.of(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flow", "1=2", "a+b", "'=1", "−5"})
  void ordinaryWordsStay(String words) {
    assertEquals(words, CsvText.of(words));
  }

  @Test
  void aFigureWritesItsLegendAsText() {
    Mark line =
        new Mark.Line(
            "=cmd|' /C calc'!A0", Ink.BLUE, Mark.Stroke.SOLID, new double[] {1}, new double[] {-2});
    Figure figure =
        new Figure(
            "f", "f", Axis.of("x", ""), Axis.of("y", ""), java.util.List.of(line), 0, "words");
    String row = FigureCsv.csv(figure).lines().skip(1).findFirst().orElseThrow();
    assertEquals("1,line,'=cmd|' /C calc'!A0,1.0,-2.0,,,", row);
  }
}
