package undercurrent.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
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

  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Prints one line in the same way on every machine; see {@link NumberWords#format}. */
  void say(String format, Object... arguments) {
    out.println(Visible.of(NumberWords.format(format, arguments)));
    out.flush();
  }

  /** Prints what a person should know of a file and a model before they read numbers. */
  void notes(List<String> notes) {
    for (String note : notes.subList(0, Math.min(notes.size(), MOST_NOTES))) say("Note: %s", note);
    int left = notes.size() - MOST_NOTES;
    if (left > 0) say("Note: and %s more like these.", NumberWords.count(left, "note"));
  }

  void json(JsonNode node) {
    out.println(text(node));
    out.flush();
  }

  /**
   * JSON in which what is not seen is written out, and a number that is not finite is null, for
   * JSON has no word for it.
   */
  static String text(JsonNode node) {
    JsonNode finite = node.deepCopy();
    clean(finite);
    return Visible.of(JSON.writeValueAsString(finite));
  }

  private static void clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        if (isEndless(entry.getValue())) object.putNull(entry.getKey());
        else clean(entry.getValue());
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (isEndless(array.get(i))) array.setNull(i);
        else clean(array.get(i));
      }
    }
  }

  private static boolean isEndless(JsonNode node) {
    return node.isNumber() && !Double.isFinite(node.asDouble());
  }

  void complain(String sentence) {
    err.println(Visible.of(sentence));
    err.flush();
  }
}
