package undercurrent.series;

/**
 * How to read the times of a {@link SeriesSet}.
 *
 * @param name the column's name, or "time step"
 * @param unit "s", "year", "d", "h", "" …
 * @param isDate true when the times are days since 1970-01-01T00:00Z and are shown as dates
 * @param regular true when every series has one constant spacing
 */
public record TimeAxis(String name, String unit, boolean isDate, boolean regular) {}
