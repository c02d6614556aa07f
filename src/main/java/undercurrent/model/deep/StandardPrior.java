package undercurrent.model.deep;

import java.util.Arrays;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(z₁) = N(0, I), as in Krishnan et al. 2017. */
public record StandardPrior(int latentSize) implements Prior {
  @Override
  public Normal record(Tape tape, Value context) {
    int rows = context.rows();
    Value mean = tape.block(rows, latentSize);
    Value sd = tape.block(rows, latentSize);
    Arrays.fill(sd.data(), 1f);
    return new Normal(mean, sd);
  }
}
