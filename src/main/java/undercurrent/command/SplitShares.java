package undercurrent.command;

import java.util.List;
import undercurrent.series.Split;

/** Reads the option {@code --split}: "none", or the shares for training and validation. */
final class SplitShares {
  private static final double ROUNDING = 1e-9;

  private SplitShares() {}

  static Split of(String option) {
    if (option.strip().equalsIgnoreCase("none")) return Split.NONE;
    String[] shares = option.split(",", -1);
    if (shares.length != 2) throw refused(option);
    double training = share(option, shares[0]);
    double end = training + share(option, shares[1]);
    if (!(training > 0) || end > 1 + ROUNDING) throw refused(option);
    return new Split(List.of(), training, Math.min(1, end));
  }

  private static double share(String option, String word) {
    try {
      double share = Double.parseDouble(word.strip());
      if (share >= 0 && share <= 1) return share;
    } catch (NumberFormatException e) {
      // It is refused below, as a number out of range is.
    }
    throw refused(option);
  }

  private static BadUsage refused(String option) {
    return new BadUsage(
        "'--split %s' is no split; give none, or the shares of the rows for training and for"
                .formatted(option)
            + " validation, such as 0.7,0.15 (the rest is for testing).");
  }
}
