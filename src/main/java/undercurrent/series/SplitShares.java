package undercurrent.series;

import java.util.List;
import java.util.Optional;

/** A split by time as a person writes it: "none", or the shares for training and validation. */
public final class SplitShares {
  private static final double ROUNDING = 1e-9;

  private SplitShares() {}

  /** "0.7,0.15" are 70 % for training and 15 % for validation; empty when it is no split. */
  public static Optional<Split> of(String written) {
    if (written.strip().equalsIgnoreCase("none")) return Optional.of(Split.NONE);
    String[] shares = written.split(",", -1);
    if (shares.length != 2) return Optional.empty();
    double training = share(shares[0]);
    double end = training + share(shares[1]);
    return training > 0 && end <= 1 + ROUNDING
        ? Optional.of(new Split(List.of(), training, Math.min(1, end)))
        : Optional.empty();
  }

  /** NaN when it is none. */
  private static double share(String word) {
    try {
      double share = Double.parseDouble(word.strip());
      return share >= 0 && share <= 1 ? share : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
