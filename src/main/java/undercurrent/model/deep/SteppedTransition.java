package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A known transition that is applied as often as the gap before a step is long; see {@link
 * GapReading}. From the second time on it starts from a Gaussian: its mean and variances are those
 * of the 2Z points m ± √Z s eᵢ (Arasaratnam and Haykin 2009), which is exact where the function is
 * linear; covariances between dimensions are left out, as the result is a diagonal Gaussian.
 *
 * @param one the transition over a typical gap
 * @param latentSize Z
 * @param from the column of the context where the further steps begin
 * @param most how often it is applied at most
 */
record SteppedTransition(Transition one, int latentSize, int from, int most) implements Transition {
  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Normal first = one.record(tape, z, context);
    int rows = z.rows();
    Value mean = tape.broadcast(first.mean(), rows, latentSize);
    Value sd = tape.broadcast(first.sd(), rows, latentSize);
    for (int step = 1; step < most; step++) {
      Value wanted = tape.columns(context, from + step - 1, 1);
      Value isOn = tape.broadcast(wanted, rows, latentSize);
      Normal next = moved(tape, mean, sd, context);
      mean = tape.blend(isOn, mean, next.mean());
      sd = tape.blend(isOn, sd, next.sd());
    }
    return new Normal(mean, sd);
  }

  private Normal moved(Tape tape, Value mean, Value sd, Value context) {
    List<Value> means = new ArrayList<>();
    List<Value> variances = new ArrayList<>();
    for (int i = 0; i < latentSize; i++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        Value direction = tape.input(1, latentSize);
        direction.set(0, i, sign * Math.sqrt(latentSize));
        Value point = tape.add(mean, tape.multiply(sd, direction));
        Normal next = one.record(tape, point, context);
        means.add(next.mean());
        variances.add(tape.square(next.sd()));
      }
    }
    Value center = tape.mean(means);
    for (Value point : List.copyOf(means)) {
      variances.add(tape.square(tape.subtract(point, center)));
    }
    // Both lists of variances have one entry a point, so that their mean is half of the sum.
    Value half = tape.mean(variances);
    return new Normal(center, tape.sqrt(tape.add(half, half)));
  }
}
