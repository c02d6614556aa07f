package undercurrent.math;

/**
 * A learned map of rows, which boxes of a model are made of: f(x) with a weight and a bias. A
 * {@link Linear} layer reads each row alone; a {@link ConvolutionLayer} reads the rows around it
 * too, which are the pixels of its frame.
 */
public sealed interface Layer permits Linear, ConvolutionLayer {
  /** Records f(x). */
  Value record(Tape tape, Value x);

  /** Records f(x) into the rows of a block. */
  Value record(Tape tape, Value x, Value out);

  /** ReLU(f(x)). */
  Value recordRelu(Tape tape, Value x);

  /** sigmoid(f(x)). */
  Value recordSigmoid(Tape tape, Value x);

  /** f(ReLU(hidden(x))). */
  default Value recordOver(Layer hidden, Tape tape, Value x) {
    return record(tape, hidden.recordRelu(tape, x));
  }

  /** sigmoid(f(ReLU(hidden(x)))). */
  default Value recordSigmoidOver(Layer hidden, Tape tape, Value x) {
    return recordSigmoid(tape, hidden.recordRelu(tape, x));
  }

  /**
   * f, or tanh of it, for the steps of a recursion, see {@link Tape#steps}.
   *
   * @param x the rows of all steps
   * @param out where the steps write to, as many rows
   */
  Tape.Steps steps(Tape tape, Value x, boolean tanh, Value out);

  /** Makes it give its input back, as far as it has as many columns; the bias is left alone. */
  void beIdentity(Parameters parameters);

  Parameters.Entry weight();

  /** One row. */
  Parameters.Entry bias();
}
