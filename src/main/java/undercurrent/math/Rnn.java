package undercurrent.math;

/** A plain recurrent layer; see {@link RnnCell} for its equation. */
public final class Rnn extends PlainRecurrence {
  private final Activation.Kind f;

  private Rnn(
      Parameters parameters,
      String name,
      int in,
      int units,
      Activation.Kind f,
      Randomness randomness) {
    super(parameters, name, in, units, 1, randomness);
    this.f = f;
  }

  /** A layer with tanh. */
  public static Rnn tanh(
      Parameters parameters, String name, int in, int units, Randomness randomness) {
    return new Rnn(parameters, name, in, units, Activation.Kind.TANH, randomness);
  }

  /** A layer with ReLU, as in the program of Bingham et al. (2019). */
  public static Rnn relu(
      Parameters parameters, String name, int in, int units, Randomness randomness) {
    return new Rnn(parameters, name, in, units, Activation.Kind.RELU, randomness);
  }

  @Override
  void cell(Tape tape, Value fromInput, Value fromState, Value before, Value active, Value after) {
    tape.rnnCell(f, fromInput, fromState, before, active, after);
  }
}
