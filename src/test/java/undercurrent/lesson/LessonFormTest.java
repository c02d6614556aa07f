package undercurrent.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two files of a lesson: what is read, and what a mistake is answered with. */
final class LessonFormTest {
  private static final String JSON =
      """
      {"lesson": 1, "data": {"sample": "nile"}, "settings": {"kind": "level"},
       "steps": [{"id": "one", "play": 5, "keep": "short",
                  "ask": {"value": "coverage(forecast)", "choices": ["..50", "50.."]}}]}
      """;
  private static final String WORDS =
      """
      # A title

      What it is about.

      ## one: First step

      Words with **strong {epochs} and $x_t$** parts and `code`.

      - a line

      $$ x_t = \\mu_t $$

      - [ ] few
      - [ ] many

      ### right

      Yes, {coverage(forecast):1} %.

      ### wrong

      No.

      ### after

      Done.
      """;

  @TempDir private Path folder = Path.of("");

  private static Lesson read(String json, String words) {
    return LessonReader.read("a", "a.lesson.json", json, "a.lesson.md", words, Optional.empty());
  }

  @Test
  void stepsAreReadWithWordsEquationsAndReplies() {
    Lesson lesson = read(JSON, WORDS.replace("strong {epochs} and", "strong and"));
    assertEquals("A title", lesson.title());
    Step step = lesson.steps().getFirst();
    assertEquals("First step", step.title());
    assertEquals(OptionalInt.of(5), step.epochs());
    assertEquals(3, step.text().size());
    assertEquals(new Block.Display("x_t = \\mu_t", 11), step.text().getLast());
    Block.Paragraph first = (Block.Paragraph) step.text().getFirst();
    assertEquals(
        List.of(
            new Span.Words("Words with ", Span.Style.PLAIN),
            new Span.Words("strong and ", Span.Style.STRONG),
            new Span.Equation("x_t", 7),
            new Span.Words(" parts and ", Span.Style.PLAIN),
            new Span.Words("code", Span.Style.CODE),
            new Span.Words(".", Span.Style.PLAIN)),
        first.spans());
    Question question = step.question().orElseThrow();
    assertEquals(2, question.choices().size());
    assertTrue(question.isRight(0, 49.9));
    assertFalse(question.isRight(0, 50));
    assertTrue(question.isRight(1, 50));
    assertEquals(1, LessonReader.quantities(step.replies().right()).count());
    assertEquals(1, step.replies().after().size());
  }

  /** What stands for something is replaced; the message names the file and the place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "lesson": 1 | "lesson": 2 | a.lesson.json, lesson: is 2, of a newer Undercurrent; this one reads 1.
          "lesson": 1, | `` | a.lesson.json, lesson: is missing; write "lesson": 1 first.
          "play": 5 | "plya": 5 | a.lesson.json, steps[1]: 'plya' is not known; known are ask, continue, id, keep, play, set, show.
          "play": 5 | "play": "x" | a.lesson.json, steps[1].play: is '"x"'; it is a number of at least 1.
          "play": 5, | `` | a.lesson.json, steps[1].keep: needs 'play' beside it.
          "id": "one" | "id": "two" | a.lesson.json, steps[1].id: 'two' has no words; write '## two: Title' in a.lesson.md.
          "sample": "nile" | "smaple": "nile" | a.lesson.json, data: 'smaple' is not known; known are file, sample, seed.
          "sample": "nile" | "file": "../x.csv" | a.lesson.json, data.file: must stand beside the lesson; give its name alone.
          coverage(forecast)", | coverge(forecast)", | a.lesson.json, steps[1].ask.value: there is no measure 'coverge'; choose one of
          coverage(forecast)", | coverage", | a.lesson.json, steps[1].ask.value: the measure 'coverage' needs something in brackets, as in rmse(forecast).
          coverage(forecast)", | coverage(forecast)@long", | a.lesson.json, steps[1].ask.value: 'coverage(forecast)@long' is of the run 'long', which no step before keeps.
          "..50" | "..60" | a.lesson.json, steps[1].ask.choices: '..60' and '50..' overlap.
          "..50", | `` | a.lesson.json, steps[1].ask.choices: has 1 ranges, but the step has 2 lines '- [ ]'; both are as many, at most 9.
          "..50" | "below" | a.lesson.json, steps[1].ask.choices: 'below' is no range; write one like 0.8..1.2, ..0.8 or 1.2...
          "steps": [{ | "steps": [[{ | a.lesson.json, line
          """)
  void aMistakeInTheJsonIsOneSentenceWithItsPlace(String from, String to, String message) {
    String wrong = JSON.replace(from, to);
    String words = WORDS.replace("{epochs} ", "");
    LessonException e = assertThrows(LessonException.class, () -> read(wrong, words));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # A title | A title | a.lesson.md, line 1: the lesson has no title; begin with '# Title'.
          parts and | parts * and *x | a.lesson.md, line 7: '*' is opened and not closed; add '*'.
          `$x_t$**` | `$x_t**` | a.lesson.md, line 7: '$' is opened and not closed; add '$'.
          {coverage(forecast):1} | {coverage(forecast | a.lesson.md, line 18: '{' is opened and not closed; add '}'.
          {coverage(forecast):1} | {nothing} | a.lesson.md, line 18: there is no measure 'nothing'; choose one of
          ### wrong | ### worng | a.lesson.md, line 20: '### worng' is not known; below a step stand '### right', '### wrong' and '### after'.
          ### wrong | ### after | a.lesson.md, line 5: the question has no '### wrong'; say it there.
          ## one: First step | ## o ne: First step | a.lesson.md, line 5: 'o ne: First step' is no step; write '## id: Title'.
          Done. | ## two: More | a.lesson.md, line 26: no step of a.lesson.json has the id 'two'.
          `x_t = \\mu_t $$` | x_t | a.lesson.md, line 11: '$$' is opened and not closed; add '$$'.
          Done. | {rmse(forecast)@long} | a.lesson.md, line 5: 'rmse(forecast)@long' is of the run 'long', which no step before keeps.
          """)
  void aMistakeInTheWordsIsOneSentenceWithItsLine(String from, String to, String message) {
    String words = WORDS.replace("{epochs} ", "").replace(from, to);
    LessonException e = assertThrows(LessonException.class, () -> read(JSON, words));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @Test
  void numbersOfARunStandBelowRepliesAlone() {
    LessonException e = assertThrows(LessonException.class, () -> read(JSON, WORDS));
    assertEquals(
        "a.lesson.md, line 5: numbers in braces stand below '### right', '### wrong' or '###"
            + " after'.",
        e.getMessage());
  }

  /** What is wrong beside the data and the kind is found before the first step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "sample": "nile" | "sample": "nill" | a.lesson.json, data: there is no sample 'nill'; 'undercurrent samples' lists them.
          "kind": "level" | "kind": "lvel" | a.lesson.json, settings:
          "kind": "level" | "kind": "level", "latentSize": 3 | a.lesson.json, settings: There is no setting 'latentSize' of kind level
          "settings" | "hide": ["colour"], "settings" | a.lesson.json, hide: there is no setting 'colour'.
          "play": 5 | "show": ["butterfly"], "play": 5 | a.lesson.json, steps[1].show: the kind has no figure 'butterfly'; it has
          "play": 5 | "set": {"season": "x"}, "play": 5 | a.lesson.json, steps[1].set: There is no setting 'season' of kind level
          """)
  void whatDoesNotFitTheDataOrTheKindIsFoundAtTheBeginning(String from, String to, String message) {
    Lesson lesson = read(JSON.replace(from, to), WORDS.replace("{epochs} ", ""));
    LessonException e = assertThrows(LessonException.class, () -> Lecture.begin(lesson));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @Test
  void wordsOfAnotherLanguageStandBesideThem() throws IOException {
    Files.writeString(folder.resolve("a.lesson.json"), JSON);
    String words = WORDS.replace("{epochs} ", "");
    Files.writeString(folder.resolve("a.lesson.md"), words);
    Files.writeString(folder.resolve("a.lesson.de.md"), words.replace("# A title", "# Ein Titel"));
    assertEquals("Ein Titel", Lessons.open(folder, "de").title());
    assertEquals("A title", Lessons.open(folder.resolve("a.lesson.json"), "fr").title());
    assertEquals("A title", Lessons.open(folder.resolve("a.lesson.de.md"), "en").title());
    assertTrue(Lessons.isNamed(folder.resolve("a.lesson.de.md")));
    assertFalse(Lessons.isNamed(folder.resolve("a.json")));
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    Files.writeString(folder.resolve("b.lesson.json"), JSON);
    LessonException e = assertThrows(LessonException.class, () -> Lessons.open(folder, "en"));
    assertEquals(
        "b.lesson.md: is missing; a lesson is two files, NAME.lesson.json and NAME.lesson.md.",
        e.getMessage());
  }
}
