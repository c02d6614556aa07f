package undercurrent.math;

/** A linear layer, x·W + b with {@code W [in × out]}. */
public final class Linear implements Layer {
  private final Parameters.Entry weight;
  private final Parameters.Entry bias;

  /** Weights uniform in ±1/√in, as PyTorch draws them; bias zero. */
  public Linear(Parameters parameters, String name, int in, int out, Randomness randomness) {
    weight = parameters.add(name + ".weight", in, out);
    bias = parameters.add(name + ".bias", 1, out);
    Initial.uniform(parameters, weight, 1 / Math.sqrt(in), randomness.named(weight.name()));
  }

  @Override
  public Value record(Tape tape, Value x) {
    return tape.affine(x, tape.parameter(weight), tape.parameter(bias));
  }

  /** ReLU(x·W + b). */
  @Override
  public Value recordRelu(Tape tape, Value x) {
    return tape.affineRelu(x, tape.parameter(weight), tape.parameter(bias));
  }

  /** tanh(x·W + b). */
  public Value recordTanh(Tape tape, Value x) {
    return tape.affineTanh(x, tape.parameter(weight), tape.parameter(bias));
  }

  /** sigmoid(x·W + b). */
  @Override
  public Value recordSigmoid(Tape tape, Value x) {
    return tape.affineSigmoid(x, tape.parameter(weight), tape.parameter(bias));
  }

  @Override
  public Value recordOver(Layer hidden, Tape tape, Value x) {
    return over(hidden, tape, x, Activation.Kind.IDENTITY);
  }

  @Override
  public Value recordSigmoidOver(Layer hidden, Tape tape, Value x) {
    return over(hidden, tape, x, Activation.Kind.SIGMOID);
  }

  private Value over(Layer hidden, Tape tape, Value x, Activation.Kind f) {
    Value w = tape.parameter(weight);
    Value b = tape.parameter(bias);
    if (hidden instanceof Linear first && PlanePerceptron.fits(x, w)) {
      return tape.planePerceptron(
          x, tape.parameter(first.weight), tape.parameter(first.bias), w, b, f);
    }
    return tape.affine(hidden.recordRelu(tape, x), w, b, f, tape.block(x.rows, w.columns));
  }

  /** For the steps of a recursion, see {@link Tape#steps}. */
  @Override
  public Tape.Steps steps(Tape tape, Value x, boolean tanh, Value out) {
    return tape.steps(x, tape.parameter(weight), tape.parameter(bias), tanh, out);
  }

  /** Records into the rows of a block. */
  @Override
  public Value record(Tape tape, Value x, Value out) {
    return tape.affine(x, tape.parameter(weight), tape.parameter(bias), out);
  }

  @Override
  public Parameters.Entry weight() {
    return weight;
  }

  @Override
  public Parameters.Entry bias() {
    return bias;
  }

  @Override
  public void beIdentity(Parameters parameters) {
    Initial.identity(parameters, weight);
  }
}
