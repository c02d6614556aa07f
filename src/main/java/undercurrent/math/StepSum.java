package undercurrent.math;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer of several parts, which stand beside each other; one of them, the late one, is
 * known only step by step in a recursion. Its gradient is taken step by step, that of the others
 * for all steps at once.
 *
 * @param late {@code [T·R × k]}
 * @param place the column where it stands among the parts
 * @param read all parts, {@code [T·R × n]}; the late one itself where it is alone
 * @param w of all parts
 * @param others those that have a gradient
 * @param out {@code [T·R × m]}
 * @param rows R
 */
record StepSum(
    Value late,
    int place,
    Value read,
    Weight w,
    Value b,
    List<Part> others,
    Value out,
    int rows,
    Products products) {
  /** A part that is known before, and its rows of the weights. */
  record Part(Value value, Weight w) {}

  /**
   * Records what is done for all steps at once.
   *
   * @param out where the sums go
   * @param rows R
   */
  static StepSum of(Tape tape, Linear layer, PathHead.Reads reads, Value out, int rows) {
    Value w = tape.parameter(layer.weight());
    Value b = tape.parameter(layer.bias());
    Value late = reads.parts().get(reads.late());
    boolean isAlone = reads.parts().size() == 1;
    Value read = isAlone ? late : tape.input(out.rows, w.rows);
    List<Part> others = new ArrayList<>();
    int place = 0;
    int at = 0;
    for (Value part : reads.parts()) {
      if (part == late) {
        place = at;
      } else {
        tape.copy(part.constant(), 0, read, at, part.columns);
        Value own = w.rows(at, part.columns);
        if (part.hasGradient()) others.add(new Part(part, tape.backwards(own)));
      }
      at += part.columns;
    }
    tape.weightGradient(read, w, b, out);
    Weight all = tape.forwards(w);
    return new StepSum(late, place, read, all, b, List.copyOf(others), out, rows, tape.products);
  }

  /** The values whose gradients change. */
  List<Value> toward() {
    List<Value> toward = new ArrayList<>();
    toward.add(late);
    for (Part part : others) toward.add(part.value);
    return toward;
  }

  /** The sums of the step that begins at a row, whose late part is known now. */
  void forward(int from) {
    int k = late.columns;
    int n = read.columns;
    for (int row = from; row < from + rows && !isAlone(); row++) {
      Loops.copy(late.data, late.offset + row * k, read.data, row * n + place, k);
    }
    int at = read.offset + from * n;
    int to = out.offset + from * out.columns;
    products.add(read.data, at, rows, w.panels(), b.data, b.offset, out.data, to);
  }

  /** Rows of the weights that the late part is multiplied with. */
  Value ofLate() {
    return w.value().rows(place, late.columns);
  }

  /** Whether there is no other part. */
  boolean isAlone() {
    return read == late;
  }

  /**
   * ∂late += ∂out·wᵀ of a step.
   *
   * @param ofLate the weights of {@link #ofLate()}
   * @param toLate work space, {@code [R × k]}
   */
  void backward(int from, Weight ofLate, float[] toLate) {
    int at = late.offset + from * late.columns;
    int first = out.offset + from * out.columns;
    if (isAlone()) {
      products.add(out.grad, first, rows, ofLate.transposed(), late.grad, at);
      return;
    }
    products.set(out.grad, first, rows, ofLate.transposed(), toLate, 0);
    Loops.add(late.grad, at, toLate, 0, late.grad, at, rows * late.columns);
  }

  /** The gradient of the other parts, of all steps. */
  void finish() {
    for (int i = 0; i < others.size(); i++) {
      Value part = others.get(i).value;
      Panels transposed = others.get(i).w.transposed();
      products.add(out.grad, out.offset, out.rows, transposed, part.grad, part.offset);
    }
  }

  /** Of all parts forwards, or also backwards of those that have a gradient. */
  double multiplications(boolean both) {
    int columns = both ? read.columns + late.columns : read.columns;
    for (Part part : others) if (both) columns += part.value.columns;
    return (double) columns * out.size();
  }
}
