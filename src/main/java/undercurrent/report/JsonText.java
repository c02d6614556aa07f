package undercurrent.report;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.text.Visible;

/** JSON for people and programs: indented, with a null for every number that is not finite. */
public final class JsonText {
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /** Puts a number, or null when it is not finite. */
  public static void put(ObjectNode node, String key, double number) {
    if (Double.isFinite(number)) node.put(key, number);
    else node.putNull(key);
  }

  /**
   * JSON in which what is not seen is written out, and a number that is not finite is null, for
   * JSON has no word for it.
   */
  public static String of(JsonNode node) {
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
}
