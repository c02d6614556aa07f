package undercurrent.sweep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.report.JsonText;
import undercurrent.series.Part;
import undercurrent.training.Criterion;

/**
 * What came of a run: a line of the table. It depends on nothing but the run, so that all machines
 * write the same.
 *
 * @param epochs that were trained
 * @param message why it has no numbers, or empty
 * @param values the criterion of each part that has rows, as it is reported
 */
public record Outcome(
    Point point,
    Status status,
    int epochs,
    String message,
    Criterion criterion,
    Map<Part, Double> values) {
  /** How a run ended. */
  public enum Status {
    TRAINED,
    /** It left finite numbers; what it had before is kept. */
    DIVERGED,
    /** It could not be begun or scored. */
    FAILED
  }

  public Outcome {
    values = Map.copyOf(values);
  }

  /** The criterion of a part; NaN when there is none. */
  public double value(Part part) {
    return values.getOrDefault(part, Double.NaN);
  }

  /** What {@code result.json} holds. */
  String json() {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("run", point.number()).put("seed", point.seed());
    ObjectNode settings = root.putObject("settings");
    point.settings().forEach(settings::put);
    root.put("status", lower(status)).put("epochs", epochs).put("message", message);
    root.put("criterion", criterion.name());
    ObjectNode numbers = root.putObject("values");
    for (Part part : Part.values()) JsonText.put(numbers, lower(part), value(part));
    return JsonText.of(root) + "\n";
  }

  /** Reads what {@link #json} wrote. */
  static Outcome read(String text) {
    JsonNode root = JsonText.JSON.readTree(text);
    Map<String, String> settings = new LinkedHashMap<>();
    root.required("settings")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
    Map<Part, Double> values = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      JsonNode value = root.required("values").path(lower(part));
      if (value.isNumber()) values.put(part, value.asDouble());
    }
    return new Outcome(
        new Point(root.required("run").asInt(), settings, root.required("seed").asLong()),
        Status.valueOf(root.required("status").asString().toUpperCase(Locale.ROOT)),
        root.required("epochs").asInt(),
        root.required("message").asString(),
        Criterion.valueOf(root.required("criterion").asString()),
        values);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
