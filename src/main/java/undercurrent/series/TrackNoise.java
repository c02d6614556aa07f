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
              ? "The classes in column '%s' were read as deviations of Argos locations (%s)."
                  .formatted(Visible.name(column.name()), ArgosClasses.WORDS)
              : note(Visible.name(column.name()), unit, isTold));
    }
  }

  /** What is left out or observed may tell how well positions are known. */
  private static void offerClasses(Draft draft) {
    for (Column column : draft.columns()) {
      if (draft.isChosen(column) || !ArgosClasses.areIn(draft.table(), column.index())) continue;
      String name = Visible.name(column.name());
      draft.note(
          "Column '%s' holds classes of Argos locations; --column %s=noise, or its use in the preview, takes them for deviations of the positions (%s)."
              .formatted(name, name, ArgosClasses.WORDS));
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
