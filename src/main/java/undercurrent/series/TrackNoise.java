package undercurrent.series;

import java.util.List;
import java.util.Locale;

/**
 * The unit of columns that say how well positions were measured: that of the column's name, as in
 * {@code lat_sd_m}, else degrees beside the latitude or longitude that they are named after.
 */
final class TrackNoise {
  private static final String DEGREES = "\u00B0";
  private static final String METRES = "m";

  private TrackNoise() {}

  static void decide(Draft draft) {
    List<Column> places =
        draft.used(ColumnUse.OBSERVED).stream()
            .filter(
                c ->
                    draft.kindOf(c) == Channel.Kind.LATITUDE
                        || draft.kindOf(c) == Channel.Kind.LONGITUDE)
            .toList();
    if (places.size() < 2) return;
    List<Column> noise = draft.used(ColumnUse.NOISE);
    for (Column column : noise) {
      boolean isOfPlace = places.stream().anyMatch(p -> isNamedAfter(draft, column, p));
      // One column beside a place alone is of both coordinates.
      boolean isOfBoth = noise.size() == 1;
      if (!isOfPlace && !isOfBoth) continue;
      boolean isTold = !draft.unitOf(column).isEmpty();
      String unit = isTold ? draft.unitOf(column) : isOfPlace ? DEGREES : METRES;
      draft.name(column, draft.nameOf(column), unit);
      draft.note(note(column.name(), unit, isTold));
    }
  }

  private static boolean isNamedAfter(Draft draft, Column noise, Column place) {
    String name = draft.nameOf(noise).toLowerCase(Locale.ROOT);
    String of = draft.nameOf(place).toLowerCase(Locale.ROOT);
    return name.startsWith(of) || name.endsWith(of);
  }

  private static String note(String name, String unit, boolean isTold) {
    String words = unit.equals(DEGREES) ? "degrees" : unit.equals(METRES) ? "metres" : unit;
    String hint =
        isTold
            ? ""
            : unit.equals(DEGREES)
                ? "; name it '%s_m' where it is in metres".formatted(name)
                : "; name it '%s_deg' where it is in degrees".formatted(name);
    return "The deviations in column '%s' were read in %s%s.".formatted(name, words, hint);
  }
}
