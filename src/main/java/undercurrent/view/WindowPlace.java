package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Places of windows that lie wholly on one of the screens. */
final class WindowPlace {
  /** A system that insists on a place of its own gets it at last. */
  private static final int MOST_MOVES = 5;

  private WindowPlace() {}

  /** The screens without what the system keeps of them, such as task bars. */
  private static List<Rectangle2D> screens() {
    return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
  }

  /**
   * Puts the main window where it was, or in the middle of the main screen, as large as usual where
   * there is room. A screen may be smaller than what the window needs at least.
   */
  static void put(Stage stage, Optional<Rectangle2D> wanted, double width, double height) {
    List<Rectangle2D> screens = screens();
    if (screens.isEmpty()) return;
    Rectangle2D main = Screen.getPrimary().getVisualBounds();
    Rectangle2D at = onScreen(wanted, screens).orElseGet(() -> middle(main, width, height));
    stage.setMinWidth(Math.min(stage.getMinWidth(), at.getWidth()));
    stage.setMinHeight(Math.min(stage.getMinHeight(), at.getHeight()));
    set(stage, at);
  }

  /** The middle of a screen, in the size that is given or a smaller one where it has no room. */
  static Rectangle2D middle(Rectangle2D screen, double width, double height) {
    double w = Math.min(width, screen.getWidth());
    double h = Math.min(height, screen.getHeight());
    double x = screen.getMinX() + (screen.getWidth() - w) / 2;
    double y = screen.getMinY() + (screen.getHeight() - h) / 2;
    return new Rectangle2D(x, y, w, h);
  }

  /**
   * Keeps a window on the screens: at once, when its size changes, and when the system puts its
   * title bar where nobody can reach it, as some do after a window is shown.
   */
  static void stayOnScreen(Window window) {
    ChangeListener<Number> resized = (o, before, now) -> keepOnScreen(window);
    window.widthProperty().addListener(resized);
    window.heightProperty().addListener(resized);
    AtomicInteger moves = new AtomicInteger();
    window
        .yProperty()
        .addListener(
            (o, before, now) -> {
              if (isReachable(window) || moves.incrementAndGet() > MOST_MOVES) return;
              // Within the event of a move a window has the old place for the system.
              Platform.runLater(() -> keepOnScreen(window));
            });
    keepOnScreen(window);
  }

  /** Whether some of the upper edge lies on a screen. */
  private static boolean isReachable(Window window) {
    double right = window.getX() + window.getWidth();
    return screens().stream()
        .anyMatch(
            screen ->
                window.getY() >= screen.getMinY()
                    && window.getY() < screen.getMaxY()
                    && right > screen.getMinX()
                    && window.getX() < screen.getMaxX());
  }

  /** Moves a window, and makes it smaller, where not all of it is on a screen. */
  private static void keepOnScreen(Window window) {
    if (Double.isNaN(window.getX() + window.getY() + window.getWidth() + window.getHeight()))
      return;
    Rectangle2D now =
        new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
    onScreen(Optional.of(now), screens())
        .filter(at -> !at.equals(now))
        .ifPresent(at -> set(window, at));
  }

  private static void set(Window window, Rectangle2D at) {
    window.setX(at.getMinX());
    window.setY(at.getMinY());
    window.setWidth(at.getWidth());
    window.setHeight(at.getHeight());
  }

  /**
   * The place, moved and made smaller where needed, so that all of it lies on one of the screens;
   * none when there is no place, and the system chooses.
   */
  static Optional<Rectangle2D> onScreen(
      Optional<Rectangle2D> wanted, Iterable<Rectangle2D> screens) {
    if (wanted.isEmpty()) return Optional.empty();
    Rectangle2D place = wanted.get();
    Optional<Rectangle2D> best = Optional.empty();
    double most = -1;
    for (Rectangle2D screen : screens) {
      double common = common(place, screen);
      if (common <= most) continue;
      most = common;
      best = Optional.of(screen);
    }
    return best.map(screen -> within(place, screen));
  }

  private static double common(Rectangle2D a, Rectangle2D b) {
    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  private static Rectangle2D within(Rectangle2D place, Rectangle2D screen) {
    double width = Math.min(place.getWidth(), screen.getWidth());
    double height = Math.min(place.getHeight(), screen.getHeight());
    double x = Math.clamp(place.getMinX(), screen.getMinX(), screen.getMaxX() - width);
    double y = Math.clamp(place.getMinY(), screen.getMinY(), screen.getMaxY() - height);
    return new Rectangle2D(x, y, width, height);
  }
}
