package undercurrent.inference;

import java.util.Arrays;

/** Means with the lower and upper end of a central band, each {@code [steps][size]}. */
public record Band(double[][] mean, double[][] lower, double[][] upper) {
  Band rows(int from, int to) {
    return new Band(
        Arrays.copyOfRange(mean, from, to),
        Arrays.copyOfRange(lower, from, to),
        Arrays.copyOfRange(upper, from, to));
  }
}
