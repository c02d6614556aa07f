package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import undercurrent.figure.CursorValues.Value;

final class CursorValuesTest {
  private static final Axis TIME = new Axis("t", "", Axis.Kind.TIME, Double.NaN, Double.NaN);
  private static final Axis Y = Axis.of("flow", "m³");

  private static Figure figure(Mark... marks) {
    return new Figure("observed", "flow", TIME, Y, List.of(marks), 0, "");
  }

  private static final double[] X = {1, 2, 4, 5};

  private static final Figure FLOW =
      figure(
          new Mark.Band(
              "90 % band of the flow, given x", Ink.BLUE, X, X, new double[] {2, 3, 5, 6}),
          new Mark.Line("sample path", Ink.BLUE, Mark.Stroke.FAINT, X, X),
          new Mark.Line("", Ink.BLUE, Mark.Stroke.SOLID, X, X),
          new Mark.Line(
              "filtered mean", Ink.BLUE, Mark.Stroke.SOLID, X, new double[] {10, 20, 40, 50}),
          new Mark.Points(
              "observed",
              Ink.BLUE,
              Mark.Shape.DOT,
              X,
              new double[] {1.25, Double.NaN, 1.75, 2.125}));

  @Test
  void theNumbersAreThoseOfTheNearestPointOfEachMark() {
    assertEquals(
        new CursorValues(
            "t 4",
            List.of(
                new Value("90 % band of the flow", "4 … 5"),
                new Value("filtered mean", "40"),
                new Value("observed", "1.75"))),
        CursorValues.at(FLOW, 3.8));
  }

  @Test
  void aValueThatIsMissingIsNotShown() {
    assertEquals(
        List.of("90 % band of the flow", "filtered mean"),
        CursorValues.at(FLOW, 2).values().stream().map(Value::name).toList());
  }

  @Test
  void aMarkThatEndsElsewhereHasNoNumberHere() {
    double[] later = {8, 9, 10};
    Figure both =
        figure(
            new Mark.Line("filtered mean", Ink.BLUE, Mark.Stroke.SOLID, X, X),
            new Mark.Line("forecast mean", Ink.ORANGE, Mark.Stroke.SOLID, later, later));
    assertEquals(List.of(new Value("forecast mean", "9")), CursorValues.at(both, 9.2).values());
    assertEquals(List.of(new Value("filtered mean", "5")), CursorValues.at(both, 5).values());
  }

  @Test
  void onAPathTheParameterSaysWhere() {
    Figure plane =
        new Figure(
            "phase",
            "plane",
            Axis.of("z₁", ""),
            Axis.of("z₂", ""),
            List.of(new Mark.Path("path", X, new double[] {9, 8, 7, 6}, X, TIME)),
            0,
            "");
    assertEquals(
        new CursorValues("t 4", List.of(new Value("z₁", "4"), new Value("z₂", "7"))),
        CursorValues.at(plane, 4.4));
  }

  @Test
  void theCursorMovesFromPointToPointAndStopsAtTheEnds() {
    OptionalDouble none = OptionalDouble.empty();
    assertEquals(OptionalDouble.of(1), CursorValues.move(FLOW, none, 1));
    assertEquals(OptionalDouble.of(5), CursorValues.move(FLOW, none, -1));
    assertEquals(OptionalDouble.of(4), CursorValues.move(FLOW, OptionalDouble.of(2), 1));
    assertEquals(OptionalDouble.of(2), CursorValues.move(FLOW, OptionalDouble.of(4.2), -1));
    assertEquals(OptionalDouble.of(5), CursorValues.move(FLOW, OptionalDouble.of(4), 10));
    assertEquals(none, CursorValues.move(figure(), none, 1));
  }
}
