package undercurrent.lesson;

import undercurrent.text.Visible;

/** A lesson that cannot be used; its message is one sentence that names the file and the place. */
public final class LessonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private LessonException(String sentence) {
    super(sentence);
  }

  /**
   * One of a file.
   *
   * @param file its name
   * @param place in it, such as "steps[1].ask"; may be empty
   * @param problem the rest of the sentence, which says what to do
   */
  public static LessonException in(String file, String place, String problem) {
    String where = place.isEmpty() ? "" : ", " + Visible.name(place);
    return new LessonException(Visible.of(Visible.name(file) + where + ": " + problem));
  }

  /** One at a line of a file. */
  public static LessonException in(String file, int line, String problem) {
    return in(file, LessonWords.of("place.line", line), problem);
  }
}
