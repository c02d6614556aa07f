package undercurrent.inference;

/** Means with the lower and upper end of a central band, each {@code [steps][size]}. */
public record Band(double[][] mean, double[][] lower, double[][] upper) {}
