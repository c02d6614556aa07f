package undercurrent.model.recurrent;

import java.util.Arrays;
import undercurrent.math.Progress;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.series.Sequence;

/**
 * One pass of the filter over a sequence, with the weights as they are. A long sequence goes
 * through it in pieces, each of which begins with the state that the piece before ended with.
 */
public final class UnitPass {
  private static final int LONGEST = 256;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final RecurrentUnit model;
  private final Tape tape;
  private final Value x;
  private final Value mask;
  private final Value any;
  private final Value gaps;
  private final Value start;
  private final UnitFilter.Steps states;
  private final Normal[] shown = new Normal[2];

  /**
   * What is known of each row.
   *
   * @param predicted given the rows before it
   * @param filtered given the row itself too
   */
  public record Beliefs(UnitBelief predicted, UnitBelief filtered) {
    /** log p(xₜ|x₁:ₜ₋₁) of the first rows of the sequence, in nats, 0 of what is missing. */
    public double[] logLikelihoods(Sequence sequence, int rows) {
      double[] terms = new double[rows];
      for (int t = 0; t < rows; t++) {
        double[] mean = predicted.observedMean()[t];
        double[] sd = predicted.observedDeviation()[t];
        for (int d = 0; d < mean.length; d++) {
          int at = t * mean.length + d;
          if (sequence.mask()[at] == 0) continue;
          double z = (sequence.values()[at] - mean[d]) / sd[d];
          terms[t] -= 0.5 * (z * z + LOG_TWO_PI) + StrictMath.log(sd[d]);
        }
      }
      return terms;
    }
  }

  private UnitPass(RecurrentUnit model, int rows) {
    this.model = model;
    tape = new Tape(model.parameters(), false);
    int size = model.observationSize();
    x = tape.input(rows, size);
    mask = tape.input(rows, size);
    any = tape.input(rows, 1);
    gaps = tape.input(rows, 1);
    start = tape.input(1, model.states().size());
    UnitFilter.Latent latent = model.maps().encode(tape, x, mask, any);
    states = model.dynamics().filter(tape).record(tape, start, latent, gaps);
    shown[0] = model.maps().decode(tape, states.predicted());
    shown[1] = model.maps().decode(tape, states.filtered());
  }

  /** What is known of each row of a sequence; rows of which nothing was observed are foreseen. */
  public static Beliefs over(RecurrentUnit model, Sequence sequence) {
    return over(model, sequence, sequence.steps());
  }

  /**
   * log p(xₜ|x₁:ₜ₋₁) of the first rows of a sequence, as {@link Beliefs#logLikelihoods}; the pieces
   * behind them are left out.
   */
  public static double[] logLikelihoods(RecurrentUnit model, Sequence sequence, int rows) {
    return over(model, sequence, rows).logLikelihoods(sequence, rows);
  }

  private static Beliefs over(RecurrentUnit model, Sequence sequence, int wanted) {
    int steps = sequence.steps();
    UnitBelief predicted = new UnitBelief(steps, model.latentSize(), model.observationSize());
    UnitBelief filtered = new UnitBelief(steps, model.latentSize(), model.observationSize());
    if (steps > 0) {
      UnitPass pass = new UnitPass(model, Math.min(steps, LONGEST));
      pass.begin();
      for (int from = 0; from < wanted; from += LONGEST) {
        Progress.current().at(from, wanted);
        int rows = Math.min(LONGEST, steps - from);
        pass.run(sequence, from, rows);
        pass.read(pass.states.predicted(), pass.shown[0], predicted, from, rows);
        pass.read(pass.states.filtered(), pass.shown[1], filtered, from, rows);
      }
    }
    return new Beliefs(predicted, filtered);
  }

  /** The state before the first row follows from weights alone: the filter need not run for it. */
  private void begin() {
    Tape weights = new Tape(model.parameters(), false);
    Value first = model.dynamics().start(weights, 1);
    weights.forward();
    System.arraycopy(first.data(), first.offset(), start.data(), 0, start.size());
  }

  private void run(Sequence sequence, int from, int rows) {
    int size = model.observationSize();
    for (Value value : new Value[] {x, mask, any, gaps}) Arrays.fill(value.data(), 0);
    for (int t = 0; t < rows; t++) {
      int row = from + t;
      gaps.data()[t] = row == 0 ? 0 : model.gap(sequence.gaps()[row]);
      if (sequence.put(row, x.data(), mask.data(), t * size)) any.data()[t] = 1;
    }
    tape.forward();
    Value last = states.filtered().rows(rows - 1, 1);
    System.arraycopy(last.data(), last.offset(), start.data(), 0, start.size());
  }

  private void read(Value given, Normal observed, UnitBelief belief, int from, int rows) {
    int n = model.states().pairs();
    for (int t = 0; t < rows; t++) {
      for (int i = 0; i < 2 * n; i++) {
        belief.mean()[from + t][i] = given.get(t, i);
        belief.deviation()[from + t][i] = Math.sqrt(given.get(t, 2 * n + i));
      }
      for (int d = 0; d < model.observationSize(); d++) {
        belief.observedMean()[from + t][d] = observed.mean().get(t, d);
        belief.observedDeviation()[from + t][d] = observed.sd().get(t, d);
      }
    }
  }
}
