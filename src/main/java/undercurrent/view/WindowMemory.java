package undercurrent.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, and keeps where it is when it closes. */
record WindowMemory(Stage stage, Lab lab, RecentFiles recent, Path file) {

  /** Before the window is shown; a sentence for the person when what was kept is broken. */
  Optional<String> recall() {
    Preferences.Read read = Preferences.read(file);
    Preferences then = read.preferences();
    lab.darkProperty().set(then.dark());
    lab.zoomProperty().set(then.zoom());
    lab.updatesProperty().set(then.updates());
    lab.speedProperty().set(then.speed());
    Preferences.onScreen(
            then.place(), Screen.getScreens().stream().map(Screen::getVisualBounds).toList())
        .ifPresent(
            at -> {
              stage.setX(at.getMinX());
              stage.setY(at.getMinY());
              stage.setWidth(at.getWidth());
              stage.setHeight(at.getHeight());
            });
    stage.setMaximized(then.maximized());
    recent.set(then.recent());
    return read.setAside().map(aside -> Words.of("preferences.setAside", aside));
  }

  /** The document that was open when the window closed, if it is still there. */
  Optional<Path> document() {
    return Preferences.read(file).preferences().document().filter(Files::isRegularFile);
  }

  void keep() {
    boolean large = stage.isMaximized() || stage.isFullScreen();
    Optional<Rectangle2D> place =
        large
            ? Preferences.read(file).preferences().place()
            : Optional.of(
                new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    new Preferences(
            place,
            large,
            lab.darkProperty().get(),
            lab.zoomProperty().get(),
            lab.updatesProperty().get(),
            lab.speedProperty().get(),
            recent.all(),
            lab.unsaved().fileProperty().get())
        .write(file);
  }
}
