package undercurrent.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A step of a lesson. Its text is read, its question is answered, its run is trained, and then the
 * answer is compared with the run.
 *
 * @param id in the files
 * @param title may be empty
 * @param set settings that change from here on, by their keys
 * @param epochs that its run is trained for; a step without trains nothing
 * @param goesOn whether the run goes on from that of the step before
 * @param keep the name by which later steps measure its run; empty where none does
 * @param show figures, by their names
 */
public record Step(
    String id,
    String title,
    List<Block> text,
    Map<String, String> set,
    OptionalInt epochs,
    boolean goesOn,
    String keep,
    List<String> show,
    Optional<Question> question,
    Replies replies) {

  /**
   * What is said once the run is trained.
   *
   * @param right to a right answer
   * @param wrong to a wrong one
   * @param after in any case, below
   */
  public record Replies(List<Block> right, List<Block> wrong, List<Block> after) {
    public Replies {
      right = List.copyOf(right);
      wrong = List.copyOf(wrong);
      after = List.copyOf(after);
    }
  }

  public Step {
    text = List.copyOf(text);
    show = List.copyOf(show);
  }
}
