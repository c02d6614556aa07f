package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The rate of an emission of counts: softplus(W a + b) + floor, or e^(W a + b), a the trunk of z.
 * It starts at the mean count of each channel.
 */
final class Rate {
  /** The rate that a channel without counts starts with. */
  private static final double LEAST = 0.05;

  private final Linear head;
  private final RateLink link;
  private final float floor;

  Rate(EmissionParts parts, Counts counts) {
    head = parts.head("emission.rate");
    link = parts.settings().rateLink();
    floor = (float) parts.floor();
    for (int d = 0; d < counts.size(); d++) {
      double first = Math.max(LEAST, counts.mean(d));
      boolean isLog = link == RateLink.EXPONENTIAL;
      parts.parameters().data()[head.bias().offset() + d] =
          (float) (isLog ? StrictMath.log(first) : Initial.inverseSoftplus(first));
    }
  }

  /** Records it, {@code [rows × D]}. */
  Value record(Tape tape, Value a) {
    Value said = head.record(tape, a);
    return link == RateLink.EXPONENTIAL ? tape.exp(said) : tape.softplus(said, floor);
  }
}
