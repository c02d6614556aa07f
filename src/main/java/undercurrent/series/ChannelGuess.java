package undercurrent.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives the columns that are read their names, units and kinds. */
final class ChannelGuess {
  private static final Pattern COUNT =
      Pattern.compile(
          "(.*[_ ])?(count|counts|number|passengers|cases|deaths|visits|births|visitors)");

  private ChannelGuess() {}

  static void decide(Draft draft, Map<String, Channel.Kind> wanted) {
    nameChannels(draft);
    for (Column column : channels(draft)) draft.kind(column, kind(draft, column));
    TrackGuess.decide(draft);
    for (Column column : draft.columns()) {
      Channel.Kind kind = wanted.get(column.name());
      if (kind != null) draft.kind(column, kind);
    }
    TrackNoise.decide(draft);
  }

  static List<Column> channels(Draft draft) {
    List<Column> channels = new ArrayList<>(draft.used(ColumnUse.OBSERVED));
    channels.addAll(draft.used(ColumnUse.TRUTH));
    channels.addAll(draft.used(ColumnUse.NOISE));
    channels.addAll(draft.used(ColumnUse.INPUT));
    channels.sort((a, b) -> Integer.compare(a.index(), b.index()));
    return channels;
  }

  private static void nameChannels(Draft draft) {
    Set<String> taken = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Column column : draft.columns()) {
      String name = UnitName.of(column.name()).name();
      if (!taken.add(name)) twice.add(name);
    }
    for (Column column : draft.columns()) {
      UnitName name = UnitName.of(column.name());
      boolean isTwice = twice.contains(name.name());
      String unit = name.unit().isEmpty() ? draft.unitFound(column) : name.unit();
      if (draft.used(ColumnUse.TIME).contains(column)) unit = timeUnit(column, unit);
      draft.name(column, isTwice ? column.name() : name.name(), unit);
    }
  }

  private static String timeUnit(Column time, String found) {
    if (!found.isEmpty()) return found;
    if (TimeGuess.isJulian(time) || time.name().equalsIgnoreCase("datenum")) return "d";
    return time.name().matches("(?i)secs?|seconds?") ? "s" : "";
  }

  private static Channel.Kind kind(Draft draft, Column column) {
    if (draft.used(ColumnUse.NOISE).contains(column)) return Channel.Kind.REAL;
    if (column.hasOnlyZeroAndOne()) return Channel.Kind.BINARY;
    String name = draft.nameOf(column).toLowerCase(Locale.ROOT);
    boolean counts = column.isCount() && COUNT.matcher(name).matches();
    return counts ? Channel.Kind.COUNT : Channel.Kind.REAL;
  }
}
