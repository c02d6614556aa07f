package undercurrent.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import undercurrent.text.Visible;

/** The log: always on, in a few files of limited size in the user's own folder. */
final class Logs {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 3;

  private Logs() {}

  /** Java's own form of a record, safe to be shown on a terminal. */
  private static final class VisibleFormatter extends SimpleFormatter {
    @Override
    public String format(LogRecord entry) {
      return Visible.of(super.format(entry));
    }
  }

  /** Sends all records to the files and none to the console; without a folder to nowhere. */
  static void start(Path folder) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) root.removeHandler(handler);
    root.setLevel(Level.INFO);
    try {
      Files.createDirectories(folder);
      FileHandler handler =
          new FileHandler(folder.resolve("undercurrent.%g.log").toString(), BYTES, FILES, true);
      handler.setFormatter(new VisibleFormatter());
      handler.setEncoding("UTF-8");
      root.addHandler(handler);
    } catch (IOException | SecurityException | InvalidPathException e) {
      // A home that cannot be written must not keep the program from starting.
      root.setLevel(Level.OFF);
    }
  }
}
