package undercurrent.math;

/** A plain recurrent layer; see {@link RnnCell} for its equation. */
public final class Rnn extends PlainRecurrence {
  private final Activation.Kind f;

  private Rnn(Layer input, Layer state, Activation.Kind f) {
    super(input, state, 1);
    this.f = f;
  }

  /** A layer with tanh. */
  public static Rnn tanh(Layer input, Layer state) {
    return new Rnn(input, state, Activation.Kind.TANH);
  }

  /** A layer with ReLU, as in the program of Bingham et al. (2019). */
  public static Rnn relu(Layer input, Layer state) {
    return new Rnn(input, state, Activation.Kind.RELU);
  }

  @Override
  void cell(Tape tape, Value fromInput, Value fromState, Value before, Value active, Value after) {
    tape.rnnCell(f, fromInput, fromState, before, active, after);
  }
}
