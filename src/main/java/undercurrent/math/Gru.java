package undercurrent.math;

/** A gated recurrent layer; see {@link GruCell} for its equations. */
public final class Gru extends PlainRecurrence {
  /** Numbers that the cell reads of each layer, for each unit. */
  public static final int GATES = 3;

  /** The layers give the numbers of reset, update and candidate. */
  public Gru(Layer input, Layer state) {
    super(input, state, GATES);
  }

  @Override
  void cell(Tape tape, Value fromInput, Value fromState, Value before, Value active, Value after) {
    tape.gruCell(fromInput, fromState, before, active, after);
  }
}
