package undercurrent.view;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import undercurrent.figure.Paper;
import undercurrent.output.WholeFile;
import undercurrent.picture.PictureLook;
import undercurrent.text.Language;

/**
 * What the window remembers from one start to the next.
 *
 * @param place of the window, none before the first start
 * @param updates whether it looks for newer versions
 * @param language of the window, none where it follows the system
 * @param files the language of figures in files
 * @param speed how fast a training goes
 * @param folded whether the graph of the model is a line
 * @param hinted whether the hint of the first screen was used or closed
 * @param pictures how figures look in files
 * @param recent files that were opened last, the newest first
 * @param document that was open when the window closed
 */
record Preferences(
    Optional<Rectangle2D> place,
    boolean maximized,
    boolean dark,
    double zoom,
    boolean updates,
    Optional<Language> language,
    Language files,
    Speed speed,
    boolean folded,
    boolean hinted,
    PictureLook pictures,
    List<Path> recent,
    Optional<Path> document) {
  static final Preferences NONE =
      new Preferences(
          Optional.empty(),
          false,
          false,
          1,
          false,
          Optional.empty(),
          Language.ENGLISH,
          Speed.NORMAL,
          false,
          false,
          PictureLook.USUAL,
          List.of(),
          Optional.empty());
  private static final System.Logger LOG = System.getLogger(Preferences.class.getName());
  private static final String SET_ASIDE = ".broken";
  private static final long LARGEST = 1 << 16;
  private static final String RECENT = "recent.";
  private static final String DOCUMENT = "document";
  private static final String LANGUAGE = "language";
  private static final String FILES = "filesLanguage";
  static final double LEAST_ZOOM = 0.5;
  static final double MOST_ZOOM = 2;

  /**
   * What was read.
   *
   * @param setAside where the file went, when it could not be understood
   */
  record Read(Preferences preferences, Optional<Path> setAside) {}

  /** Reads a file; one that is broken is set aside and counts as none. */
  static Read read(Path file) {
    if (!Files.exists(file)) return new Read(NONE, Optional.empty());
    try {
      if (Files.size(file) > LARGEST) throw new IOException("it is too large");
      Properties properties = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      }
      return new Read(of(properties), Optional.empty());
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "What the window remembers is broken.", e);
      return new Read(NONE, setAside(file));
    }
  }

  /** The language that a file names; none of one that is not there or broken. */
  static Optional<Language> language(Path file) {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(in);
      return Language.of(properties.getProperty(LANGUAGE, ""));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "No language is remembered.", e);
      return Optional.empty();
    }
  }

  private static Optional<Path> setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + SET_ASIDE);
    try {
      return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "It stays where it is.", e);
      return Optional.of(file);
    }
  }

  private static Preferences of(Properties p) {
    Optional<Rectangle2D> place =
        p.containsKey("width")
            ? Optional.of(
                new Rectangle2D(
                    number(p, "x"), number(p, "y"), number(p, "width"), number(p, "height")))
            : Optional.empty();
    double zoom = number(p, "zoom");
    if (zoom < LEAST_ZOOM || zoom > MOST_ZOOM) throw new IllegalArgumentException("zoom");
    return new Preferences(
        place,
        truth(p, "maximized"),
        truth(p, "dark"),
        zoom,
        Boolean.parseBoolean(p.getProperty("updates")),
        Language.of(p.getProperty(LANGUAGE, "")),
        Language.of(p.getProperty(FILES, "")).orElse(Language.ENGLISH),
        Speed.valueOf(p.getProperty("speed", Speed.NORMAL.name())),
        Boolean.parseBoolean(p.getProperty("folded")),
        Boolean.parseBoolean(p.getProperty("hinted")),
        pictures(p),
        recent(p),
        path(p, DOCUMENT));
  }

  private static PictureLook pictures(Properties p) {
    PictureLook usual = PictureLook.USUAL;
    return new PictureLook(
        Paper.valueOf(p.getProperty("paper", usual.paper().name())),
        Integer.parseInt(p.getProperty("pictureScale", Integer.toString(usual.scale()))));
  }

  private static List<Path> recent(Properties p) {
    return IntStream.iterate(1, i -> p.containsKey(RECENT + i), i -> i + 1)
        .mapToObj(i -> path(p, RECENT + i))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A path that this system does not know is that of another one. */
  private static Optional<Path> path(Properties p, String key) {
    String path = p.getProperty(key, "");
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    } catch (InvalidPathException e) {
      LOG.log(System.Logger.Level.DEBUG, "A path is of another system.", e);
      return Optional.empty();
    }
  }

  private static double number(Properties p, String key) {
    double value = Double.parseDouble(p.getProperty(key, "none"));
    if (!Double.isFinite(value)) throw new IllegalArgumentException(key);
    return value;
  }

  private static boolean truth(Properties p, String key) {
    return switch (p.getProperty(key, "none")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(key);
    };
  }

  /** Writes beside the file and moves it there; a home that cannot be written is no trouble. */
  void write(Path file) {
    Properties p = new Properties();
    place.ifPresent(
        at -> {
          p.setProperty("x", Double.toString(at.getMinX()));
          p.setProperty("y", Double.toString(at.getMinY()));
          p.setProperty("width", Double.toString(at.getWidth()));
          p.setProperty("height", Double.toString(at.getHeight()));
        });
    p.setProperty("maximized", Boolean.toString(maximized));
    p.setProperty("dark", Boolean.toString(dark));
    p.setProperty("zoom", Double.toString(zoom));
    p.setProperty("updates", Boolean.toString(updates));
    language.ifPresent(chosen -> p.setProperty(LANGUAGE, chosen.code()));
    p.setProperty(FILES, files.code());
    p.setProperty("speed", speed.name());
    p.setProperty("folded", Boolean.toString(folded));
    p.setProperty("hinted", Boolean.toString(hinted));
    p.setProperty("paper", pictures.paper().name());
    p.setProperty("pictureScale", Integer.toString(pictures.scale()));
    for (int i = 0; i < recent.size(); i++) {
      p.setProperty(RECENT + (i + 1), recent.get(i).toString());
    }
    document.ifPresent(open -> p.setProperty(DOCUMENT, open.toString()));
    try {
      StringWriter text = new StringWriter();
      p.store(text, null);
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.INFO, "The window remembers nothing: {0}", e.toString());
    }
  }
}
