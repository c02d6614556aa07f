package undercurrent.command;

import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Prints a JSON tree for people: a line a value, lists indented. */
record Outline(Console console) {
  void say(JsonNode root) {
    say(root, "");
  }

  private void say(JsonNode node, String indent) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (value.isArray()) {
        if (value.isEmpty()) continue;
        console.say("%s%s:", indent, words(entry));
        for (JsonNode item : value) console.say("%s  - %s", indent, oneLine(item));
      } else if (value.isObject()) {
        console.say("%s%s:%s", indent, words(entry), isFlat(value) ? " " + oneLine(value) : "");
        if (!isFlat(value)) say(value, indent + "  ");
      } else {
        console.say("%s%s: %s", indent, words(entry), value.asString());
      }
    }
  }

  /** The key as people read it, which in English is the key. */
  private static String words(Map.Entry<String, JsonNode> entry) {
    return Words.of("outline." + entry.getKey());
  }

  private static boolean isFlat(JsonNode node) {
    return node.properties().stream().allMatch(e -> e.getValue().isValueNode());
  }

  private static String oneLine(JsonNode node) {
    if (!node.isObject()) return node.asString();
    StringJoiner line = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String text = entry.getValue().asString();
      if (!text.isEmpty()) line.add(words(entry) + " " + text);
    }
    return line.toString();
  }
}
