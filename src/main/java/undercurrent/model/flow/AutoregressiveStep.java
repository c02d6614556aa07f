package undercurrent.model.flow;

import java.util.function.IntBinaryOperator;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * One step of an inverse autoregressive flow (Kingma et al. 2016): with a network whose masks
 * (MADE; Germain et al. 2015) let output i see only what comes before i in an order of the
 * dimensions,
 *
 * <pre>
 *   z'ᵢ = mᵢ(z_{&lt;i}) + exp(sᵢ(z_{&lt;i})) zᵢ      log |det ∂z'/∂z| = Σ sᵢ
 *   h = ReLU(W z + b)      m = W_m h + b_m      s = W_s h + b_s
 * </pre>
 *
 * It starts as the identity.
 */
final class AutoregressiveStep {
  private final int size;
  private final Linear hidden;
  private final Linear shift;
  private final Linear logScale;
  private final float[] intoHidden;
  private final float[] intoHeads;

  /**
   * @param reversed whether the order is Z … 1 instead of 1 … Z
   */
  AutoregressiveStep(
      Parameters parameters,
      String name,
      int size,
      int units,
      boolean reversed,
      Randomness random) {
    this.size = size;
    hidden = new Linear(parameters, name + ".hidden", size, units, random);
    shift = new Linear(parameters, name + ".shift", units, size, random);
    logScale = new Linear(parameters, name + ".log_scale", units, size, random);
    Initial.fill(parameters, shift.weight(), 0);
    Initial.fill(parameters, logScale.weight(), 0);
    // Unit j may see the dimensions up to its degree; a head of place p the units below p.
    IntBinaryOperator place = (i, n) -> reversed ? n - i : i + 1;
    int degrees = Math.max(1, size - 1);
    intoHidden = new float[size * units];
    intoHeads = new float[units * size];
    for (int i = 0; i < size; i++) {
      int at = place.applyAsInt(i, size);
      for (int j = 0; j < units; j++) {
        int degree = 1 + j % degrees;
        intoHidden[i * units + j] = degree >= at ? 1 : 0;
        intoHeads[j * size + i] = at > degree ? 1 : 0;
      }
    }
  }

  /** The masked weights on a tape, multiplied once however many states are mapped. */
  OnTape on(Tape tape) {
    Value heads = mask(tape, intoHeads, shift);
    return new OnTape(
        tape,
        tape.multiply(tape.parameter(hidden.weight()), mask(tape, intoHidden, hidden)),
        tape.multiply(tape.parameter(shift.weight()), heads),
        tape.multiply(tape.parameter(logScale.weight()), heads));
  }

  private static Value mask(Tape tape, float[] numbers, Linear layer) {
    Value mask = tape.input(layer.weight().rows(), layer.weight().columns());
    System.arraycopy(numbers, 0, mask.data(), 0, numbers.length);
    return mask;
  }

  /** The step on a tape. */
  final class OnTape {
    private final Tape tape;
    private final Value hiddenWeight;
    private final Value shiftWeight;
    private final Value scaleWeight;

    private OnTape(Tape tape, Value hiddenWeight, Value shiftWeight, Value scaleWeight) {
      this.tape = tape;
      this.hiddenWeight = hiddenWeight;
      this.shiftWeight = shiftWeight;
      this.scaleWeight = scaleWeight;
    }

    /** Records z' of z, with the log scales. */
    Flow.Mapped record(Value z) {
      Value h = hidden(z);
      Value s = scales(h);
      return new Flow.Mapped(tape.add(shifts(h), tape.multiply(z, tape.exp(s))), s);
    }

    /**
     * Records z of z': each pass makes one dimension more right, in the order of the step, so that
     * after Z passes all are.
     */
    Flow.Mapped recordInverse(Value after) {
      Value z = after;
      Value less = after;
      for (int pass = 0; pass < size; pass++) {
        Value h = hidden(z);
        less = tape.negate(scales(h));
        z = tape.multiply(tape.subtract(after, shifts(h)), tape.exp(less));
      }
      return new Flow.Mapped(z, less);
    }

    private Value hidden(Value z) {
      return tape.affineRelu(z, hiddenWeight, tape.parameter(hidden.bias()));
    }

    private Value shifts(Value h) {
      return tape.affine(h, shiftWeight, tape.parameter(shift.bias()));
    }

    private Value scales(Value h) {
      return tape.affine(h, scaleWeight, tape.parameter(logScale.bias()));
    }
  }
}
