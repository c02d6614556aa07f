package undercurrent.model.flow;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Steps of an inverse autoregressive flow on a latent state (Kingma et al. 2016), in alternating
 * orders of the dimensions. Here the base space is that of the Gaussian q(z) and the space of the
 * data that of z after the flow; drawing is one pass, the inverse as many as there are dimensions.
 */
public final class InverseAutoregressiveFlow implements Flow {
  private final List<AutoregressiveStep> steps = new ArrayList<>();

  /** The steps are named iaf0, iaf1, … */
  public InverseAutoregressiveFlow(Parameters parameters, FlowShape shape, Randomness random) {
    for (int i = 0; i < shape.layers(); i++) {
      steps.add(
          new AutoregressiveStep(
              parameters, "iaf" + i, shape.size(), shape.units(), i % 2 == 1, random));
    }
  }

  /** The flow on a tape, for states that are drawn one after the other. */
  public OnTape on(Tape tape) {
    return new OnTape(tape, steps.stream().map(step -> step.on(tape)).toList());
  }

  @Override
  public Mapped toData(Tape tape, Value z) {
    return on(tape).toData(z);
  }

  @Override
  public Mapped toBase(Tape tape, Value z) {
    Mapped last = Mapped.unchanged(tape, z);
    for (AutoregressiveStep.OnTape step : on(tape).steps().reversed()) {
      last = last.and(tape, step.recordInverse(last.value()));
    }
    return last;
  }

  /** The steps on a tape. */
  public record OnTape(Tape tape, List<AutoregressiveStep.OnTape> steps) {
    /** Records z after the flow. */
    public Mapped toData(Value z) {
      Mapped last = Mapped.unchanged(tape, z);
      for (AutoregressiveStep.OnTape step : steps) {
        last = last.and(tape, step.record(last.value()));
      }
      return last;
    }
  }

  @Override
  public boolean isElementwise() {
    return false;
  }
}
