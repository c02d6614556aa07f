package undercurrent.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import undercurrent.figure.Figure;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.session.Background;

/**
 * Makes the figures of long series away from the screen, which would stand still meanwhile; each
 * pane gets the newest that was asked for.
 */
final class LongDrawing {
  /** Rows of a series from which on it takes longer than a frame. */
  private static final int LONG = 50_000;

  private final Map<FigurePane, Object> asked = new HashMap<>();

  /**
   * Makes a figure, at once or later.
   *
   * @param results that it is made from
   * @param then shows it
   */
  void draw(FigurePane pane, Results results, Supplier<Figure> made, Consumer<Figure> then) {
    Object wish = new Object();
    asked.put(pane, wish);
    if (!isLong(results)) {
      then.accept(made.get());
      return;
    }
    var unused =
        Background.callAside(made::get)
            .whenComplete(
                (figure, e) ->
                    Platform.runLater(
                        () -> {
                          if (!wish.equals(asked.get(pane))) return;
                          if (e != null) throw new IllegalStateException(Background.cause(e));
                          then.accept(figure);
                        }));
  }

  /** What was asked for a pane is not wanted any more. */
  void forget(FigurePane pane) {
    asked.remove(pane);
  }

  private static boolean isLong(Results results) {
    int series = results.get(ResultKey.SERIES).orElse(0);
    return results
        .get(ResultKey.SET)
        .filter(set -> set.series().get(series).length() > LONG)
        .isPresent();
  }
}
