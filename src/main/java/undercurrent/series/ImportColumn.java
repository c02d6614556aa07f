package undercurrent.series;

/**
 * One column of a file as it would be read.
 *
 * @param name as in the file, or "column 3" where the file gives none; unique
 * @param reason why it is used or left out this way, a short sentence; may be empty
 */
public record ImportColumn(String name, Channel.Kind kind, ColumnUse use, String reason) {}
