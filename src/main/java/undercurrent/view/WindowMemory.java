package undercurrent.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** Puts the window where it was, and keeps where it is when it closes. */
record WindowMemory(Stage stage, MainWindow window, Path file) {

  /** Before the window is shown; a sentence for the person when what was kept is broken. */
  Optional<String> recall() {
    Lab lab = window.lab();
    Preferences.Read read = Preferences.read(file);
    Preferences then = read.preferences();
    lab.preferences().darkProperty().set(then.dark());
    lab.preferences().zoomProperty().set(then.zoom());
    lab.preferences().updatesProperty().set(then.updates());
    lab.preferences().languageProperty().set(then.language());
    lab.preferences().filesProperty().set(then.files());
    lab.preferences().speedProperty().set(then.speed());
    window.controller().modelFolded().set(then.folded());
    WindowPlace.put(stage, then.place(), MainWindow.WIDTH, MainWindow.HEIGHT);
    lab.preferences().hintedProperty().set(then.hinted());
    lab.preferences().picturesProperty().set(then.pictures());
    stage.setMaximized(then.maximized());
    recent().set(then.recent());
    return read.setAside().map(aside -> Words.of("preferences.setAside", aside));
  }

  /** The document that was open when the window closed, if it is still there. */
  Optional<Path> document() {
    return Preferences.read(file).preferences().document().filter(Files::isRegularFile);
  }

  private RecentFiles recent() {
    return window.controller().files().recent();
  }

  void keep() {
    Lab lab = window.lab();
    boolean large = stage.isMaximized() || stage.isFullScreen();
    Optional<Rectangle2D> place =
        large
            ? Preferences.read(file).preferences().place()
            : Optional.of(
                new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    new Preferences(
            place,
            large,
            lab.preferences().darkProperty().get(),
            lab.preferences().zoomProperty().get(),
            lab.preferences().updatesProperty().get(),
            lab.preferences().languageProperty().get(),
            lab.preferences().filesProperty().get(),
            lab.preferences().speedProperty().get(),
            window.controller().modelFolded().get(),
            lab.preferences().hintedProperty().get(),
            lab.preferences().picturesProperty().get(),
            recent().all(),
            lab.unsaved().fileProperty().get())
        .write(file);
  }
}
