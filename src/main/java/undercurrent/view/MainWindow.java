package undercurrent.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.TrainedSamples;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;
import undercurrent.text.Visible;
import undercurrent.view.chart.ChartFonts;

/** The window with all that belongs to it. */
final class MainWindow {
  /** At the first start, in pixels. */
  static final double WIDTH = 1280;

  static final double HEIGHT = 800;

  private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

  /** The sample of the first screen. */
  private static final String FIRST = "sine";

  /** The part of the series after which the line of the cursor rests. */
  private static final double POINTED_SHARE = 0.22;

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
    Themes.apply(lab.preferences().darkProperty().get());
    scene = new Scene(load(), WIDTH, HEIGHT);
    scene.getStylesheets().add(resource("app.css").toExternalForm());
    Shortcuts.install(scene, controller, lab, stage);
    Files files = controller.files();
    new Closing(stage, lab, controller.unsaved(files::chooseWhereToSave)).listen();
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
    FXMLLoader loader = new FXMLLoader(resource("main.fxml"), Words.all());
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

  /**
   * The first screen: the sine sample, trained, with a hint at what can be done. It is read away
   * from the screen's thread; what has been opened meanwhile stays.
   */
  void openFirst() {
    Sample sine = Samples.find(FIRST).orElseThrow();
    var unused =
        Background.call(() -> TrainedSamples.open(sine))
            .whenComplete((trained, e) -> Platform.runLater(() -> openFirst(sine, trained, e)));
  }

  private void openFirst(Sample sine, @Nullable Experiment trained, @Nullable Throwable error) {
    if (lab.experiment().isPresent()) return;
    // A message that is shown already, such as that a file could not be opened, stays.
    Optional<String> trouble = lab.troubleProperty().get();
    if (trained == null) {
      LOG.log(System.Logger.Level.WARNING, "The trained sample could not be opened.", error);
      SeriesSet set = sine.open();
      lab.open(Recipe.of(set).experiment(set));
    } else {
      lab.open(trained);
      double[] times = trained.data().series().get(lab.selection().seriesProperty().get()).times();
      controller.figures().point(times[(int) (POINTED_SHARE * times.length)]);
    }
    lab.troubleProperty().set(trouble);
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
