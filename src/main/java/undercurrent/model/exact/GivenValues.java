package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.UnsoundException;

/**
 * Values that a person gives to parameters of a model, which are then not learned, as text: {@code
 * level-variance=1469.1;start-mean=0}. In names case, blanks, hyphens and underscores do not count;
 * a value is a number, several with commas between them, or rows of them with slashes.
 */
final class GivenValues {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> asWritten = new LinkedHashMap<>();

  /** The setting, in words. */
  private final Set<String> known = new LinkedHashSet<>();

  private final Set<String> used = new LinkedHashSet<>();

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException one sentence, when a name stands there twice
   */
  static GivenValues of(String text) {
    GivenValues given = new GivenValues();
    for (String one : text.split(";")) {
      if (one.isBlank()) continue;
      String[] sides = one.split("=", 2);
      String name = FixedText.plain(sides[0]);
      if (sides.length < 2 || given.values.put(name, sides[1].strip()) != null) {
        throw new IllegalArgumentException(ModelWords.of("givenValues.syntax", one));
      }
      given.asWritten.put(name, sides[0].strip());
    }
    return given;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Uses what is given, if anything is; a refusal of it names the setting. */
  <T> T fitting(Supplier<T> use) {
    if (isEmpty()) return use.get();
    try {
      return use.get();
    } catch (UnsoundException unsound) {
      throw unsound;
    } catch (IllegalArgumentException refusal) {
      String said = String.valueOf(refusal.getMessage());
      throw said.contains(ModelWords.of("givenValues.fixed"))
          ? refusal
          : new IllegalArgumentException(ModelWords.of("givenValues.refused", said), refusal);
    }
  }

  /** The numbers given under one of the names, if any, row by row. */
  Optional<double[][]> rows(String... names) {
    known.add(names[names.length - 1]);
    for (String name : names) {
      String text = values.get(FixedText.plain(name));
      if (text == null) continue;
      used.add(FixedText.plain(name));
      return Optional.of(
          Arrays.stream(text.split("/"))
              .map(row -> Arrays.stream(row.split(",")).mapToDouble(n -> number(name, n)).toArray())
              .toArray(double[][]::new));
    }
    return Optional.empty();
  }

  /** One number given under one of the names. */
  Optional<Double> number(String... names) {
    return rows(names)
        .map(
            rows -> {
              if (rows.length == 1 && rows[0].length == 1) return rows[0][0];
              throw new IllegalArgumentException(
                  ModelWords.of("givenValues.severalNumbers", names[names.length - 1]));
            });
  }

  private static double number(String name, String text) {
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) return number;
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(ModelWords.of("givenValues.noNumber", text.strip(), name));
  }

  /**
   * Refuses what no parameter has taken.
   *
   * @param kind of model
   */
  void requireUsed(String kind) {
    List<String> unused = new ArrayList<>(values.keySet());
    unused.removeAll(used);
    if (unused.isEmpty()) return;
    throw new IllegalArgumentException(
        ModelWords.of(
            "givenValues.unknown",
            kind,
            asWritten.getOrDefault(unused.getFirst(), unused.getFirst()),
            String.join(", ", known)));
  }
}
