package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The gated transition of Krishnan, Shalit and Sontag (2017), equation 6: a mixture, element by
 * element, of a linear and a neural step.
 *
 * <pre>
 *   g  = sigmoid(W_g2 ReLU(W_g1 z + b_g1) + b_g2)
 *   h  = W_p2 ReLU(W_p1 z + b_p1) + b_p2
 *   μ  = (1 − g) ⊙ (W_μ z + b_μ) + g ⊙ h        W_μ = I and b_μ = 0 at the start
 *   sd = softplus(W_s ReLU(h) + b_s) + floor
 * </pre>
 *
 * The softplus is a standard deviation here, as in Pyro; the paper's is a variance.
 */
public final class GatedTransition implements Transition {
  private final Linear gateHidden;
  private final Linear gate;
  private final Linear proposedHidden;
  private final Linear proposed;
  private final Linear mean;
  private final Linear spread;
  private final float floor;

  public GatedTransition(
      Parameters parameters, int latentSize, int units, double floor, Randomness random) {
    this.floor = (float) floor;
    gateHidden = new Linear(parameters, "transition.gate1", latentSize, units, random);
    gate = new Linear(parameters, "transition.gate2", units, latentSize, random);
    proposedHidden = new Linear(parameters, "transition.proposed1", latentSize, units, random);
    proposed = new Linear(parameters, "transition.proposed2", units, latentSize, random);
    mean = Linear.identity(parameters, "transition.mean", latentSize, random);
    spread = new Linear(parameters, "transition.spread", latentSize, latentSize, random);
  }

  @Override
  public Normal record(Tape tape, Value z) {
    Value g = gate.recordSigmoid(tape, gateHidden.recordRelu(tape, z));
    Value h = proposed.record(tape, proposedHidden.recordRelu(tape, z));
    Value mu = tape.blend(g, mean.record(tape, z), h);
    Value sd = tape.softplus(spread.record(tape, tape.relu(h)), floor);
    return new Normal(mu, sd);
  }
}
