package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import undercurrent.figure.Axis;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.view.chart.FigureChart;

/** The dot of the cursor on a path lies where the axes of the newest figure put it. */
final class CursorPlaceTest {
  private static Figure path(double... x) {
    double[] times = {0, 1, 2};
    Mark path = new Mark.Path("mean", x, x, times, Axis.of("time", ""));
    return new Figure(
        "phase", "plane", Axis.of("x", ""), Axis.of("y", ""), List.of(path), 0, "A path.");
  }

  private static @Nullable Circle dot(Node node) {
    if (node instanceof Circle circle && circle.isVisible()) return circle;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        @Nullable Circle found = dot(child);
        if (found != null) return found;
      }
    }
    return null;
  }

  private static Point2D shown(Figure... figures) {
    OffScreen.start();
    Scene scene =
        OffScreen.call(
            () -> {
              Stage stage = new Stage();
              stage.setScene(new Scene(new FigureChart(), 600, 400));
              stage.show();
              return stage.getScene();
            });
    FigureChart chart = (FigureChart) scene.getRoot();
    for (Figure figure : figures) {
      OffScreen.run(
          () -> {
            chart.show(figure);
            chart.cursor().moveTo(OptionalDouble.of(1));
          });
      OffScreen.frames(scene, 3);
    }
    return OffScreen.call(
        () -> {
          Circle dot = Objects.requireNonNull(dot(chart));
          scene.getWindow().hide();
          return new Point2D(dot.getCenterX(), dot.getCenterY());
        });
  }

  @Test
  void aFigureWithOtherRangesTakesTheCursorAlong() {
    Figure near = path(0, 1, 2);
    Figure far = path(0, 1, 9);
    Point2D alone = shown(far);
    Point2D after = shown(near, far);
    assertEquals(alone.getX(), after.getX(), 0.5);
    assertEquals(alone.getY(), after.getY(), 0.5);
    assertNotEquals(shown(near).getX(), alone.getX(), 5);
  }
}
