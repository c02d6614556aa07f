package undercurrent.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.NetworkRace;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.NetworkLane;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.picture.PngWriter;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.session.Snapshot.State;
import undercurrent.settings.Settings;
import undercurrent.training.Workers;

/** Renders every screen and figure to PNG, off screen. */
public final class Gallery {
  private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
  private static final String TABLE =
      """
      date;station;temperature_c;wind_kt;remark
      2024-03-01;north;4,5;12;calm
      2024-03-02;north;5,1;;
      2024-03-03;north;6,0;9;rain
      2024-03-01;south;7,4;3;calm
      2024-03-02;south;7,9;5;calm
      2024-03-03;south;8,8;4;
      """;
  private static final int FRAMES = 12;
  private static final int RACED = 2000;
  private static final int RACED_EPOCHS = 25;
  private static final Set<State> ENDED = EnumSet.of(State.FINISHED, State.STOPPED_EARLY);
  private final Path folder;
  private final Plan plan;
  private final List<Path> files = new ArrayList<>();

  /**
   * What is rendered.
   *
   * @param sizes of the window
   * @param themes whether dark, one after the other
   * @param frames that are waited for before a picture is taken
   * @param mostEpochs that are trained
   * @param raced series that the networks of the race are trained on
   */
  record Plan(
      List<int[]> sizes,
      List<Boolean> themes,
      int frames,
      int mostEpochs,
      int raced,
      List<GalleryScene> scenes) {
    static Plan whole() {
      return new Plan(
          List.of(SIZES),
          List.of(false, true),
          FRAMES,
          Integer.MAX_VALUE,
          RACED,
          GalleryScene.all());
    }

    /** Those whose scenes are rendered, and with them their pages of the help. */
    List<ModelKind<?>> kinds() {
      List<ModelKind<?>> kinds = new ArrayList<>(Catalogue.standard().kinds());
      kinds.removeIf(k -> scenes.stream().noneMatch(s -> s.name().equals("kind-" + k.id())));
      return kinds;
    }
  }

  private Gallery(Path folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** The files that were written to a folder. */
  public static List<Path> render(Path folder) {
    return render(folder, Plan.whole());
  }

  static List<Path> render(Path folder, Plan plan) {
    OffScreen.start();
    Gallery gallery = new Gallery(folder, plan);
    for (int[] size : plan.sizes()) gallery.screens(size, size == plan.sizes().getFirst());
    gallery.race();
    return gallery.files;
  }

  /** Five networks beside the known lines. */
  private void race() {
    int epochs = Math.min(RACED_EPOCHS, plan.mostEpochs());
    NetworkRace race = new NetworkRace(plan.raced(), plan.raced() / 4, epochs);
    List<NetworkLane> lanes = new ArrayList<>();
    for (NetworkLane runner : NetworkRace.FIVE) {
      lanes.add(race.run(runner, Workers.ALONE, lane -> {}));
    }
    for (int[] size : plan.sizes()) save(Figures.race(lanes), "race", size);
  }

  private void screens(int[] size, boolean isFirst) {
    MainWindow window = OffScreen.call(() -> open(size[0], size[1]));
    try {
      first(window, size);
      for (GalleryScene scene : plan.scenes()) {
        if (!isFirst && !scene.everySize()) continue;
        trained(window, size, scene);
        if (scene.name().equals("training")) {
          beside(window, size);
          enlarged(window, size);
          restart(window, size);
          slow(window, size);
        }
        for (String choice : scene.choices()) {
          choose(window, choice);
          shoot(window, size, scene.name() + "-" + choice);
        }
        choose(window, "elbo");
        figures(window, size, scene);
      }
      new GalleryLesson(window, name -> shoot(window, size, name)).show();
      if (isFirst) dialogs(window);
      trouble(window, size);
    } finally {
      OffScreen.run(() -> close(window));
    }
  }

  /** Hides it too: what still wants to be painted when the program ends complains. */
  private static void close(MainWindow window) {
    window.lab().close();
    window.scene().getWindow().hide();
  }

  private static MainWindow open(int width, int height) {
    Stage stage = new Stage();
    MainWindow window = new MainWindow(stage);
    window.lab().preferences().speedProperty().set(Speed.FAST);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    return window;
  }

  private void first(MainWindow window, int[] size) {
    OffScreen.run(window::openFirst);
    settle(window);
    shoot(window, size, "first");
  }

  private void trained(MainWindow window, int[] size, GalleryScene scene) {
    Experiment whole = scene.experiment();
    int epochs = Math.min(plan.mostEpochs(), whole.training().epochs());
    Experiment shortened =
        Experiment.of(
            whole.data(), whole.model(), Settings.with(whole.training(), "epochs", epochs));
    OffScreen.run(() -> window.lab().open(shortened));
    settle(window);
    OffScreen.run(() -> window.lab().play());
    OffScreen.until(() -> window.lab().state().filter(ENDED::contains).isPresent());
    settle(window);
    shoot(window, size, scene.name());
  }

  private static void choose(MainWindow window, String curve) {
    OffScreen.run(() -> window.controller().figures().controls().curves().choose(curve));
  }

  /** One more update in slow motion. */
  private void slow(MainWindow window, int[] size) {
    Lab lab = window.lab();
    OffScreen.run(
        () -> {
          int epochs = lab.knobs().training().epochs() + 1;
          lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "epochs", epochs));
        });
    OffScreen.until(() -> lab.state().filter(s -> s == State.PAUSED).isPresent());
    OffScreen.run(() -> window.controller().slow());
    OffScreen.until(() -> window.scene().lookup("#slow-motion").isVisible());
    shoot(window, size, "slow");
    OffScreen.run(() -> window.controller().back());
    settle(window);
  }

  /** With the exact filter of a linear model. */
  private void beside(MainWindow window, int[] size) {
    LinearComparison beside = window.lab().beside();
    OffScreen.run(() -> beside.wantedProperty().set(true));
    OffScreen.until(() -> beside.fittedProperty().get().isPresent());
    shoot(window, size, "beside");
    OffScreen.run(() -> beside.wantedProperty().set(false));
  }

  /** After a knob that needs a new training. */
  private void restart(MainWindow window, int[] size) {
    OffScreen.run(
        () -> {
          var model = window.lab().knobs().modelProperty();
          model.set(model.get().with("hiddenUnits", 20));
        });
    shoot(window, size, "restart");
    OffScreen.run(() -> window.lab().undoKnobs());
  }

  private void trouble(MainWindow window, int[] size) {
    OffScreen.run(
        () ->
            window
                .lab()
                .troubleProperty()
                .set(
                    Optional.of(
                        "tides.csv, row 12, column 'height': 'n.a.' is no number; mend the cell or"
                            + " leave the column out.")));
    shoot(window, size, "trouble");
    OffScreen.run(() -> window.lab().troubleProperty().set(Optional.empty()));
  }

  private void dialogs(MainWindow window) {
    for (boolean dark : plan.themes()) {
      OffScreen.run(() -> window.lab().preferences().darkProperty().set(dark));
      var preview = SeriesFiles.preview("weather.csv", TABLE, ImportChoices.AUTOMATIC);
      var pane =
          OffScreen.call(
              () -> {
                ImportDialog dialog =
                    new ImportDialog(
                        window.scene().getWindow(),
                        preview,
                        choices -> SeriesFiles.preview("weather.csv", TABLE, choices),
                        choices -> {});
                dialog.show();
                return dialog.dialog().getDialogPane();
              });
      shoot(pane, "import", dark);
      help(window, Optional.empty(), "shortcuts", dark);
      for (ModelKind<?> kind : plan.kinds()) {
        help(window, Optional.of(kind), "help-" + kind.id(), dark);
      }
    }
  }

  private void help(MainWindow window, Optional<ModelKind<?>> kind, String name, boolean dark) {
    var pane =
        OffScreen.call(
            () -> {
              var dialog =
                  HelpDialog.dialog(window.lab(), window.scene().getWindow(), kind, example -> {});
              dialog.show();
              return dialog.getDialogPane();
            });
    shoot(pane, name, dark);
  }

  private void enlarged(MainWindow window, int[] size) {
    OffScreen.run(() -> window.controller().figures().places().enlargeObserved());
    shoot(window, size, "enlarged");
    OffScreen.run(() -> window.controller().back());
  }

  /** The figures of the series that is watched, each as it is exported. */
  private void figures(MainWindow window, int[] size, GalleryScene scene) {
    for (String id : scene.figures()) {
      Figure figure = OffScreen.call(() -> window.controller().figures().figure(id));
      save(figure, scene.name() + "-" + id, size);
    }
  }

  private void save(Figure figure, String name, int[] size) {
    for (boolean dark : plan.themes()) {
      String file =
          String.format(Locale.ROOT, "figure-%s-%dx%d%s.png", name, size[0], size[1], theme(dark));
      save(PngWriter.image(figure, size[0], size[1], dark, 1), folder.resolve(file));
    }
  }

  /** Waits until the newest weights have been estimated with many paths. */
  private static void settle(MainWindow window) {
    OffScreen.until(
        () -> {
          var now = window.lab().snapshotProperty().get();
          return now != null
              && now.beliefs().isPresent()
              && now.beliefs().get().fine()
              && now.beliefs().get().step() == now.step();
        });
  }

  private void shoot(MainWindow window, int[] size, String name) {
    for (boolean dark : plan.themes()) {
      OffScreen.run(() -> window.lab().preferences().darkProperty().set(dark));
      String file =
          String.format(Locale.ROOT, "%s-%dx%d%s.png", name, size[0], size[1], theme(dark));
      save(window.scene(), folder.resolve(file));
    }
  }

  private void shoot(Region pane, String name, boolean dark) {
    Scene scene = OffScreen.call(pane::getScene);
    save(scene, folder.resolve(name + theme(dark) + ".png"));
    OffScreen.run(() -> scene.getWindow().hide());
  }

  private static String theme(boolean dark) {
    return dark ? "-dark" : "-light";
  }

  private void save(Scene scene, Path file) {
    // Pictures of samples are read in the background: a few frames until they are there.
    OffScreen.frames(scene, plan.frames());
    WritableImage image = OffScreen.call(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    save(picture, file);
  }

  private void save(BufferedImage picture, Path file) {
    try {
      PngWriter.write(picture, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(file);
  }
}
