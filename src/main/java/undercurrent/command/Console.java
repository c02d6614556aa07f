package undercurrent.command;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import undercurrent.text.Visible;

/**
 * Where a command speaks: results to {@code out}, progress and complaints to {@code err}.
 *
 * @param progress whether a bar may be drawn on {@code err}
 */
record Console(PrintWriter out, PrintWriter err, boolean progress) {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Prints one line in the same way on every machine. */
  void say(String format, Object... arguments) {
    out.println(Visible.of(String.format(Locale.ROOT, format, arguments)));
    out.flush();
  }

  void json(JsonNode node) {
    out.println(text(node));
    out.flush();
  }

  /** JSON in which what is not seen is written out, as JSON may do. */
  static String text(JsonNode node) {
    return Visible.of(JSON.writeValueAsString(node));
  }

  void complain(String sentence) {
    err.println(Visible.of(sentence));
    err.flush();
  }
}
