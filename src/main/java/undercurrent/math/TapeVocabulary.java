package undercurrent.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a {@link Tape} records with, and the general operations that any model can be written in.
 * Those of frames are in {@link FrameVocabulary}, and the operations that are fused for speed in
 * {@link Tape} itself.
 *
 * <p>Two operands of an element-wise operation need not have the same shape: rows are repeated from
 * above until all are filled, and a single column counts for every column.
 */
public abstract sealed class TapeVocabulary permits FrameVocabulary {
  private final boolean differentiable;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final Map<Value, Weight> weights = new HashMap<>();
  private final List<Dropout> dropouts = new ArrayList<>();
  private Clearing clearing = new Clearing(0, List.of(), List.of());
  final Products products = new Products();

  /** The factors of a dropout: 0 or 1 / (1 − rate). */
  private record Dropout(Value factors, float rate) {}

  TapeVocabulary(boolean differentiable) {
    this.differentiable = differentiable;
  }

  /** Whether gradients are kept. */
  public final boolean isDifferentiable() {
    return differentiable;
  }

  /** The recorded operations in order. */
  final List<Operation> operations() {
    return operations;
  }

  /** What {@link #block} gave. */
  final List<Value> blocks() {
    return values;
  }

  /** A matrix that the caller fills before each replay; no gradient flows to it. */
  public final Value input(int rows, int columns) {
    return Value.allocate(rows, columns, false);
  }

  /** One number. */
  public final Value constant(double number) {
    Value value = input(1, 1);
    value.data[0] = (float) number;
    return value;
  }

  /** An empty block whose rows operations write to. */
  public final Value block(int rows, int columns) {
    Value value = Value.allocate(rows, columns, differentiable);
    values.add(value);
    return value;
  }

  /**
   * A block for the sums of a cell's gates: the cells alone read it, each its rows, and they set
   * their gradients instead of adding to them. These take the place of the numbers, which nobody
   * needs afterwards: half the memory, and what is written was just read.
   */
  final Value gates(int rows, int columns) {
    Value plain = input(rows, columns);
    return differentiable ? new Value(plain.data, plain.data, 0, rows, columns) : plain;
  }

  /** Says whether it was decided anew what is cleared, and which operations set. */
  final boolean clearBlocks(List<Value> seeded) {
    boolean anew = clearing.operations() != operations.size() || !clearing.seeded().equals(seeded);
    if (anew) clearing = Clearing.of(operations, values, seeded);
    clearing.run();
    return anew;
  }

  final <T extends Operation> T add(T operation) {
    operations.add(operation);
    return operation;
  }

  final Weight weight(Value w) {
    Weight known = weights.get(w);
    if (known != null) return known;
    Weight weight = add(new Weight(w, true, differentiable));
    weights.put(w, weight);
    return weight;
  }

  /** A matrix that no gradient is multiplied with. */
  final Weight forwards(Value w) {
    return add(new Weight(w, true, false));
  }

  /** A matrix that gradients alone are multiplied with. */
  final Weight backwards(Value w) {
    return add(new Weight(w, false, differentiable));
  }

  /** a + b. */
  public final Value add(Value a, Value b) {
    return binary(Binary.Kind.ADD, a, b);
  }

  /** a − b. */
  public final Value subtract(Value a, Value b) {
    return binary(Binary.Kind.SUBTRACT, a, b);
  }

  /** a ⊙ b. */
  public final Value multiply(Value a, Value b) {
    return binary(Binary.Kind.MULTIPLY, a, b);
  }

  /** a / b for each element. */
  public final Value divide(Value a, Value b) {
    return binary(Binary.Kind.DIVIDE, a, b);
  }

  private Value binary(Binary.Kind kind, Value a, Value b) {
    Value out = block(Math.max(a.rows, b.rows), Math.max(a.columns, b.columns));
    return add(new Binary(kind, a, b, out)).out();
  }

  /** −a. */
  public final Value negate(Value a) {
    return unary(Unary.Kind.NEGATE, a);
  }

  /** eᵃ. */
  public final Value exp(Value a) {
    return unary(Unary.Kind.EXP, a);
  }

  /** ln a. */
  public final Value log(Value a) {
    return unary(Unary.Kind.LOG, a);
  }

  /** a² for each element. */
  public final Value square(Value a) {
    return unary(Unary.Kind.SQUARE, a);
  }

  /** √a for each element. */
  public final Value sqrt(Value a) {
    return unary(Unary.Kind.SQRT, a);
  }

  /** asinh a. */
  public final Value asinh(Value a) {
    return unary(Unary.Kind.ASINH, a);
  }

  /** sinh a. */
  public final Value sinh(Value a) {
    return unary(Unary.Kind.SINH, a);
  }

  /** sin a for each element. */
  public final Value sin(Value a) {
    return unary(Unary.Kind.SIN, a);
  }

  /** ln Γ(a), a &gt; 0. */
  public final Value logGamma(Value a) {
    return unary(Unary.Kind.LOG_GAMMA, a);
  }

  private Value unary(Unary.Kind kind, Value a) {
    return add(new Unary(kind, a, block(a.rows, a.columns))).out();
  }

  /** a in a larger shape: its rows are repeated, and its column if it has only one. */
  public final Value broadcast(Value a, int rows, int columns) {
    if (a.rows == rows && a.columns == columns) return a;
    return add(new Binary(Binary.Kind.ADD, a, constant(0), block(rows, columns))).out();
  }

  /** The columns of several values of as many rows, from left to right. */
  public final Value join(List<Value> parts) {
    int columns = parts.stream().mapToInt(Value::columns).sum();
    Value out = block(parts.getFirst().rows, columns);
    int to = 0;
    for (Value part : parts) {
      copy(part, 0, out, to, part.columns);
      to += part.columns;
    }
    return out;
  }

  /** The columns {@code from … from+count-1}, as a value of its own. */
  public final Value columns(Value a, int from, int count) {
    Value out = block(a.rows, count);
    copy(a, from, out, 0, count);
    return out;
  }

  /** Writes columns of a value to columns of a block of as many rows. */
  public final void copy(Value a, int from, Value out, int to, int count) {
    int[] all = new int[a.rows];
    Arrays.setAll(all, i -> i);
    add(new Gather(a, all, from, out, to, count));
  }

  /**
   * Some rows of a value.
   *
   * @param rows which, in the order of the result; the array is kept, and what it holds may be
   *     changed before each replay
   */
  public final Value gather(Value a, int[] rows) {
    return add(new Gather(a, rows, 0, block(rows.length, a.columns), 0, a.columns)).out();
  }

  /** The sum of each row, {@code [n × 1]}. */
  public final Value rowSum(Value a) {
    return add(new Reduction(Reduction.Kind.ROW_SUM, a, block(a.rows, 1))).out();
  }

  /** The sum of the rows i, i + r, i + 2r … for each i below r, {@code [r × m]}. */
  public final Value columnSum(Value a, int r) {
    if (a.rows % r != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d rows do not fold to %d", a.rows, r));
    }
    return add(new Reduction(Reduction.Kind.COLUMN_SUM, a, block(r, a.columns))).out();
  }

  /** ln Σ eᵃ over each row, {@code [n × 1]}. */
  public final Value logSumExp(Value a) {
    return add(new Reduction(Reduction.Kind.LOG_SUM_EXP, a, block(a.rows, 1))).out();
  }

  /** eᵃ / Σ eᵃ over each row. */
  public final Value softmax(Value a) {
    return add(new Reduction(Reduction.Kind.SOFTMAX, a, block(a.rows, a.columns))).out();
  }

  /** The matrix product a·b. */
  public final Value product(Value a, Value b) {
    return affine(a, b, input(1, b.columns), Activation.Kind.IDENTITY, block(a.rows, b.columns));
  }

  final Value affine(Value a, Value w, Value b, Activation.Kind f, Value out) {
    Affine operation = new Affine(a, weight(w), b, f, out, products);
    weightGradient(a, w, b, out);
    return add(operation).out();
  }

  final Value planePerceptron(Value x, Value w1, Value b1, Value w2, Value b2, Activation.Kind f) {
    return add(PlanePerceptron.of(x, w1, b1, w2, b2, f, block(x.rows, w2.columns))).out();
  }

  final void weightGradient(Value a, Value w, Value b, Value out) {
    if (differentiable) add(new WeightGradient(a, w, b, out, products));
  }

  /** What the steps of a recursion apply: tanh or nothing. */
  static Activation.Kind stepKind(boolean tanh) {
    return tanh ? Activation.Kind.TANH : Activation.Kind.IDENTITY;
  }

  /**
   * Chosen columns.
   *
   * @param columns which of a each column of the result is, or −1 for zeros
   */
  public final Value select(Value a, int... columns) {
    Value out = a.hasGradient() ? block(a.rows, columns.length) : input(a.rows, columns.length);
    return add(new Selection(a, columns.clone(), out)).out();
  }

  /**
   * Products of small matrices, one a row, row-major: of {@code [n × k]} by {@code [k × m]}.
   *
   * @param flipA whether a holds {@code [k × n]} and its transpose is meant
   * @param flipB whether b holds {@code [m × k]} and its transpose is meant
   */
  public final Value smallProduct(
      Value a, boolean flipA, Value b, boolean flipB, int n, int k, int m) {
    SmallMatrices.Kind kind = SmallMatrices.Kind.PRODUCT;
    return small(new SmallMatrices.Shape(kind, n, k, m, flipA, flipB), a, b);
  }

  /** The lower triangular L with L·Lᵀ = a of matrices {@code [n × n]}, one a row. */
  public final Value cholesky(Value a, int n) {
    SmallMatrices.Kind kind = SmallMatrices.Kind.CHOLESKY;
    return small(new SmallMatrices.Shape(kind, n, n, n, false, false), a, a);
  }

  /** L⁻¹·b, with L lower triangular {@code [n × n]} and b {@code [n × m]} in each row. */
  public final Value solveLower(Value l, Value b, int n, int m) {
    SmallMatrices.Kind kind = SmallMatrices.Kind.SOLVE_LOWER;
    return small(new SmallMatrices.Shape(kind, n, n, m, false, false), l, b);
  }

  /** L⁻ᵀ·b, with L lower triangular {@code [n × n]} and b {@code [n × m]} in each row. */
  public final Value solveUpper(Value l, Value b, int n, int m) {
    SmallMatrices.Kind kind = SmallMatrices.Kind.SOLVE_UPPER;
    return small(new SmallMatrices.Shape(kind, n, n, m, false, false), l, b);
  }

  private Value small(SmallMatrices.Shape shape, Value a, Value b) {
    Value out = block(Math.max(a.rows, b.rows), shape.rows() * shape.columns());
    add(new SmallMatrices(shape, a, b, out));
    return out;
  }

  /**
   * a with a share of its elements set to zero and the others enlarged by as much (Srivastava et
   * al. 2014); without a call of {@link #drawDropouts}, and on a tape that keeps no gradients, a
   * itself.
   *
   * @param rate the share, 0 ≤ rate &lt; 1
   */
  public final Value dropout(Value a, double rate) {
    if (rate == 0 || !differentiable) return a;
    Value factors = input(a.rows, a.columns);
    Arrays.fill(factors.data, 1f);
    dropouts.add(new Dropout(factors, (float) rate));
    return multiply(a, factors);
  }

  /** Draws which elements the next replays drop. */
  public final void drawDropouts(Randomness randomness) {
    for (int d = 0; d < dropouts.size(); d++) {
      Dropout dropout = dropouts.get(d);
      float kept = 1f / (1f - dropout.rate);
      float[] factors = dropout.factors.data;
      for (int i = 0; i < factors.length; i++) {
        factors[i] = randomness.uniform() < dropout.rate ? 0f : kept;
      }
    }
  }
}
