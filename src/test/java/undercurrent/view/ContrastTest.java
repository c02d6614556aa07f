package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.ImportChoices;
import undercurrent.series.ImportPreview;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

/**
 * Every screen and dialog in both themes: all is seen well, no word is cut, all is on the screen.
 */
final class ContrastTest {
  private static final String TABLE =
      "date,measured flow,flow_sd,station\n2020-01-01,1.5,0.1,north\n2020-01-02,-999,0.1,north\n"
          + "2020-01-03,2.5,0.2,north\n2020-01-04,2.25,0.1,north\n2020-01-05,3,0.1,north\n";
  private final MainWindow window = TestWindows.open();
  private final List<String> found = new ArrayList<>();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  /** In the theme that is on, and in the other one, which stays on. */
  private void look(String screen) {
    Scene scene = window.scene();
    OffScreen.frames(scene, 3);
    words(screen, scene.getRoot());
    contrast(screen, scene);
    OffScreen.run(() -> window.controller().theme());
    OffScreen.frames(scene, 1);
    contrast(screen, scene);
  }

  private void contrast(String screen, Scene scene) {
    String theme = window.lab().preferences().darkProperty().get() ? " dark: " : " light: ";
    OffScreen.call(() -> ShownContrast.wrong(scene.getRoot()))
        .forEach(wrong -> found.add(screen + theme + wrong));
  }

  private void words(String screen, Parent root) {
    OffScreen.call(() -> ShownWords.wrong(root)).forEach(wrong -> found.add(screen + ": " + wrong));
  }

  private static Experiment experiment(String sample, Object... changes) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Recipe recipe = Recipe.of(set);
    for (int i = 0; i < changes.length; i += 2) {
      recipe = recipe.with((String) changes[i], changes[i + 1]);
    }
    return recipe.experiment(set);
  }

  private static Experiment small() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 4).with("epochs", 3).experiment(set);
  }

  private void nothing() {
    assertEquals(List.of(), found.stream().distinct().toList());
  }

  @Test
  void screensOfOtherKindsAndStates() {
    OffScreen.run(() -> window.lab().open(small()));
    look("untrained");
    TestWindows.train(window, experiment("nile", "kind", "level"));
    look("exact");
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("fit"));
    look("parameters");
    OffScreen.run(() -> window.lab().open(experiment("new-log-level", "kind", "nkf", "epochs", 1)));
    look("a kind with a long name");
    TestWindows.train(window, experiment("us-macro", "hiddenUnits", 4, "epochs", 2));
    look("many channels");
    OffScreen.run(
        () -> {
          window
              .lab()
              .troubleProperty()
              .set(Optional.of("tides.csv, row 12: 'n.a.' is no number."));
          window.controller().figures().controls().curves().choose("arithmetic");
          window.scene().getRoot().lookupAll(".titled-pane").stream()
              .map(TitledPane.class::cast)
              .forEach(pane -> pane.setExpanded(true));
        });
    // The arithmetic is found away from the screen.
    OffScreen.until(() -> window.controller().figures().arithmetic().shown().isPresent());
    look("trouble, arithmetic, more settings");
    TestWindows.train(window, small());
    OffScreen.run(
        () -> {
          var model = window.lab().knobs().modelProperty();
          model.set(model.get().with("hiddenUnits", 20));
          window.lab().replay().goTo(1);
        });
    OffScreen.until(() -> window.lab().replay().beliefsProperty().get().isPresent());
    look("restart, an earlier epoch");
    OffScreen.run(
        () -> {
          window.lab().undoKnobs();
          window.controller().present();
        });
    look("presentation");
    nothing();
  }

  /** A dialog as it is opened. */
  private void dialog(String name, Runnable open) {
    OffScreen.run(open);
    OffScreen.until(() -> TestWindows.dialogs(window).findAny().isPresent());
    DialogPane pane = OffScreen.call(() -> TestWindows.dialogs(window).findFirst().orElseThrow());
    OffScreen.frames(pane.getScene(), 2);
    words(name, pane);
    contrast(name, pane.getScene());
    OffScreen.run(
        () -> {
          double size = ((Label) pane.lookup(".label")).getFont().getSize();
          assertTrue(
              size >= 10 * window.lab().preferences().zoomProperty().get(), name + " has " + size);
          place(name, pane.getScene().getWindow());
          pane.getScene().getWindow().hide();
        });
  }

  private static void place(String name, Window dialog) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Rectangle2D at =
        new Rectangle2D(dialog.getX(), dialog.getY(), dialog.getWidth(), dialog.getHeight());
    assertTrue(screen.contains(at), name + " at " + at);
  }

  @Test
  void dialogsAreReadableAndOnTheScreen() {
    TestWindows.train(window, small());
    OffScreen.run(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(1280);
          stage.setHeight(800);
          // Part of a dialog in its middle would be beyond the right and the lower edge.
          Rectangle2D screen = Screen.getPrimary().getVisualBounds();
          stage.setX(screen.getMaxX() - 300);
          stage.setY(screen.getMaxY() - 200);
        });
    dialogs();
    OffScreen.run(
        () -> {
          window.lab().preferences().zoomProperty().set(2);
          window.controller().theme();
        });
    dialogs();
    nothing();
  }

  private void dialogs() {
    Window owner = window.scene().getWindow();
    MainController main = window.controller();
    ImportPreview preview = SeriesFiles.preview("weather.csv", TABLE, ImportChoices.AUTOMATIC);
    dialog("import", () -> new ImportDialog(owner, preview, c -> preview, c -> {}).show());
    dialog("shortcuts", main::help);
    dialog("help", main::helpOnKind);
    dialog("backtest", main::backtest);
    dialog("race", () -> RaceDialog.show(window.lab(), owner));
    dialog("error", () -> ErrorWindow.show(owner, Path.of("logs"), "It broke.", "U-1", "at a.b.c"));
    WindowEvent close = new WindowEvent(owner, WindowEvent.WINDOW_CLOSE_REQUEST);
    dialog("closing", () -> Event.fireEvent(owner, close));
  }
}
