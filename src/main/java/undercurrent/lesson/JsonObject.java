package undercurrent.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import undercurrent.text.Visible;

/**
 * An object of a lesson's JSON, whose problems name the file and the place.
 *
 * @param place of the object in the file; empty of the whole
 */
record JsonObject(String file, String place, JsonNode node) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static JsonObject of(String file, String text) {
    try {
      return new JsonObject(file, "", JSON.readTree(text)).requireObject();
    } catch (JacksonException e) {
      var at = e.getLocation();
      String place =
          at == null ? "" : LessonWords.of("place.lineAndColumn", at.getLineNr(), at.getColumnNr());
      throw LessonException.in(
          file, place, LessonWords.of("jsonObject.syntax", e.getOriginalMessage()));
    }
  }

  private JsonObject requireObject() {
    if (!node.isObject()) throw problem(LessonWords.of("jsonObject.noObject"));
    return this;
  }

  LessonException problem(String sentence) {
    return LessonException.in(file, place, sentence);
  }

  /** A problem of one of its values. */
  LessonException problem(String key, String sentence) {
    return LessonException.in(file, at(key), sentence);
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /** Refuses keys that are not known. */
  void requireOnly(Set<String> known) {
    for (String key : node.propertyNames()) {
      if (known.contains(key)) continue;
      throw problem(
          LessonWords.of(
              "jsonObject.unknown", Visible.name(key), String.join(", ", new TreeSet<>(known))));
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  Optional<JsonObject> object(String key) {
    if (!has(key)) return Optional.empty();
    return Optional.of(new JsonObject(file, at(key), node.get(key)).requireObject());
  }

  Optional<String> text(String key) {
    if (!has(key)) return Optional.empty();
    if (node.get(key).isString()) return Optional.of(node.get(key).asString());
    throw problem(key, LessonWords.of("jsonObject.noText"));
  }

  /** A number of at least {@code least}, or what is usual where there is none. */
  double number(String key, double usual, double least) {
    if (!has(key)) return usual;
    JsonNode value = node.get(key);
    if (value.isNumber() && value.asDouble() >= least) return value.asDouble();
    throw problem(key, LessonWords.of("jsonObject.least", value, plain(least)));
  }

  long whole(String key, long usual, long least) {
    double number = number(key, (double) usual, (double) least);
    if (number == Math.rint(number)) return (long) number;
    throw problem(key, LessonWords.of("jsonObject.wholeNumber", node.get(key)));
  }

  private static String plain(double number) {
    return Long.toString((long) number);
  }

  boolean flag(String key) {
    if (!has(key)) return false;
    if (node.get(key).isBoolean()) return node.get(key).asBoolean();
    throw problem(key, LessonWords.of("jsonObject.truth", node.get(key)));
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(key)) {
      if (!each.isString()) throw problem(key, LessonWords.of("jsonObject.texts", each));
      texts.add(each.asString());
    }
    return texts;
  }

  List<JsonObject> objects(String key) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode each : list(key)) {
      String where = at(key) + "[" + (objects.size() + 1) + "]";
      objects.add(new JsonObject(file, where, each).requireObject());
    }
    return objects;
  }

  private Iterable<JsonNode> list(String key) {
    if (!has(key)) return List.of();
    if (node.get(key).isArray()) return node.get(key);
    throw problem(key, LessonWords.of("jsonObject.noList"));
  }

  /** Values of settings by their keys. */
  Map<String, String> settings(String key) {
    Map<String, String> settings = new LinkedHashMap<>();
    object(key)
        .ifPresent(
            all -> {
              for (Map.Entry<String, JsonNode> entry : all.node().properties()) {
                if (!entry.getValue().isValueNode()) {
                  throw all.problem(entry.getKey(), LessonWords.of("jsonObject.noValue"));
                }
                settings.put(entry.getKey(), entry.getValue().asString());
              }
            });
    return settings;
  }
}
