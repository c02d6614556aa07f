package undercurrent.series;

/**
 * One column of a file as it would be read.
 *
 * @param name as in the file, or "column 3" where the file gives none; unique
 * @param channel the name without its unit
 * @param unit empty when none is known
 * @param reason why it is used or left out this way, a short sentence; may be empty
 * @param missing how many cells are empty or say that there is no value
 */
public record ImportColumn(
    String name,
    String channel,
    String unit,
    Channel.Kind kind,
    ColumnUse use,
    String reason,
    int missing) {}
