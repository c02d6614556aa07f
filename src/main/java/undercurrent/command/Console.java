package undercurrent.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.text.Visible;

/**
 * Where a command speaks: results to {@code out}, progress and complaints to {@code err}.
 *
 * @param progress whether a bar may be drawn on {@code err}
 */
record Console(PrintWriter out, PrintWriter err, boolean progress) {
  /** More notes of one kind are counted. */
  private static final int MOST_NOTES = 5;

  /**
   * Prints one line in the same way on every machine; see {@link NumberWords#format}. The format
   * has no words, for they have their order and place in each language.
   */
  void say(String format, Object... arguments) {
    line(NumberWords.format(format, arguments));
  }

  /** Prints one line as it is. */
  void line(String words) {
    out.println(Visible.of(words));
    out.flush();
  }

  /** Says where results are. */
  void written(Path place) {
    line(Words.of("console.written", place));
  }

  /** Prints what a person should know of a file and a model before they read numbers. */
  void notes(List<String> notes) {
    for (String note : notes.subList(0, Math.min(notes.size(), MOST_NOTES))) {
      line(Words.of("console.note", note));
    }
    int left = notes.size() - MOST_NOTES;
    if (left > 0) line(Words.counted("console.moreNotes", left, left));
  }

  void json(JsonNode node) {
    out.println(JsonText.of(node));
    out.flush();
  }

  void complain(String sentence) {
    err.println(Visible.of(sentence));
    err.flush();
  }
}
