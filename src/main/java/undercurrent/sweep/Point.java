package undercurrent.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a sweep.
 *
 * @param number from 1 in the order of the grid
 * @param settings the value of each axis, in the order of the axes
 */
public record Point(int number, Map<String, String> settings, long seed) {
  public Point {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Its settings as they are typed, such as "kind=deep, latentSize=2". */
  String words() {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The name of its folder, such as "000017". */
  public String name() {
    return String.format(Locale.ROOT, "%06d", number);
  }
}
