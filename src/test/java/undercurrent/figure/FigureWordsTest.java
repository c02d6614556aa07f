package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureWordsTest {
  @Test
  void wordsNameTitleAxesAndRangesOfTheMarks() {
    double[] x = {0, 31};
    double[] y = {-1.23456, Double.NaN};
    Figure figure =
        new Figure(
            "test",
            "A test",
            new Axis("time", "", Axis.Kind.DATE, Double.NaN, Double.NaN),
            Axis.of("level", "m"),
            List.of(
                new Mark.Line("smoothed mean", Ink.BLUE, Mark.Stroke.SOLID, x, y),
                new Mark.Band("band", Ink.BLUE, x, new double[] {-2, 0}, new double[] {1, 4}),
                new Mark.Points(
                    "nothing", Ink.DATA, Mark.Shape.DOT, x, new double[] {Double.NaN, Double.NaN}),
                new Mark.Rule("", "forecast begins", 15, true)),
            0,
            "The level over time.");
    assertEquals(
        """
        A test.
        The level over time.
        Across: time. Upwards: level (m).
        smoothed mean: 1 Jan 1970 to 1 Jan 1970 across, −1.235 to −1.235 upwards.
        band: 1 Jan 1970 to 1 Feb 1970 across, −2 to 4 upwards.
        nothing: nothing to show.
        forecast begins at 16 Jan 1970.
        """,
        FigureWords.words(figure));
  }

  @Test
  void noFigureSpeaksOfNaN() {
    FigureExamples.all()
        .forEach((name, figure) -> assertFalse(FigureWords.words(figure).contains("NaN"), name));
  }
}
