package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import undercurrent.lesson.Measure;
import undercurrent.report.JsonText;

/** Adds a lesson without code by doing what the page on it says, and works it through. */
final class AddALessonTest {
  private static final Path PAGE = Path.of("src/site/markdown/add-a-lesson.md");
  private static final int MOST_LINES = 30;
  private static final Pattern FILE =
      Pattern.compile(
          "`(drift\\.lesson\\.(?:json|md))`[^\n]*\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void follow() throws IOException {
    Matcher files = FILE.matcher(Files.readString(PAGE));
    List<String> written = new ArrayList<>();
    while (files.find()) {
      Files.writeString(folder.resolve(files.group(1)), files.group(2));
      written.add(files.group(1));
    }
    assertEquals(List.of("drift.lesson.json", "drift.lesson.md"), written);
  }

  private JsonNode work(int exit, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Commands commands =
        new Commands(
            new PrintWriter(out, true), new PrintWriter(err, true), false, to -> List.of());
    List<String> arguments = new ArrayList<>(List.of("lesson", folder.toString(), "--json"));
    arguments.addAll(List.of(more));
    assertEquals(exit, commands.run(arguments.toArray(String[]::new)), err.toString());
    return JsonText.JSON.readTree(out.toString()).get(0);
  }

  @Test
  void itTakesFewLines() throws IOException {
    int lines = 0;
    for (String name : List.of("drift.lesson.json", "drift.lesson.md")) {
      lines += Files.readAllLines(folder.resolve(name)).size();
    }
    assertTrue(lines < MOST_LINES, lines + " lines");
  }

  @Test
  void theLessonIsWorkedThroughWithARightAndAWrongAnswer() {
    JsonNode right = work(0).get("steps").get(1);
    assertTrue(right.get("right").asBoolean());
    assertEquals(2, right.get("answer").asInt());
    assertEquals(1, right.get("takenAsRight").size());
    assertEquals(2, right.get("takenAsWrong").size());
    JsonNode wrong = work(0, "--answers", "1").get("steps").get(1);
    assertTrue(!wrong.get("right").asBoolean());
    assertEquals(right.get("truth").asDouble(), wrong.get("truth").asDouble());
    assertEquals(
        right.get("truth").asDouble(), right.get("numbers").get("coverage(predicted)").asDouble());
  }

  @Test
  void aChoiceThatNoValueFindsIsRefused() throws IOException {
    Path json = folder.resolve("drift.lesson.json");
    Files.writeString(json, Files.readString(json).replace("75..98", "75..76"));
    StringWriter err = new StringWriter();
    Commands commands =
        new Commands(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            false,
            to -> List.of());
    assertEquals(1, commands.run("lesson", json.toString()));
    assertTrue(
        err.toString().startsWith("drift.lesson.json, steps[2]: none of the choices holds "),
        err.toString());
  }

  @Test
  void answersThatTheQuestionDoesNotHaveAreRefused() {
    StringWriter err = new StringWriter();
    Commands commands =
        new Commands(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            false,
            to -> List.of());
    assertEquals(2, commands.run("lesson", folder.toString(), "--answers", "4"));
    assertEquals("Answer 1 is '4'; the question has choices 1 to 3.", err.toString().strip());
  }

  @Test
  void thePageTellsOfEveryMeasure() throws IOException {
    String page = Files.readString(PAGE);
    for (Measure measure : Measure.values()) {
      assertTrue(page.contains("`" + measure.word()), measure.word());
    }
  }
}
