package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds latitude and longitude by name and range, also when they are swapped. */
final class TrackGuess {
  private static final Pattern LATITUDE =
      Pattern.compile("lat|latitude|lat[_ ].*|.*[_ .]lat(itude)?");
  private static final Pattern LONGITUDE =
      Pattern.compile("lon|lng|long|longitude|(lon|lng)[_ ].*|.*[_ .](lon|lng|longitude)");

  private TrackGuess() {}

  static void decide(Draft draft) {
    decide(draft, draft.used(ColumnUse.OBSERVED));
    decide(draft, draft.used(ColumnUse.TRUTH));
  }

  private static void decide(Draft draft, List<Column> columns) {
    Optional<Column> latitude = named(columns, LATITUDE);
    Optional<Column> longitude = named(columns, LONGITUDE);
    if (latitude.isEmpty() || longitude.isEmpty()) return;
    decide(draft, latitude.get(), longitude.get());
  }

  private static Optional<Column> named(List<Column> columns, Pattern pattern) {
    return columns.stream()
        .filter(
            c -> pattern.matcher(UnitName.of(c.name()).name().toLowerCase(Locale.ROOT)).matches())
        .findFirst();
  }

  private static void decide(Draft draft, Column latitude, Column longitude) {
    boolean swapped =
        !latitude.isWithin(-90, 90) && latitude.isWithin(-180, 360) && longitude.isWithin(-90, 90);
    if (swapped) {
      draft.note(SeriesWords.of("trackGuess.swapped", latitude.name(), longitude.name()));
      String name = draft.nameOf(latitude);
      mark(draft, longitude, Channel.Kind.LATITUDE, name);
      mark(draft, latitude, Channel.Kind.LONGITUDE, UnitName.of(longitude.name()).name());
      return;
    }
    mark(draft, latitude, Channel.Kind.LATITUDE, draft.nameOf(latitude));
    mark(draft, longitude, Channel.Kind.LONGITUDE, draft.nameOf(longitude));
  }

  private static void mark(Draft draft, Column column, Channel.Kind kind, String name) {
    draft.kind(column, kind);
    draft.name(column, name, "\u00B0");
  }

  /** Refuses positions that are not on the Earth; call it when the kinds are known. */
  static void check(Draft draft) {
    for (Column column : ChannelGuess.channels(draft)) {
      if (draft.kindOf(column) == Channel.Kind.LATITUDE)
        check(draft, column, "noLatitude", -90, 90);
      if (draft.kindOf(column) == Channel.Kind.LONGITUDE) {
        check(draft, column, "noLongitude", -180, 360);
      }
    }
  }

  private static void check(Draft draft, Column column, String key, int low, int high) {
    int row = column.firstOutside(low, high);
    if (row < 0) return;
    throw draft
        .table()
        .at(
            row,
            column.index(),
            SeriesWords.of(
                "trackGuess." + key,
                Excerpt.of(draft.table().rows().get(row)[column.index()]),
                low,
                high));
  }
}
