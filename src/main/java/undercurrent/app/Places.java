package undercurrent.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The folders of the person who uses the program, by the custom of each system. */
final class Places {
  private Places() {}

  /** Where logs lie. */
  static Path logs() {
    return switch (system()) {
      case WINDOWS -> local().resolve("Undercurrent").resolve("logs");
      case MACOS -> home().resolve("Library").resolve("Logs").resolve("Undercurrent");
      case OTHER -> state();
    };
  }

  /** What the window remembers. */
  static Path preferences() {
    Path folder =
        switch (system()) {
          case WINDOWS -> local().resolve("Undercurrent");
          case MACOS ->
              home().resolve("Library").resolve("Application Support").resolve("Undercurrent");
          case OTHER -> named("XDG_CONFIG_HOME", home().resolve(".config")).resolve("undercurrent");
        };
    return folder.resolve("window.properties");
  }

  /** Where windows keep what is unsaved in them. */
  static Path recoveries() {
    Path folder =
        switch (system()) {
          case WINDOWS -> local().resolve("Undercurrent");
          case MACOS ->
              home().resolve("Library").resolve("Application Support").resolve("Undercurrent");
          case OTHER -> state();
        };
    return folder.resolve("recovery");
  }

  /**
   * Where the first window listens for later ones, the best place first: the folder of the login,
   * that of the logs, and one of the person's own among the temporary files for a home that cannot
   * be written.
   */
  static List<Path> meetings() {
    List<Path> places = new ArrayList<>();
    String session = System.getenv("XDG_RUNTIME_DIR");
    if (session != null && !session.isBlank()) places.add(Path.of(session, "undercurrent"));
    places.add(logs());
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]", "_");
    places.add(Path.of(System.getProperty("java.io.tmpdir", "."), "undercurrent-" + user));
    return places;
  }

  private static Path state() {
    return named("XDG_STATE_HOME", home().resolve(".local").resolve("state"))
        .resolve("undercurrent");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static Path local() {
    return named("LOCALAPPDATA", home());
  }

  private static Path named(String variable, Path otherwise) {
    @Nullable String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }

  private enum Kind {
    WINDOWS,
    MACOS,
    OTHER
  }

  private static Kind system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("windows")) return Kind.WINDOWS;
    return name.contains("mac") ? Kind.MACOS : Kind.OTHER;
  }
}
