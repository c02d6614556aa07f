package undercurrent.model.flow;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * An affine coupling layer (Dinh, Sohl-Dickstein and Bengio 2017). Of the two parts of a vector one
 * is kept and shifts and scales the other:
 *
 * <pre>
 *   h  = ReLU(… ReLU(W [kept, c] + b))         c = a context, if there is one
 *   x' = u' exp(s) + t      s = tanh(W_s h + b_s)      t = W_t h + b_t
 * </pre>
 *
 * It starts as the identity.
 */
final class CouplingLayer {
  private final int size;
  private final int keptFrom;
  private final int kept;
  private final List<Linear> hidden = new ArrayList<>();
  private final Linear scale;
  private final Linear shift;

  /**
   * @param swapped whether the second part is kept and the first one changed
   */
  CouplingLayer(
      Parameters parameters,
      String name,
      FlowShape shape,
      int contextSize,
      boolean swapped,
      Randomness random) {
    size = shape.size();
    int half = (size + 1) / 2;
    keptFrom = swapped ? half : 0;
    kept = swapped ? size - half : half;
    int units = shape.units();
    for (int i = 0; i < shape.depth(); i++) {
      int in = i == 0 ? kept + contextSize : units;
      String layer = name + ".hidden" + (i == 0 ? "" : String.valueOf(i + 1));
      hidden.add(new Linear(parameters, layer, in, units, random));
    }
    scale = zero(parameters, name + ".scale", random);
    shift = zero(parameters, name + ".shift", random);
  }

  private Linear zero(Parameters parameters, String name, Randomness random) {
    Linear layer =
        new Linear(parameters, name, hidden.getLast().bias().columns(), size - kept, random);
    Initial.fill(parameters, layer.weight(), 0);
    return layer;
  }

  /** Records x of u. */
  Flow.Mapped toData(Tape tape, Value u, List<Value> context) {
    Heads heads = heads(tape, u, context);
    Value moved = tape.multiply(changed(tape, u), tape.exp(heads.s()));
    return joined(tape, u, tape.add(moved, heads.t()), heads.s());
  }

  /** Records u of x. */
  Flow.Mapped toBase(Tape tape, Value x, List<Value> context) {
    Heads heads = heads(tape, x, context);
    Value less = tape.negate(heads.s());
    Value moved = tape.subtract(changed(tape, x), heads.t());
    return joined(tape, x, tape.multiply(moved, tape.exp(less)), less);
  }

  private record Heads(Value s, Value t) {}

  private Heads heads(Tape tape, Value x, List<Value> context) {
    List<Value> seen = new ArrayList<>();
    seen.add(tape.columns(x, keptFrom, kept));
    seen.addAll(context);
    Value h = tape.join(seen);
    for (Linear layer : hidden) h = layer.recordRelu(tape, h);
    return new Heads(scale.recordTanh(tape, h), shift.record(tape, h));
  }

  private Value changed(Tape tape, Value x) {
    return tape.columns(x, keptFrom == 0 ? kept : 0, size - kept);
  }

  private Flow.Mapped joined(Tape tape, Value kept, Value changed, Value logDerivatives) {
    int to = keptFrom == 0 ? this.kept : 0;
    Value value = tape.block(kept.rows(), size);
    tape.copy(kept, keptFrom, value, keptFrom, this.kept);
    tape.copy(changed, 0, value, to, size - this.kept);
    Value derivatives = tape.block(kept.rows(), size);
    tape.copy(logDerivatives, 0, derivatives, to, size - this.kept);
    return new Flow.Mapped(value, derivatives);
  }
}
