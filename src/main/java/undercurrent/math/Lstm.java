package undercurrent.math;

import java.util.ArrayList;
import java.util.List;

/** A long short-term memory layer; see {@link LstmCell} for its equations. */
public final class Lstm implements Recurrent {
  /** Numbers that the cell reads of each layer, for each unit. */
  public static final int GATES = 4;

  private final Layer input;
  private final Layer state;
  private final int units;

  /** The layers give the numbers of input, forget, output and cell. */
  public Lstm(Layer input, Layer state) {
    this.input = input;
    this.state = state;
    units = state.bias().columns() / GATES;
  }

  public Lstm(Parameters parameters, String name, int in, int units, Randomness randomness) {
    this(
        new Linear(parameters, name + ".input", in, GATES * units, randomness),
        new Linear(parameters, name + ".state", units, GATES * units, randomness));
  }

  @Override
  public Value record(Tape tape, Value x, Value active, int steps, boolean backward) {
    return recordStates(tape, x, active, steps, backward).h();
  }

  /** Both parts of its states as in {@link #record}. */
  public States recordStates(Tape tape, Value x, Value active, int steps, boolean backward) {
    int batch = x.rows() / steps;
    Value fromInput = input.record(tape, x, tape.gates(x.rows(), GATES * units));
    Run run = new Run(tape, active, steps, batch, backward, fromInput);
    for (int i = 0; i < steps; i++) run.record(run.states.row(i));
    return new States(run.states.after(), run.cells.after());
  }

  /**
   * States of a layer.
   *
   * @param h what it gives, {@code [T·B × H]}
   * @param c its cells, {@code [T·B × H]}
   */
  public record States(Value h, Value c) {}

  /**
   * The layer forwards in time, for inputs that depend on its own states: the caller records what
   * fills the rows of a step of x, then that step.
   *
   * @param x a block, {@code [T·B × in]}
   * @param active {@code [T·B × 1]}, 0 where a row is padding: its state is kept
   */
  public Stepwise stepwise(Tape tape, Value x, Value active, int steps) {
    int batch = x.rows() / steps;
    Value fromInput = tape.gates(x.rows(), GATES * units);
    Tape.Steps inputs = input.steps(tape, x, false, fromInput);
    return new Stepwise(inputs, new Run(tape, active, steps, batch, false, fromInput), batch);
  }

  /** A layer whose steps are recorded one by one, from the first on. */
  public static final class Stepwise {
    private final Tape.Steps inputs;
    private final Run run;
    private final int batch;

    private Stepwise(Tape.Steps inputs, Run run, int batch) {
      this.inputs = inputs;
      this.run = run;
      this.batch = batch;
    }

    /** The states before each step; their first rows are the start, zero unless filled. */
    public States before() {
      return new States(run.states.before(), run.cells.before());
    }

    /** The states after each step. */
    public States after() {
      return new States(run.states.after(), run.cells.after());
    }

    /** Records step t, whose input is recorded. */
    public void record(int t) {
      inputs.record(t * batch, batch);
      run.record(t * batch);
    }
  }

  /**
   * The layer forwards in time, as a part of what a {@link PathHead} records.
   *
   * @param active {@code [T·B × 1]}, as in {@link #stepwise}
   */
  public Memory memory(Tape tape, PathHead.Reads reads, Value active, int steps) {
    int batch = active.rows() / steps;
    Value fromInput = tape.gates(active.rows(), GATES * units);
    StepSum sum = StepSum.of(tape, (Linear) input, reads, fromInput, batch);
    Recursion h = new Recursion(tape, steps, batch, units, false);
    Recursion c = new Recursion(tape, steps, batch, units, false);
    // Backwards both products are one, which has a matrix of its own.
    Weight weight = tape.forwards(tape.parameter(state.weight()));
    Value bias = tape.parameter(state.bias());
    StepProduct fromState = StepProduct.of(tape, h.before(), weight, bias);
    List<LstmCell> each = new ArrayList<>();
    for (int t = 0; t < active.rows(); t += batch) {
      each.add(
          new LstmCell(
              tape,
              fromInput.rows(t, batch),
              fromState.out().rows(t, batch),
              h.before().rows(t, batch),
              c.before().rows(t, batch),
              active.rows(t, batch),
              c.after().rows(t, batch),
              h.after().rows(t, batch)));
    }
    return new Memory(
        MemorySteps.of(tape, sum, fromState, each),
        new States(h.before(), c.before()),
        new States(h.after(), c.after()));
  }

  /** A layer inside a recursion. */
  public static final class Memory {
    private final MemorySteps steps;
    private final States before;
    private final States after;

    private Memory(MemorySteps steps, States before, States after) {
      this.steps = steps;
      this.before = before;
      this.after = after;
    }

    MemorySteps steps() {
      return steps;
    }

    /** The states before each step; the first ones are zero. */
    public States before() {
      return before;
    }

    /** The states after each step. */
    public States after() {
      return after;
    }
  }

  /** The states of one pass over the steps. */
  private final class Run {
    private final Tape tape;
    private final Value active;
    private final int batch;
    private final Value fromInput;
    private final Recursion states;
    private final Recursion cells;
    private final Tape.Steps state;

    private Run(Tape tape, Value active, int steps, int batch, boolean backward, Value fromInput) {
      this.tape = tape;
      this.active = active;
      this.batch = batch;
      this.fromInput = fromInput;
      states = new Recursion(tape, steps, batch, units, backward);
      cells = new Recursion(tape, steps, batch, units, backward);
      Value fromState = tape.gates(steps * batch, GATES * units);
      state = Lstm.this.state.steps(tape, states.before(), false, fromState);
    }

    /** Records the step whose first row is t. */
    private void record(int t) {
      tape.lstmCell(
          fromInput.rows(t, batch),
          state.record(t, batch),
          states.before().rows(t, batch),
          cells.before().rows(t, batch),
          active.rows(t, batch),
          cells.after().rows(t, batch),
          states.after().rows(t, batch));
    }
  }
}
