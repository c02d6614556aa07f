package undercurrent.series;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far a time of day is from UTC, as cells write it: {@code Z}, {@code +02:00}, {@code CEST}, or
 * an offset with the name of its zone, {@code +02:00[Europe/Berlin]}.
 */
final class ZoneNames {
  /** Names that mean one offset wherever they are used, in hours; CST, IST and BST do not. */
  private static final Map<String, Integer> HOURS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("UTC", 0),
              Map.entry("GMT", 0),
              Map.entry("WET", 0),
              Map.entry("WEST", 1),
              Map.entry("CET", 1),
              Map.entry("CEST", 2),
              Map.entry("MEZ", 1),
              Map.entry("MESZ", 2),
              Map.entry("EET", 2),
              Map.entry("EEST", 3),
              Map.entry("MSK", 3),
              Map.entry("EST", -5),
              Map.entry("EDT", -4),
              Map.entry("CDT", -5),
              Map.entry("MST", -7),
              Map.entry("MDT", -6),
              Map.entry("PST", -8),
              Map.entry("PDT", -7),
              Map.entry("JST", 9),
              Map.entry("KST", 9),
              Map.entry("AEST", 10),
              Map.entry("AEDT", 11),
              Map.entry("NZST", 12),
              Map.entry("NZDT", 13)));

  /** Without a group. */
  static final String PATTERN =
      "(?:(?:Z|z|[+-]\\d{2}(?::?\\d{2})?|"
          + String.join("|", HOURS.keySet())
          + ")(?:\\[[A-Za-z0-9_/+-]{1,40}\\])?)";

  private ZoneNames() {}

  /** Seconds that a zone is ahead of UTC; without a zone the time is UTC. */
  static int seconds(@org.jspecify.annotations.Nullable String zone) {
    if (zone == null) return 0;
    String plain = zone.replaceFirst("\\[.*", "");
    Integer hours = HOURS.get(plain);
    if (hours != null) return hours * 3600;
    if (!plain.startsWith("+") && !plain.startsWith("-")) return 0;
    String digits = plain.substring(1).replace(":", "");
    int seconds = Integer.parseInt(digits.substring(0, 2)) * 3600;
    if (digits.length() > 2) seconds += Integer.parseInt(digits.substring(2)) * 60;
    return plain.startsWith("-") ? -seconds : seconds;
  }
}
