package undercurrent.model.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Gru;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.deep.Evidence;
import undercurrent.model.deep.InferenceNetwork;

/**
 * q(zₜ|zₜ₋₁, x) of each chain, from recurrent layers in both directions that all share:
 *
 * <pre>
 *   c = ReLU((tanh(W [zₜ₋₁, uₜ] + b) + h→ + h←) / 3)
 *   q = N(W_m c + b_m, (softplus(W_s c + b_s) + floor)²)      z₀ learned
 * </pre>
 *
 * A chain that is the known part alone does not read u; its mean is moved by B u.
 */
final class GuidedNetwork implements InferenceNetwork {
  private final List<Chain> chains;
  private final int size;
  private final int read;
  private final Gru past;
  private final Gru future;

  /**
   * Draws its weights.
   *
   * @param read how many of the numbers seen at a step the recurrent layers read: [x·m, m] or [x·m,
   *     m, u]
   */
  GuidedNetwork(Chain.Parts parts, List<Chain> chains, int read) {
    this.chains = chains;
    this.read = read;
    size = parts.size();
    past = recurrent(parts, "network.past");
    future = recurrent(parts, "network.future");
  }

  private Gru recurrent(Chain.Parts parts, String name) {
    int width = parts.settings().units().network();
    return new Gru(
        parts.layer(name + ".input", read, Gru.GATES * width),
        parts.layer(name + ".state", width, Gru.GATES * width));
  }

  @Override
  public Conditioning conditioning() {
    return Conditioning.SMOOTHED;
  }

  @Override
  public Drawn record(Tape tape, Evidence evidence) {
    Value seen = evidence.seen();
    if (seen.columns() > read) seen = tape.columns(seen, 0, read);
    List<Value> states =
        List.of(
            past.record(tape, seen, evidence.active(), evidence.steps(), false),
            future.record(tape, seen, evidence.active(), evidence.steps(), true));
    List<Drawn> drawn = new ArrayList<>();
    for (int c = 0; c < chains.size(); c++) {
      Value noise = evidence.noise();
      if (chains.size() > 1) noise = tape.columns(noise, c * size, size);
      drawn.add(new Recursion(tape, evidence, chains.get(c), noise).along(states));
    }
    if (drawn.size() == 1) return drawn.getFirst();
    return new Drawn(
        new Normal(
            tape.join(drawn.stream().map(d -> d.normal().mean()).toList()),
            tape.join(drawn.stream().map(d -> d.normal().sd()).toList())),
        tape.join(drawn.stream().map(Drawn::z).toList()));
  }

  /** One chain, step by step. */
  private final class Recursion {
    private final Tape tape;
    private final Evidence evidence;
    private final Chain chain;
    private final Value noise;
    private final int rows;
    private final int count;

    Recursion(Tape tape, Evidence evidence, Chain chain, Value noise) {
      this.tape = tape;
      this.evidence = evidence;
      this.chain = chain;
      this.noise = noise;
      rows = evidence.paths();
      count = noise.rows();
    }

    Drawn along(List<Value> states) {
      Value u = evidence.context();
      boolean readsInputs = chain.readsInputs() && u.columns() > 0;
      Optional<Value> push = chain.push(tape, u);
      Value all = tape.block(rows + count, size);
      tape.repeat(tape.parameter(chain.before()), all.rows(0, rows));
      Value z = all.rows(rows, count);
      Value from = readsInputs ? tape.block(count, size + u.columns()) : all.rows(0, count);
      int width = chain.combiner().bias().columns();
      Value turned = tape.block(count, width);
      Value c = tape.block(count, width);
      Value mean = tape.block(count, size);
      Value moved = push.isPresent() ? tape.block(count, size) : mean;
      Value spreads = tape.block(count, size);
      Value sd = tape.block(count, size);
      Tape.Steps combiner = chain.combiner().steps(tape, from, true, turned);
      Tape.Steps means = chain.posteriorMean().steps(tape, c, false, mean);
      Tape.Steps deviations = chain.posteriorSpread().steps(tape, c, false, spreads);
      for (int t = 0; t < evidence.steps(); t++) {
        int at = t * rows;
        if (readsInputs) {
          tape.copy(all.rows(at, rows), 0, from.rows(at, rows), 0, size);
          tape.copy(evidence.at(tape, u, t), 0, from.rows(at, rows), size, u.columns());
        }
        List<Value> parts = new ArrayList<>();
        parts.add(combiner.record(at, rows));
        for (Value state : states) parts.add(state.rows(t * evidence.batch(), evidence.batch()));
        tape.copy(tape.relu(tape.mean(parts)), 0, c.rows(at, rows), 0, width);
        Value m = means.record(at, rows);
        if (push.isPresent()) {
          Value added = tape.add(m, evidence.at(tape, push.get(), t));
          m = moved.rows(at, rows);
          tape.copy(added, 0, m, 0, size);
        }
        Value s = tape.softplus(deviations.record(at, rows), chain.floor(), sd.rows(at, rows));
        tape.sample(m, s, noise.rows(at, rows), z.rows(at, rows));
      }
      return new Drawn(new Normal(moved, sd), z);
    }
  }
}
