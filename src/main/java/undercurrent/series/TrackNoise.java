package undercurrent.series;

import java.util.List;
import java.util.Locale;
import undercurrent.text.Visible;

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
    if (noise.isEmpty()) offerClasses(draft);
    for (Column column : noise) {
      boolean isOfPlace = places.stream().anyMatch(p -> isNamedAfter(draft, column, p));
      // One column beside a place alone is of both coordinates.
      boolean isOfBoth = noise.size() == 1;
      if (!isOfPlace && !isOfBoth) continue;
      boolean isTold = !draft.unitOf(column).isEmpty();
      String unit = isTold ? draft.unitOf(column) : isOfPlace ? DEGREES : METRES;
      draft.name(column, draft.nameOf(column), unit);
      draft.note(
          ArgosClasses.areIn(draft.table(), column.index())
              ? SeriesWords.of(
                  "trackNoise.classes", Visible.name(column.name()), ArgosClasses.words())
              : note(Visible.name(column.name()), unit, isTold));
    }
  }

  /** What is left out or observed may tell how well positions are known. */
  private static void offerClasses(Draft draft) {
    for (Column column : draft.columns()) {
      if (draft.isChosen(column) || !ArgosClasses.areIn(draft.table(), column.index())) continue;
      draft.note(
          SeriesWords.of(
              "trackNoise.suspected", Visible.name(column.name()), ArgosClasses.words()));
    }
  }

  private static boolean isNamedAfter(Draft draft, Column noise, Column place) {
    String name = draft.nameOf(noise).toLowerCase(Locale.ROOT);
    String of = draft.nameOf(place).toLowerCase(Locale.ROOT);
    return name.startsWith(of) || name.endsWith(of);
  }

  private static String note(String name, String unit, boolean isTold) {
    boolean isDegrees = unit.equals(DEGREES);
    if (!isTold)
      return SeriesWords.of(isDegrees ? "trackNoise.degrees" : "trackNoise.metres", name);
    if (isDegrees) return SeriesWords.of("trackNoise.toldDegrees", name);
    return unit.equals(METRES)
        ? SeriesWords.of("trackNoise.toldMetres", name)
        : SeriesWords.of("trackNoise.told", name, unit);
  }
}
