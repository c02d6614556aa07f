package undercurrent.figure;

/** One marked value of an axis and how it is written. */
public record Tick(double value, String label) {}
