package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The rate of an emission of counts: softplus(W a + b) + floor, or e^(W a + b), a the trunk of z.
 * It starts at the mean count of each channel.
 */
final class Rate {
  /** The rate that a channel without counts starts with. */
  private static final double LEAST = 0.05;

  private final Readout head;
  private final RateLink link;
  private final float floor;

  Rate(EmissionParts parts, Counts counts) {
    head = parts.readout("emission.rate");
    link = parts.settings().rateLink();
    floor = (float) parts.floor();
    double[] first = new double[counts.size()];
    for (int d = 0; d < first.length; d++) {
      double mean = Math.max(LEAST, counts.mean(d));
      boolean isLog = link == RateLink.EXPONENTIAL;
      first[d] = isLog ? StrictMath.log(mean) : Initial.inverseSoftplus(mean);
    }
    head.startAt(first);
  }

  /** Records it, {@code [rows × D]}. */
  Value record(Tape tape, Value a) {
    Value said = head.record(tape, a);
    return link == RateLink.EXPONENTIAL ? tape.exp(said) : tape.softplus(said, floor);
  }
}
