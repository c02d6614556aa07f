package undercurrent.series;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which known truth stands behind an observed channel, by their names: {@code x} behind {@code
 * x_obs}, {@code clean} behind {@code noisy}. The angle is not the truth behind the sine of it.
 */
public final class Truth {
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?<![a-z])(obs|observed|measured|noisy|clean|true|truth|sd[0-9.]+)(?![a-z])");
  private static final Pattern EDGES = Pattern.compile("^[\\s_.-]+|[\\s_.-]+$");

  private Truth() {}

  /** Index of the truth behind an observed channel, if there is one. */
  public static OptionalInt behind(SeriesSet set, int channel) {
    Channel observed = set.channels().get(channel);
    for (int truth : set.truthChannels()) {
      Channel candidate = set.channels().get(truth);
      boolean sameName = stem(candidate.name()).equalsIgnoreCase(stem(observed.name()));
      if (sameName && candidate.unit().equals(observed.unit())) return OptionalInt.of(truth);
    }
    return OptionalInt.empty();
  }

  /** A name without the words that only say what its role is. */
  private static String stem(String name) {
    String spaced = name.replace('_', ' ');
    return EDGES.matcher(ROLE.matcher(spaced).replaceAll("").strip()).replaceAll("");
  }
}
