package undercurrent.series;

/**
 * Some rows of a series, one after another.
 *
 * @param from the first of them
 * @param end the row after the last of them
 */
public record Stretch(int from, int end) {}
