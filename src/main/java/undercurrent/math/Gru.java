package undercurrent.math;

/** A gated recurrent layer; see {@link GruCell} for its equations. */
public final class Gru extends PlainRecurrence {
  private static final int GATES = 3;

  public Gru(Parameters parameters, String name, int in, int units, Randomness randomness) {
    super(parameters, name, in, units, GATES, randomness);
  }

  @Override
  void cell(Tape tape, Value fromInput, Value fromState, Value before, Value active, Value after) {
    tape.gruCell(fromInput, fromState, before, active, after);
  }
}
