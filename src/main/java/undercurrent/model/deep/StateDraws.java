package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * Draws the states of a path from the Gaussians of an inference network, and where there is a flow
 * maps them by it: the next step starts from the state after the flow.
 */
final class StateDraws {
  private final Tape tape;
  private final Value z;
  private final Optional<OnTape> flow;

  private record OnTape(InverseAutoregressiveFlow.OnTape steps, Value base, Value logScales) {}

  /**
   * @param z where the states go, {@code [T·R × Z]}
   */
  StateDraws(Tape tape, Optional<InverseAutoregressiveFlow> flow, Value z) {
    this.tape = tape;
    this.z = z;
    this.flow =
        flow.map(
            f ->
                new OnTape(
                    f.on(tape),
                    tape.block(z.rows(), z.columns()),
                    tape.block(z.rows(), z.columns())));
  }

  /** Records the states from a row on. */
  void record(Value mean, Value sd, Value noise, int from) {
    int count = noise.rows();
    if (flow.isEmpty()) {
      tape.sample(mean, sd, noise, z.rows(from, count));
      return;
    }
    OnTape on = flow.get();
    Value drawn = tape.sample(mean, sd, noise, on.base().rows(from, count));
    Flow.Mapped mapped = on.steps().toData(drawn);
    tape.copy(mapped.value(), 0, z.rows(from, count), 0, z.columns());
    tape.copy(mapped.logDerivatives(), 0, on.logScales().rows(from, count), 0, z.columns());
  }

  /** q and the path, of the Gaussians of all steps. */
  InferenceNetwork.Drawn drawn(Normal normal) {
    return new InferenceNetwork.Drawn(normal, z, flow.map(OnTape::logScales));
  }
}
