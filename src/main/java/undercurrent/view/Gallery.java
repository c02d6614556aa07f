package undercurrent.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.picture.PngWriter;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot.State;

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
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private Gallery(Path folder) {
    this.folder = folder;
  }

  /** The files that were written to a folder. */
  public static List<Path> render(Path folder) {
    OffScreen.start();
    Gallery gallery = new Gallery(folder);
    gallery.screens();
    return gallery.files;
  }

  private void screens() {
    for (int[] size : SIZES) {
      MainWindow window = OffScreen.call(() -> open(size[0], size[1]));
      try {
        first(window, size);
        trained(window, size, "sine", 300, "training");
        beside(window, size);
        enlarged(window, size);
        figures(
            window,
            size,
            "",
            List.of("elbo", "terms", "kl", "observed", "latent", "phase", "series"));
        trained(window, size, "storms", 40, "track");
        figures(window, size, "", List.of("map"));
        trained(window, size, "lesson-nile", 100, "linear");
        figures(window, size, "", List.of("residuals", "autocorrelation", "quantiles"));
        choose(window, "fit");
        shoot(window, size, "parameters");
        choose(window, "elbo");
        SeriesSet uneven = Samples.find("irregular-sine").orElseThrow().open();
        trained(window, size, uneven, Recipe.of(uneven).with("kind", "CONTINUOUS"), "continuous");
        figures(window, size, "", List.of("between"));
        trained(window, size, "lesson-pendulum", 1, "known");
        particles(window, size);
        restart(window, size);
        trained(window, size, "lesson-turns", 60, "switching");
        chosen(window, size, "regimes");
        figures(window, size, "", List.of("regimes"));
        figures(window, size, "regimes-", List.of("phase", "matrices"));
        trained(window, size, "lesson-lidar", 100, "optimized");
        chosen(window, size, "errors");
        chosen(window, size, "matrices");
        figures(window, size, "", List.of("errors", "matrices"));
        if (size == SIZES[0]) {
          trained(window, size, "weather", 8, "channels");
          SeriesSet storms = Samples.find("storms").orElseThrow().open();
          trained(window, size, storms, Recipe.of(storms).with("kind", "TREND"), "velocity");
          choose(window, "autocorrelation");
          trained(window, size, "lesson-airline", 100, "airline");
          SeriesSet swing = Samples.find("lesson-oscillator").orElseThrow().open();
          Recipe process = Recipe.of(swing).with("kind", "CONTINUOUS");
          choose(window, "fit");
          trained(window, size, swing, process.with("process", "OSCILLATOR"), "oscillator");
          trained(window, size, "new-log-level", 100, "normalizing");
          trained(window, size, "new-pickups", 40, "pickups");
          chosen(window, size, "density");
          SeriesSet dam = SeriesFiles.open("dam.csv", dam(), ImportChoices.AUTOMATIC);
          trained(window, size, dam, Recipe.of(dam).with("kind", "LEVEL"), "inputs");
          choose(window, "elbo");
          dialogs(window);
        }
        trouble(window, size);
      } finally {
        OffScreen.run(() -> close(window));
      }
    }
  }

  /** The Nile, and that there is a dam since 1899. */
  private static String dam() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    double[] flow = nile.series().getFirst().channel(nile.observedChannels()[0]);
    StringBuilder table = new StringBuilder("year,flow,u_dam\n");
    for (int t = 0; t < flow.length; t++) {
      table.append(1871 + t).append(',').append(flow[t]).append(t < 28 ? ",0\n" : ",1\n");
    }
    return table.toString();
  }

  /** Hides it too: what still wants to be painted when the program ends complains. */
  private static void close(MainWindow window) {
    window.lab().close();
    window.scene().getWindow().hide();
  }

  private static MainWindow open(int width, int height) {
    Stage stage = new Stage();
    MainWindow window = new MainWindow(stage);
    window.lab().speedProperty().set(Speed.FAST);
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

  private void trained(MainWindow window, int[] size, String sample, int epochs, String name) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    trained(window, size, set, Recipe.of(set).with("epochs", epochs), name);
  }

  private void trained(MainWindow window, int[] size, SeriesSet set, Recipe recipe, String name) {
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    settle(window);
    OffScreen.run(() -> window.lab().play());
    OffScreen.until(() -> window.lab().state().filter(s -> s == State.FINISHED).isPresent());
    settle(window);
    shoot(window, size, name);
  }

  private static void choose(MainWindow window, String curve) {
    OffScreen.run(() -> window.controller().figures().curves().choose(curve));
  }

  /** With the exact filter of a linear model. */
  private void beside(MainWindow window, int[] size) {
    LinearComparison beside = window.lab().beside();
    OffScreen.run(() -> beside.wantedProperty().set(true));
    OffScreen.until(() -> beside.fittedProperty().get().isPresent());
    shoot(window, size, "beside");
    OffScreen.run(() -> beside.wantedProperty().set(false));
  }

  /** With another choice in the place of the training curve. */
  private void chosen(MainWindow window, int[] size, String name) {
    choose(window, name);
    shoot(window, size, name);
  }

  /** The same pendulum by particles, and how many of them count. */
  private void particles(MainWindow window, int[] size) {
    SeriesSet set = Samples.find("lesson-pendulum").orElseThrow().open();
    Recipe recipe = Recipe.of(set).with("filter", "BOOTSTRAP");
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    OffScreen.run(() -> window.controller().figures().curves().choose("particles"));
    settle(window);
    shoot(window, size, "particles");
    figures(window, size, "", List.of("particles"));
  }

  private void restart(MainWindow window, int[] size) {
    OffScreen.run(
        () -> {
          var model = window.lab().modelProperty();
          model.set(model.get().with("particles", 2000));
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
    for (boolean dark : new boolean[] {false, true}) {
      OffScreen.run(() -> window.lab().darkProperty().set(dark));
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
      var sheet =
          OffScreen.call(
              () -> {
                var dialog = Shortcuts.dialog(window.lab(), window.scene().getWindow());
                dialog.show();
                return dialog.getDialogPane();
              });
      shoot(sheet, "shortcuts", dark);
    }
  }

  private void enlarged(MainWindow window, int[] size) {
    OffScreen.run(() -> window.controller().figures().enlargeObserved());
    shoot(window, size, "enlarged");
    OffScreen.run(() -> window.controller().back());
  }

  /**
   * The figures of the series that is watched, each as it is exported.
   *
   * @param prefix of the files' names
   */
  private void figures(MainWindow window, int[] size, String prefix, List<String> ids) {
    for (String id : ids) {
      Figure figure = OffScreen.call(() -> window.controller().figures().figure(id));
      for (boolean dark : new boolean[] {false, true}) {
        String file =
            String.format(
                Locale.ROOT, "figure-%s%s-%dx%d%s.png", prefix, id, size[0], size[1], theme(dark));
        save(PngWriter.image(figure, size[0], size[1], dark, 1), folder.resolve(file));
      }
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
    for (boolean dark : new boolean[] {false, true}) {
      OffScreen.run(() -> window.lab().darkProperty().set(dark));
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
    OffScreen.frames(scene, 12);
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
