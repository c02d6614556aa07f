package undercurrent.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person works through: data, a model, and steps that ask before they train.
 *
 * @param id the name of its files without their ending
 * @param file the name of its JSON, for messages
 * @param wordsFile the name of its Markdown
 * @param folder where its files stand; empty of one that comes along
 * @param title in lists
 * @param summary what it is about
 * @param settings that it begins with, by their keys, beside those that suit its data
 * @param next the id of the lesson that follows; may be empty
 */
public record Lesson(
    String id,
    String file,
    String wordsFile,
    Optional<Path> folder,
    String title,
    List<Block> summary,
    LessonData data,
    Map<String, String> settings,
    Controls controls,
    List<Step> steps,
    String next) {
  public Lesson {
    summary = List.copyOf(summary);
    steps = List.copyOf(steps);
  }

  /** A problem of its JSON. */
  LessonException problem(String place, String sentence) {
    return LessonException.in(file, place, sentence);
  }
}
