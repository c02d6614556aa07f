package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Layer;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The gated transition of Krishnan, Shalit and Sontag (2017), equation 6: a mixture, element by
 * element, of a linear and a neural step. c is the context, such as inputs.
 *
 * <pre>
 *   g  = sigmoid(W_g2 ReLU(W_g1 [z, c] + b_g1) + b_g2)
 *   h  = W_p2 ReLU(W_p1 [z, c] + b_p1) + b_p2
 *   μ  = (1 − g) ⊙ (W_μ z + b_μ) + g ⊙ h        W_μ = I and b_μ = 0 at the start
 *   sd = softplus(W_s ReLU(h) + b_s) + floor
 * </pre>
 *
 * The softplus is a standard deviation here, as in Pyro; the paper's is a variance.
 */
public final class GatedTransition implements Transition {
  private final Layer gateHidden;
  private final Layer gate;
  private final Layer proposedHidden;
  private final Layer proposed;
  private final Layer mean;
  private final Layer spread;
  private final float floor;

  public GatedTransition(TransitionParts parts) {
    int z = parts.latentSize();
    floor = (float) parts.floor();
    gateHidden = parts.first("gate1", parts.units());
    gate = parts.layer("gate2", parts.units(), z);
    proposedHidden = parts.first("proposed1", parts.units());
    proposed = parts.layer("proposed2", parts.units(), z);
    mean = parts.layer("mean", z, z);
    mean.beIdentity(parts.parameters());
    spread = parts.layer("spread", z, z);
  }

  @Override
  public Optional<Value> recordGate(Tape tape, Value z, Value context) {
    return Optional.of(gate(tape, SideInputs.join(tape, z, context)));
  }

  private Value gate(Tape tape, Value read) {
    return gate.recordSigmoidOver(gateHidden, tape, read);
  }

  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Value read = SideInputs.join(tape, z, context);
    Value g = gate(tape, read);
    Value h = proposed.recordOver(proposedHidden, tape, read);
    Value mu = tape.blend(g, mean.record(tape, z), h);
    Value sd = tape.softplus(spread.record(tape, tape.relu(h)), floor);
    return new Normal(mu, sd);
  }
}
