package undercurrent.math;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation recorded once and replayed: {@link #forward()} runs the operations in order, {@link
 * #backward()} in reverse (Griewank and Walther, Evaluating Derivatives, chapter 3). All buffers
 * are allocated while recording; a replay allocates nothing.
 *
 * <p>Matrices are row-major; a bias is a matrix of one row. Parameters are read from {@link
 * Parameters#data()} at each replay, and their gradients are gathered in {@link #gradient()} in the
 * same order. Not thread-safe; several tapes may share the parameters.
 */
public final class Tape extends FrameVocabulary {
  private final Parameters parameters;
  private final float[] gradient;
  private final Map<Parameters.Entry, Value> leaves = new HashMap<>();
  private Schedule schedule = Schedule.of(List.of());

  /** A tape that can be replayed in both directions. */
  public Tape(Parameters parameters) {
    this(parameters, true);
  }

  /**
   * A tape that keeps gradients only where that is requested; without them it needs half the
   * memory.
   *
   * @param differentiable whether {@link #backward()} will be called
   */
  public Tape(Parameters parameters, boolean differentiable) {
    super(differentiable);
    this.parameters = parameters;
    this.gradient = new float[differentiable ? parameters.size() : 0];
  }

  /** ∂objective/∂parameters after {@link #backward()}, laid out as {@link Parameters#data()}. */
  public float[] gradient() {
    return gradient;
  }

  /** Adds {@link #gradient()} to an array of the same length. */
  public void addGradientTo(float[] sum) {
    for (int i = 0; i < sum.length; i++) sum[i] += gradient[i];
  }

  /**
   * Floating-point operations in the matrix products of one {@link #forward()} and {@link
   * #backward()}; a multiplication with its addition are two.
   */
  public double productOperations() {
    double sum = 0;
    for (Operation operation : operations()) {
      sum +=
          switch (operation) {
            case CombinerSteps s -> (isDifferentiable() ? 4.0 : 2.0) * s.multiplications();
            case PathSteps s -> 2.0 * s.multiplications(isDifferentiable());
            case PlanePerceptron p -> (isDifferentiable() ? 6.0 : 2.0) * p.multiplications();
            case Affine f -> (f.a().hasGradient() ? 4.0 : 2.0) * f.a().size() * f.b().columns;
            case WeightGradient g -> 2.0 * g.a().size() * g.w().columns;
            case Convolution c -> 2.0 * c.multiplications(isDifferentiable());
            case ConvolutionGradient g -> 2.0 * g.multiplications();
            case SmallMatrices m -> 2.0 * 3 * m.products();
            default -> 0;
          };
    }
    return sum;
  }

  /** A matrix of the model's parameters. */
  public Value parameter(Parameters.Entry entry) {
    return leaves.computeIfAbsent(
        entry, e -> new Value(parameters.data(), gradient, e.offset(), e.rows(), e.columns()));
  }

  private Schedule schedule() {
    if (schedule.recorded() != operations().size()) schedule = Schedule.of(operations());
    return schedule;
  }

  /** Replays all operations in order. */
  public void forward() {
    schedule().forward();
  }

  /** The same but for what is sampled into rows of a value, which stay as they are. */
  public void forward(Value kept) {
    schedule().forward(kept);
  }

  /**
   * Makes all gradients zero, but for those that an operation sets; then the caller seeds.
   *
   * @param seeded the values whose gradients the caller may change before {@link #backward()}
   */
  public void clearGradients(List<Value> seeded) {
    Arrays.fill(gradient, 0);
    if (clearBlocks(seeded)) schedule = Schedule.of(operations());
  }

  /**
   * Replays all operations in reverse order, from seeded outputs to the parameters; once after
   * {@link #clearGradients}.
   */
  public void backward() {
    schedule().backward();
  }

  /** a·w + b, with {@code w [in × out]} and {@code b [1 × out]}. */
  public Value affine(Value a, Value w, Value b) {
    return affine(a, w, b, Activation.Kind.IDENTITY, block(a.rows, w.columns));
  }

  /** a·w + b, written to {@code out}. */
  public Value affine(Value a, Value w, Value b, Value out) {
    return affine(a, w, b, Activation.Kind.IDENTITY, out);
  }

  /** ReLU(a·w + b). */
  public Value affineRelu(Value a, Value w, Value b) {
    return affine(a, w, b, Activation.Kind.RELU, block(a.rows, w.columns));
  }

  /** tanh(a·w + b). */
  public Value affineTanh(Value a, Value w, Value b) {
    return affine(a, w, b, Activation.Kind.TANH, block(a.rows, w.columns));
  }

  /** sigmoid(a·w + b). */
  public Value affineSigmoid(Value a, Value w, Value b) {
    return affine(a, w, b, Activation.Kind.SIGMOID, block(a.rows, w.columns));
  }

  /**
   * The same a·w + b, or tanh of it, for the steps of a recursion, one after the other; the
   * gradient of w and b is taken of all rows at once.
   *
   * @param a the rows of all steps, {@code [T·B × in]}
   * @param out where the steps write to, {@code [T·B × out]}
   */
  public Steps steps(Value a, Value w, Value b, boolean tanh, Value out) {
    Weight weight = weight(w);
    weightGradient(a, w, b, out);
    Activation.Kind f = stepKind(tanh);
    return (from, count) ->
        add(new Affine(a.rows(from, count), weight, b, f, out.rows(from, count), products)).out();
  }

  /** A layer whose rows are computed step by step. */
  @FunctionalInterface
  public interface Steps {
    /** Records the rows {@code from … from+count-1}. */
    Value record(int from, int count);
  }

  public Value relu(Value a) {
    return activation(Activation.Kind.RELU, a, 0);
  }

  public Value tanh(Value a) {
    return activation(Activation.Kind.TANH, a, 0);
  }

  public Value sigmoid(Value a) {
    return activation(Activation.Kind.SIGMOID, a, 0);
  }

  /** log(1 + eᵃ) + floor. */
  public Value softplus(Value a, float floor) {
    return activation(Activation.Kind.SOFTPLUS, a, floor);
  }

  /** log(1 + eᵃ) + floor, written to {@code out}. */
  public Value softplus(Value a, float floor, Value out) {
    return add(new Activation(Activation.Kind.SOFTPLUS, a, floor, out)).out();
  }

  private Value activation(Activation.Kind kind, Value a, float floor) {
    return add(new Activation(kind, a, floor, block(a.rows, a.columns))).out();
  }

  /** (1 − g) ⊙ a + g ⊙ b. */
  public Value blend(Value g, Value a, Value b) {
    return add(new Blend(g, a, b, block(a.rows, a.columns))).out();
  }

  /**
   * One step of a gated recurrent unit.
   *
   * @param fromInput W·x + b of reset, update and candidate, {@code [B × 3H]}; the gates take its
   *     place, and like fromState it must not be read by anything else
   * @param fromState U·h + c of the same, {@code [B × 3H]}
   * @param before h of the step before, {@code [B × H]}
   * @param active {@code [B × 1]}, 1 = take the new state, 0 = keep the old one (padding)
   */
  public Value gruCell(Value fromInput, Value fromState, Value before, Value active, Value out) {
    return add(new GruCell(fromInput, fromState, before, active, out)).out();
  }

  /**
   * One step of a long short-term memory cell.
   *
   * @param fromInput W·x + b of input, forget, output and cell, {@code [B × 4H]}; the gates take
   *     its place, and like fromState it must not be read by anything else
   * @param fromState U·h + c of the same, {@code [B × 4H]}; the sums of both take its place
   * @param cellOut where the new cell state goes
   */
  public Value lstmCell(
      Value fromInput,
      Value fromState,
      Value before,
      Value cellBefore,
      Value active,
      Value cellOut,
      Value out) {
    return add(new LstmCell(this, fromInput, fromState, before, cellBefore, active, cellOut, out))
        .out();
  }

  /**
   * One step of a plain recurrent layer.
   *
   * @param fromInput W·x + b, {@code [B × H]}; like fromState, it must not be read by anything else
   * @param fromState U·h + c, {@code [B × H]}
   */
  Value rnnCell(
      Activation.Kind f, Value fromInput, Value fromState, Value before, Value active, Value out) {
    float[] slope = new float[isDifferentiable() ? before.columns : 0];
    return add(new RnnCell(fromInput, fromState, before, active, f, slope, out)).out();
  }

  /** The element-wise mean of some values of one shape; values of one row are repeated. */
  public Value mean(List<Value> parts) {
    int rows = parts.stream().mapToInt(Value::rows).max().orElseThrow();
    return mean(parts, block(rows, parts.getFirst().columns));
  }

  /** The element-wise mean, written to {@code out}. */
  public Value mean(List<Value> parts, Value out) {
    return add(new Mean(List.copyOf(parts), out)).out();
  }

  /** mean + sd ⊙ noise, the reparameterised sample of Kingma and Welling (2014). */
  public Value sample(Value mean, Value sd, Value noise, Value out) {
    return add(new Sampling(mean, sd, noise, out)).out();
  }

  /** A row, or several one after the other, until there are {@code rows}. */
  public Value repeat(Value row, int rows) {
    if (rows == row.rows) return row;
    return repeat(row, row.hasGradient() ? block(rows, row.columns) : input(rows, row.columns));
  }

  /** A row, or several one after the other, until {@code out} is full. */
  public Value repeat(Value row, Value out) {
    return add(new Repeat(row, out)).out();
  }

  /**
   * log N(x; mean, sd²), summed over the observed values of each row.
   *
   * @param mask 1 = observed, 0 = missing
   * @param sd {@code [rows × D]}, or one row for all
   * @return {@code [rows × 1]}
   */
  public Value gaussianLogLikelihood(Value x, Value mask, Value mean, Value sd) {
    Value all = sd.rows == 1 ? sd : repeat(sd, mean.rows);
    return add(GaussianLogLikelihood.of(x, mask, mean, all, block(mean.rows, 1))).out();
  }

  /** log Bernoulli(x; sigmoid(logit)), summed over the observed values of each row. */
  public Value bernoulliLogLikelihood(Value x, Value mask, Value logit) {
    RowTerms part = RowTerms.of(logit.rows, logit.columns);
    return add(new BernoulliLogLikelihood(x, mask, logit, part, block(logit.rows, 1))).out();
  }

  /**
   * log p of codes under the softmax of the logits of each channel, summed over the observed values
   * of each row.
   *
   * @param codes whole numbers from 0 on, {@code [rows × D]}
   * @param first the column of the logits where each channel begins, and behind the last one their
   *     number, {@code [D + 1]}
   */
  public Value categoricalLogLikelihood(Value codes, Value mask, Value logit, int... first) {
    return add(new CategoricalLogLikelihood(codes, mask, logit, first, block(logit.rows, 1))).out();
  }

  /**
   * log p of the observed values of binary rows under a neural autoregressive distribution; see
   * {@link NadeLogLikelihood} for its equations.
   *
   * @param first a₁, {@code [rows × H]}
   * @param v {@code [D × H]}, as w
   * @param bias {@code [1 × D]}
   */
  public Value nadeLogLikelihood(Value x, Value mask, Value first, Value v, Value bias, Value w) {
    NadeLayers layers = new NadeLayers(first, v, bias, w);
    return add(new NadeLogLikelihood(x, mask, layers, block(first.rows, 1))).out();
  }

  /**
   * p(xᵢ = 1|x₁ … xᵢ₋₁) of the same along rows that are drawn by uniform numbers; without a
   * gradient.
   */
  public Value nadeProbabilities(Value uniforms, Value first, Value v, Value bias, Value w) {
    Value out = input(first.rows, v.rows);
    return add(new NadeProbabilities(uniforms, new NadeLayers(first, v, bias, w), out)).out();
  }

  /** KL(N(qMean, qSd²) ‖ N(pMean, pSd²)) of each element, written to {@code out}. */
  public Value gaussianKl(Value qMean, Value qSd, Value pMean, Value pSd, Value out) {
    return add(new GaussianKl(qMean, qSd, pMean, pSd, out)).out();
  }

  /** The normalised product of two Gaussians; mean and standard deviation go to two blocks. */
  public void gaussianProduct(
      Value meanA, Value sdA, Value meanB, Value sdB, Value meanOut, Value sdOut) {
    add(new GaussianProduct(meanA, sdA, meanB, sdB, meanOut, sdOut));
  }

  /** A Kalman filter whose matrices are mixed anew at each of {@code steps} steps of some rows. */
  public KalmanModes kalmanModes(KalmanModes.Matrices matrices, int steps, int rows) {
    return new KalmanModes(this, matrices, steps, rows);
  }
}
