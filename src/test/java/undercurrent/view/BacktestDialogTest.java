package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Backtest;
import undercurrent.experiment.Recipe;
import undercurrent.inference.HorizonScore;
import undercurrent.series.NumberWords;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.Workers;

/** Rolling-origin evaluation in the window gives the numbers of the command line. */
class BacktestDialogTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    OffScreen.run(
        () -> {
          for (Window one : List.copyOf(Window.getWindows())) {
            boolean isMine = one.getScene().lookup("#backtest-start") != null;
            if (isMine && one instanceof Stage stage) stage.close();
          }
        });
    TestWindows.close(window);
  }

  private static Node find(String id) {
    return OffScreen.call(
        () ->
            Window.getWindows().stream()
                .map(w -> w.getScene().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id)));
  }

  @Test
  void theTableHasTheNumbersOfTheEvaluation() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(nile).with("kind", "level");
    OffScreen.run(() -> window.lab().open(recipe.experiment(nile)));
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#backtest")).fire());
    Button start = (Button) find("backtest-start");
    TextField origins = (TextField) find("backtest-origins");
    TextField horizon = (TextField) find("backtest-horizon");
    OffScreen.run(
        () -> {
          origins.setText("many");
          start.fire();
        });
    assertTrue(((Label) find("backtest-said")).getText().contains("'many'"));
    OffScreen.run(
        () -> {
          origins.setText("3");
          horizon.setText("2");
          start.fire();
        });
    VBox table = (VBox) find("backtest-table");
    OffScreen.until(() -> !start.isDisabled() && !table.getChildren().isEmpty());
    List<String> cells = new ArrayList<>();
    OffScreen.run(
        () -> {
          GridPane grid = (GridPane) ((ScrollPane) table.getChildren().getFirst()).getContent();
          for (Node node : grid.getChildren()) {
            if (node instanceof Label label) cells.add(label.getText());
          }
        });
    Backtest.Result expected =
        new Backtest(recipe.experiment(nile), 3, 2, 1, true, 0.9).run(Workers.ALONE, done -> {});
    for (HorizonScore score : expected.scores()) {
      String number = NumberWords.of(score.rmse());
      assertTrue(cells.contains(number), score + " is not among " + cells);
    }
    assertEquals("Steps", cells.getFirst());
    assertTrue(cells.get(1).toLowerCase(Locale.ROOT).contains("model"), cells.toString());
  }
}
