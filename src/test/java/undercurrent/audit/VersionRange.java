package undercurrent.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions between bounds, written as Maven does: {@code [3.0,3.1.7),[3.2,3.2.3)} is from 3.0 and
 * before 3.1.7, or from 3.2 and before 3.2.3. A bound that is not written is open.
 */
record VersionRange(List<Interval> intervals) {
  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(])([^\\[\\](),]*),([^\\[\\](),]*)([\\])])(,|$)");

  VersionRange {
    intervals = List.copyOf(intervals);
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static VersionRange of(String written) {
    List<Interval> intervals = new ArrayList<>();
    Matcher matcher = INTERVAL.matcher(written);
    int end = 0;
    while (end < written.length() && matcher.find() && matcher.start() == end) {
      intervals.add(
          new Interval(
              matcher.group(1).equals("["),
              matcher.group(2),
              matcher.group(3),
              matcher.group(4).equals("]")));
      end = matcher.end();
    }
    if (intervals.isEmpty() || end < written.length() || written.endsWith(",")) {
      throw new IllegalArgumentException(
          "'" + written + "' is not a range of versions; write one like [3.0,3.1.7).");
    }
    return new VersionRange(intervals);
  }

  boolean contains(Version version) {
    return intervals.stream().anyMatch(interval -> interval.contains(version));
  }

  @Override
  public String toString() {
    return String.join(",", intervals.stream().map(Interval::toString).toList());
  }

  /** Versions between two bounds; an empty bound is open. */
  record Interval(boolean fromIncluded, String from, String to, boolean toIncluded) {
    boolean contains(Version version) {
      if (!from.isEmpty()) {
        int order = version.compareTo(Version.of(from));
        if (order < 0 || (order == 0 && !fromIncluded)) return false;
      }
      if (to.isEmpty()) return true;
      int order = version.compareTo(Version.of(to));
      return order < 0 || (order == 0 && toIncluded);
    }

    @Override
    public String toString() {
      return (fromIncluded ? "[" : "(") + from + "," + to + (toIncluded ? "]" : ")");
    }
  }
}
