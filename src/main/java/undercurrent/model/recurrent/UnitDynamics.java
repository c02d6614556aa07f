package undercurrent.model.recurrent;

import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** What is learned of how states move, and of where they start. */
final class UnitDynamics {
  /** Turns of the first matrices, as angles a typical gap. */
  private static final double SLOWEST = 0.03;

  private static final double FASTEST = 1;
  private static final double DAMPING = 0.02;
  private static final double SCATTER = 0.02;
  private static final double FIRST_DENSITY = 0.05;

  private final PairedStates states;
  private final Parameters.Entry matrices;
  private final Linear shares;
  private final Parameters.Entry density;
  private final Parameters.Entry startMean;
  private final Parameters.Entry startUpper;
  private final Parameters.Entry startLower;
  private final Parameters.Entry startSide;

  /**
   * @param count K
   */
  UnitDynamics(Parameters parameters, PairedStates states, int count, Randomness random) {
    this.states = states;
    int n = states.pairs();
    int size = 2 * n;
    matrices = parameters.add("transition.matrices", count, size * size);
    shares = new Linear(parameters, "transition.shares", size, count, random);
    density = parameters.add("transition.density", 1, size);
    startMean = parameters.add("start.mean", 1, size);
    startUpper = parameters.add("start.upper", 1, n);
    startLower = parameters.add("start.lower", 1, n);
    startSide = parameters.add("start.side", 1, n);
    Initial.fill(parameters, density, StrictMath.log(FIRST_DENSITY));
    turn(parameters, count, random.named(matrices.name()));
  }

  /** Each pair turns, at another rate in each matrix; pairs hardly act on each other. */
  private void turn(Parameters parameters, int count, Randomness random) {
    int n = states.pairs();
    int size = 2 * n;
    double range = StrictMath.log(FASTEST / SLOWEST);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < size * size; i++) {
        parameters.set(matrices, k * size * size + i, SCATTER * random.normal());
      }
      for (int i = 0; i < n; i++) {
        double rate = SLOWEST * StrictMath.exp(range * random.uniform());
        int at = k * size * size;
        int j = i + n;
        parameters.set(matrices, at + i * size + i, -DAMPING);
        parameters.set(matrices, at + j * size + j, -DAMPING);
        parameters.set(matrices, at + i * size + j, rate);
        parameters.set(matrices, at + j * size + i, -rate);
      }
    }
  }

  UnitFilter filter(Tape tape) {
    return new UnitFilter(
        states,
        tape.parameter(matrices),
        tape.parameter(shares.weight()),
        tape.parameter(shares.bias()),
        tape.exp(tape.parameter(density)));
  }

  /** Records what is known before anything is observed, {@code [rows × 5n]}. */
  Value start(Tape tape, int rows) {
    Value upper = tape.exp(tape.parameter(startUpper));
    Value lower = tape.exp(tape.parameter(startLower));
    // A correlation lies within ±1.
    Value side =
        tape.multiply(tape.tanh(tape.parameter(startSide)), tape.sqrt(tape.multiply(upper, lower)));
    Value one = tape.join(List.of(tape.parameter(startMean), upper, lower, side));
    return tape.repeat(one, rows);
  }
}
