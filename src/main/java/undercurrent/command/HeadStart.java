package undercurrent.command;

import undercurrent.picture.PngWriter;
import undercurrent.report.JsonText;

/**
 * Loads what a training needs at its end on a thread of its own, while a table is read and a model
 * is fitted. Whoever needs it before it is there loads it as ever.
 */
final class HeadStart {
  private HeadStart() {}

  /** Begins, where there is a processor for it, and returns at once. */
  static void begin(FigureWish figures) {
    if (Runtime.getRuntime().availableProcessors() == 1) return;
    Thread thread = new Thread(() -> load(figures), "head-start");
    thread.setDaemon(true);
    // What cannot be loaded is told by whoever needs it.
    thread.setUncaughtExceptionHandler((t, e) -> {});
    thread.start();
  }

  private static void load(FigureWish figures) {
    var unused = JsonText.of(JsonText.JSON.createObjectNode());
    if (figures.formats().contains("png")) PngWriter.rehearse();
  }
}
