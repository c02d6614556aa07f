package undercurrent.model.linear;

/**
 * A learned quantity.
 *
 * @param standardError from the observed information; NaN where the log-likelihood is not curved
 */
public record Parameter(String name, double value, double standardError) {}
