package undercurrent.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;
import undercurrent.view.chart.ChartFonts;

/** The window with all that belongs to it. */
final class MainWindow {
  /** At the first start, in pixels. */
  static final double WIDTH = 1280;

  static final double HEIGHT = 800;

  private final Lab lab;
  private final MainController controller;
  private final Scene scene;

  /** Fills a stage, and shows it not yet; keeps nothing beside. */
  MainWindow(Stage stage) {
    this(stage, Optional.empty());
  }

  /**
   * The same.
   *
   * @param recoveries the folder where what is unsaved is kept beside
   */
  MainWindow(Stage stage, Optional<Path> recoveries) {
    lab = new Lab(recoveries);
    controller = new MainController(lab);
    ChartFonts.load();
    Themes.apply(lab.darkProperty().get());
    scene = new Scene(load(), WIDTH, HEIGHT);
    scene.getStylesheets().add(resource("app.css").toExternalForm());
    Shortcuts.install(scene, controller, lab, stage);
    Files files = controller.files();
    new Closing(stage, lab, files, files::chooseWhereToSave).listen();
    stage.setTitle(Words.of("app.title"));
    lab.openedProperty().addListener((o, before, now) -> name(stage));
    lab.unsaved().fileProperty().addListener((o, before, now) -> name(stage));
    stage.setScene(scene);
    stage.setMinWidth(960);
    stage.setMinHeight(620);
  }

  /** The title is that of the document, or of the data where there is none. */
  private void name(Stage stage) {
    Optional<String> data = lab.experiment().map(e -> Visible.name(e.data().name()));
    Optional<Path> file = lab.unsaved().fileProperty().get();
    file.map(f -> Visible.name(String.valueOf(f.getFileName())))
        .or(() -> data)
        .ifPresent(name -> stage.setTitle(Words.of("app.titleOf", name)));
  }

  private Parent load() {
    FXMLLoader loader = new FXMLLoader(resource("main.fxml"), Words.BUNDLE);
    loader.setControllerFactory(type -> controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(MainWindow.class.getResource(name), name);
  }

  /** The first screen: the sine sample, ready to play. */
  void openFirst() {
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    Experiment experiment = Recipe.of(set).experiment(set);
    lab.open(experiment);
  }

  Lab lab() {
    return lab;
  }

  MainController controller() {
    return controller;
  }

  Scene scene() {
    return scene;
  }
}
