package undercurrent.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson is there in every language, and asks and computes the same in each of them. */
final class LessonLanguagesTest {
  @TempDir private Path folder = Path.of("");

  static List<String> ids() {
    return Lessons.ids();
  }

  /** What belongs to all languages: checks, choices in number, and the numbers of each reply. */
  private static List<Object> shared(Lesson lesson) {
    return lesson.steps().stream().<Object>map(LessonLanguagesTest::shared).toList();
  }

  private static List<Object> shared(Step step) {
    return List.of(
        step.id(),
        step.question().map(q -> List.of(q.value(), q.ranges(), q.choices().size(), q.within())),
        step.text().size(),
        numbers(step.replies().right()),
        numbers(step.replies().wrong()),
        numbers(step.replies().after()));
  }

  private static List<String> numbers(List<Block> blocks) {
    return LessonReader.quantities(blocks).map(Quantity::toString).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void translationsShareWhatIsAskedAndComputed(String id) {
    Lesson english = Lessons.of(id, "en");
    for (String language : List.of("de", "fr")) {
      Lesson other = Lessons.of(id, language);
      assertEquals(id + ".lesson." + language + ".md", other.wordsFile());
      assertEquals(shared(english), shared(other), other.wordsFile());
      assertNotEquals(english.summary(), other.summary(), other.wordsFile());
      Stream.concat(other.steps().stream().map(Step::title), Stream.of(other.title()))
          .forEach(title -> assertTrue(title.length() < 70, title));
    }
  }

  /** The unit of a number is a word too, and where there is no translation it is English. */
  @Test
  void unitsAndWholeLessonsMayBeWithoutATranslation() throws IOException {
    Lesson german = Lessons.of("missing-data", "de");
    assertEquals("Wochen", german.steps().get(3).question().orElseThrow().unit());
    assertEquals("weeks", unit("en"));
    assertEquals("semaines", unit("fr"));
    Files.writeString(
        folder.resolve("own.lesson.json"),
        """
        {"lesson": 1, "data": {"sample": "nile"}, "steps": [{"id": "one"}]}
        """);
    Files.writeString(folder.resolve("own.lesson.md"), "# Mine\n## one: First\nWords.\n");
    Lesson own = Lessons.open(folder.resolve("own.lesson.json"), "fr");
    assertEquals("Mine", own.title());
    Files.writeString(folder.resolve("own.lesson.fr.md"), "# La mienne\n## one: Début\nMots.\n");
    assertEquals("La mienne", Lessons.open(folder.resolve("own.lesson.json"), "fr").title());
    assertEquals("Mine", Lessons.open(folder.resolve("own.lesson.json"), "de").title());
  }

  private static String unit(String language) {
    Lesson lesson = Lessons.of("missing-data", language);
    return lesson.steps().get(3).question().orElseThrow().unit();
  }
}
