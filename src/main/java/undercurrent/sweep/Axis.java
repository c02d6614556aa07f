package undercurrent.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import undercurrent.settings.KnobWords;
import undercurrent.text.Visible;

/**
 * A setting and the values that it takes in a sweep.
 *
 * @param key the setting's name
 * @param values at least one, no two alike
 */
public record Axis(String key, List<String> values) {
  private static final String SEED = "seed";
  private static final String KIND = "kind";

  public Axis {
    values = List.copyOf(values);
    if (key.isBlank() || values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw new SweepException(
          Words.of("axis.empty", Visible.name(key + "=" + String.join(",", values))));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new SweepException(Words.of("axis.twice", Visible.name(key)));
    }
    if (key.equals(SEED)) {
      throw new SweepException(Words.of("axis.seed"));
    }
  }

  /** What people see beside the control of the setting. */
  public String label() {
    return key.equals(KIND) ? Words.of("axis.kind") : KnobWords.label(key).orElse(key);
  }

  /**
   * Reads "latentSize=1,2,4"; values that have commas themselves are divided by bars, as in
   * "order=9,0,0|2,1,2".
   *
   * @throws SweepException when it has another form
   */
  public static Axis parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new SweepException(Words.of("axis.noGrid", Visible.name(text)));
    }
    String values = text.substring(equals + 1);
    String divider = values.contains("|") ? "\\|" : ",";
    return new Axis(
        text.substring(0, equals).strip(),
        Arrays.stream(values.split(divider, -1)).map(String::strip).toList());
  }
}
