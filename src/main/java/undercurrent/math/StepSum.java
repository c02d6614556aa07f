package undercurrent.math;

import java.util.List;
import java.util.Optional;

/**
 * A linear layer of several parts, which stand beside each other; one of them, the late one, is
 * known only step by step in a recursion. The parts are not copied together. What stands before the
 * late one is multiplied for all steps at once; sums have the order of the parts, and so the bits
 * of one product.
 *
 * @param late {@code [T·R × k]}
 * @param isAlone whether it is the only part
 * @param isBegun whether out holds the sum of the parts before
 * @param behind what stands after the late one
 * @param out {@code [T·R × m]}
 * @param toLate work space for ∂late of a step, {@code [R × k]}
 * @param zeros {@code [1 × k]}
 */
record StepSum(
    Value late,
    Weight w,
    Value b,
    boolean isAlone,
    boolean isBegun,
    Optional<Behind> behind,
    Value out,
    int rows,
    float[] toLate,
    float[] zeros,
    Products products) {
  /** A part that is known before, and its weights. */
  record Behind(Value part, Weight w) {}

  /**
   * Records what is computed for all steps at once.
   *
   * @param parts from left to right, each {@code [T·R × n]}
   * @param place which of them is the late one
   * @param out where the sums go
   * @param rows R
   */
  static StepSum of(Tape tape, Linear layer, List<Value> parts, int place, Value out, int rows) {
    Value w = tape.parameter(layer.weight());
    Value b = tape.parameter(layer.bias());
    int first = 0;
    if (place > 0) {
      Value before = place == 1 ? parts.getFirst() : tape.join(parts.subList(0, place));
      first = before.columns;
      tape.affine(before, w.rows(0, first), b, out);
    }
    Value late = parts.get(place);
    int next = first + late.columns;
    // The bias counts once.
    Value none = tape.input(1, out.columns);
    Value own = w.rows(first, late.columns);
    Weight weight = tape.weight(own);
    tape.weightGradient(late, own, place > 0 ? none : b, out);
    Optional<Behind> behind = Optional.empty();
    if (place < parts.size() - 1) {
      List<Value> rest = parts.subList(place + 1, parts.size());
      Value part = rest.size() == 1 ? rest.getFirst() : tape.join(rest);
      Value other = w.rows(next, part.columns);
      behind = Optional.of(new Behind(part, tape.weight(other)));
      tape.weightGradient(part, other, none, out);
    }
    int size = late.columns;
    return new StepSum(
        late,
        weight,
        b,
        parts.size() == 1,
        place > 0,
        behind,
        out,
        rows,
        new float[rows * size],
        new float[size],
        tape.products);
  }

  /** The sums of the step that begins at a row, whose late part is known now. */
  void forward(int from) {
    int at = late.offset + from * late.columns;
    int to = out.offset + from * out.columns;
    if (isBegun) products.add(late.data, at, rows, w.panels(), out.data, to);
    else products.add(late.data, at, rows, w.panels(), b.data, b.offset, out.data, to);
    if (behind.isEmpty()) return;
    Value part = behind.get().part;
    int first = part.offset + from * part.columns;
    products.add(part.data, first, rows, behind.get().w.panels(), out.data, to);
  }

  /** ∂late += ∂out·wᵀ of a step. */
  void backward(int from) {
    int at = late.offset + from * late.columns;
    int first = out.offset + from * out.columns;
    if (isAlone) {
      products.add(out.grad, first, rows, w.transposed(), late.grad, at);
      return;
    }
    products.add(out.grad, first, rows, w.transposed(), zeros, 0, toLate, 0);
    Loops.add(late.grad, at, toLate, 0, late.grad, at, toLate.length);
  }

  /** The gradient of what stands after the late part, of all steps. */
  void finish() {
    if (behind.isEmpty() || !behind.get().part.hasGradient()) return;
    Value part = behind.get().part;
    Panels transposed = behind.get().w.transposed();
    products.add(out.grad, out.offset, out.rows, transposed, part.grad, part.offset);
  }

  /** Of the parts that are multiplied step by step. */
  double multiplications() {
    double width = late.columns + behind.map(b -> b.part.columns).orElse(0);
    return width * out.size();
  }
}
