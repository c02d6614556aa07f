package undercurrent.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lessons that come along, and those of a person's own. A lesson is {@code NAME.lesson.json}
 * and, beside it, its words: {@code NAME.lesson.de.md} where they are wanted in German and there
 * are such, else {@code NAME.lesson.md}.
 */
public final class Lessons {
  /** What the name of a lesson's JSON ends with. */
  public static final String ENDING = ".lesson.json";

  private static final String WORDS = ".lesson";
  private static final String MARKDOWN = ".md";
  private static final String INDEX = "lessons.txt";
  private static final long LARGEST = 1_000_000;

  private Lessons() {}

  /** The ids of the lessons that come along, in their order. */
  public static List<String> ids() {
    return resource(INDEX).orElseThrow().lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * One that comes along.
   *
   * @param language such as "de"
   * @throws LessonException when there is none
   */
  public static Lesson of(String id, String language) {
    if (!ids().contains(id)) {
      throw LessonException.in(id, "", LessonWords.of("lessons.unknown", String.join(", ", ids())));
    }
    String words = words(id, language, name -> resource(name).isPresent());
    return LessonReader.read(
        id,
        id + ENDING,
        resource(id + ENDING).orElseThrow(),
        words,
        resource(words).orElseThrow(),
        Optional.empty());
  }

  private static String words(String id, String language, Predicate<String> exists) {
    String wanted = id + WORDS + "." + language + MARKDOWN;
    return exists.test(wanted) ? wanted : id + WORDS + MARKDOWN;
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Lessons.class.getResourceAsStream(name)) {
      if (in == null) return Optional.empty();
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that stands for the lesson of a name that comes along; {@link #open} knows it. */
  public static Path named(String id) {
    return Path.of(id.endsWith(ENDING) ? id : id + ENDING);
  }

  /** Whether a file is one of a lesson, or a folder that has one. */
  public static boolean isNamed(Path file) {
    if (Files.isDirectory(file)) return !in(file).isEmpty();
    String name = name(file);
    return name.endsWith(ENDING) || name.matches(".+\\.lesson(\\.[A-Za-z-]+)?\\.md");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The JSON of the lessons of a folder, by their names. */
  public static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> name(f).endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * A person's own.
   *
   * @param file its JSON, its words, or a folder, of which it is the first one
   * @param language such as "de"
   * @throws LessonException when it cannot be used
   */
  public static Lesson open(Path file, String language) {
    Path json = json(file);
    String id = name(json).substring(0, name(json).length() - ENDING.length());
    if (!Files.exists(json) && ids().contains(id)) return of(id, language);
    Path folder = Objects.requireNonNull(json.toAbsolutePath().getParent());
    String words = words(id, language, name -> Files.isRegularFile(folder.resolve(name)));
    return LessonReader.read(
        id, name(json), text(json), words, text(folder.resolve(words)), Optional.of(folder));
  }

  private static Path json(Path file) {
    if (Files.isDirectory(file)) {
      List<Path> found = in(file);
      if (!found.isEmpty()) return found.getFirst();
      throw LessonException.in(name(file), "", LessonWords.of("lessons.noFile", ENDING));
    }
    String name = name(file);
    if (name.endsWith(ENDING)) return file;
    if (isNamed(file)) {
      return file.resolveSibling(name.substring(0, name.lastIndexOf(WORDS)) + ENDING);
    }
    throw LessonException.in(name, "", LessonWords.of("lessons.ending", ENDING));
  }

  private static String text(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw LessonException.in(name(file), "", LessonWords.of("lessons.missing"));
      }
      if (Files.size(file) > LARGEST) {
        throw LessonException.in(name(file), "", LessonWords.of("lessons.tooLarge", LARGEST));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw LessonException.in(name(file), "", LessonWords.of("lessons.encoding"));
    } catch (IOException e) {
      throw LessonException.in(
          name(file), "", LessonWords.of("lessons.unreadable", String.valueOf(e.getMessage())));
    }
  }

  /**
   * The lesson after another one: of its folder, or one that comes along; empty where none follows.
   *
   * @throws LessonException when it cannot be used
   */
  public static Optional<Lesson> after(Lesson lesson, String language) {
    if (lesson.next().isEmpty()) return Optional.empty();
    Optional<Path> beside = lesson.folder().map(folder -> folder.resolve(lesson.next() + ENDING));
    if (beside.filter(Files::isRegularFile).isPresent()) {
      return Optional.of(open(beside.get(), language));
    }
    if (ids().contains(lesson.next())) return Optional.of(of(lesson.next(), language));
    List<String> all = new ArrayList<>(ids());
    lesson.folder().ifPresent(f -> in(f).forEach(file -> all.add(name(file))));
    throw lesson.problem(
        "next", LessonWords.of("lessons.unknownId", lesson.next(), String.join(", ", all)));
  }
}
