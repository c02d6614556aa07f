package undercurrent.model.dynamical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import undercurrent.math.Lstm;
import undercurrent.math.PathHead;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.dynamical.Part.Layer;
import undercurrent.model.dynamical.Part.Order;
import undercurrent.model.dynamical.Part.Variable;

/**
 * A batch on a tape: q, a path drawn from it, and all that the generative half reads on that path.
 * What does not depend on the states is recorded for all steps at once, and so is what follows when
 * they are drawn; what q reads of states before is one operation of all steps.
 */
final class Recording {
  private final DynamicalVae model;
  private final Structure structure;
  private final Tape tape;
  private final Value active;
  private final int steps;
  private final int batch;
  private final Map<Part, Value> values = new HashMap<>();
  private final Map<Layer, Lstm.States> states = new HashMap<>();
  private final Normal q;
  private final Normal ends;

  /**
   * Records it.
   *
   * @param seen [x·m, m], {@code [T·B × 2D]}
   * @param active {@code [T·B × 1]}
   * @param noise {@code [T·B × (Z + W)]}; w is drawn with that of the first step
   */
  Recording(DynamicalVae model, Tape tape, Value seen, Value active, Value noise, int steps) {
    this.model = model;
    this.structure = model.structure();
    this.tape = tape;
    this.active = active;
    this.steps = steps;
    batch = seen.rows() / steps;
    values.put(Variable.OBSERVED, seen);
    values.put(Variable.OBSERVED_BEFORE, delayed(seen));
    ends = structure.hasStatic() ? recordStatic(noise) : none();
    int z = model.stateSize();
    Value all = tape.block((steps + 1) * batch, z);
    values.put(Variable.STATE_BEFORE, all.rows(0, steps * batch));
    values.put(Variable.STATE, all.rows(batch, steps * batch));
    Value own = model.staticSize() == 0 ? noise : tape.columns(noise, 0, z);
    boolean isRecursive = structure.posterior().stream().anyMatch(Part::dependsOnStates);
    q = isRecursive ? recordSteps(own, all) : recordAtOnce(own);
  }

  private Normal none() {
    return new Normal(tape.input(batch, 0), tape.input(batch, 0));
  }

  /** Each row one step later, and zeros at the first step. */
  private Value delayed(Value a) {
    Value out = tape.block(a.rows(), a.columns());
    int later = a.rows() - batch;
    if (later > 0) tape.copy(a.rows(0, later), 0, out.rows(batch, later), 0, a.columns());
    return out;
  }

  /** q(w|·), {@code [B × W]}; w is put beside each step. */
  private Normal recordStatic(Value noise) {
    List<Value> read = new ArrayList<>();
    for (Layer layer : structure.ends()) {
      boolean isBackward = layer.order() == Order.BACKWARD;
      read.add(value(layer).rows(isBackward ? 0 : (steps - 1) * batch, batch));
    }
    Normal found = model.ends().record(tape, tape.join(read));
    int size = model.staticSize();
    Value own = tape.columns(noise.rows(0, batch), model.stateSize(), size);
    Value w = tape.sample(found.mean(), found.sd(), own, tape.block(batch, size));
    values.put(Variable.STATIC, atEachStep(w));
    return found;
  }

  /** The rows {@code [B × n]} again at each step. */
  Value atEachStep(Value rows) {
    Value out = tape.block(steps * batch, rows.columns());
    for (int t = 0; t < steps; t++) {
      tape.copy(rows, 0, out.rows(t * batch, batch), 0, rows.columns());
    }
    return out;
  }

  private Normal recordAtOnce(Value noise) {
    Normal found = model.posterior().record(tape, join(structure.posterior()));
    tape.sample(found.mean(), found.sd(), noise, value(Variable.STATE));
    return found;
  }

  private Normal recordSteps(Value noise, Value all) {
    List<Part> reads = structure.posterior();
    Optional<Layer> layer =
        reads.stream()
            .filter(Part::dependsOnStates)
            .flatMap(part -> part instanceof Layer l ? Stream.of(l) : Stream.empty())
            .findFirst();
    boolean isDelayed = layer.isPresent() && layer.get().order() == Order.DELAYED;
    Optional<Lstm.Memory> memory = layer.map(this::recordMemory);
    return model.posterior().recordSteps(tape, reads(reads), memory, isDelayed, noise, all);
  }

  private Lstm.Memory recordMemory(Layer layer) {
    Lstm.Memory memory = model.lstm(layer).memory(tape, reads(layer.reads()), active, steps);
    put(layer, layer.order() == Order.DELAYED ? memory.before() : memory.after());
    return memory;
  }

  /** Parts of which one depends on the states that are drawn. */
  private PathHead.Reads reads(List<Part> parts) {
    int late = 0;
    while (!parts.get(late).dependsOnStates()) late++;
    if (parts.stream().filter(Part::dependsOnStates).count() > 1) {
      throw new IllegalStateException("two parts depend on the states");
    }
    return new PathHead.Reads(parts.stream().map(this::value).toList(), late);
  }

  /** What a layer reads that is recorded step by step; what is known before is there at once. */
  private final class Input {
    private final List<Part> late = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Value value;

    Input(List<Part> reads, Predicate<Part> isLate) {
      if (reads.size() == 1 && reads.getFirst() instanceof Variable only) {
        value = value(only);
        return;
      }
      value = tape.block(steps * batch, model.width(reads));
      int at = 0;
      for (Part part : reads) {
        if (isLate.test(part)) {
          late.add(part);
          places.add(at);
        } else {
          tape.copy(value(part), 0, value, at, model.width(part));
        }
        at += model.width(part);
      }
    }

    /** Records what of step t is known now. */
    void fill(int t) {
      for (int i = 0; i < late.size(); i++) {
        Value from = value(late.get(i)).rows(t * batch, batch);
        tape.copy(from, 0, value.rows(t * batch, batch), places.get(i), from.columns());
      }
    }
  }

  /** A layer that is recorded step by step. */
  private final class Walk {
    private final Layer layer;
    private final Input input;
    private final Lstm.Stepwise lstm;

    Walk(Layer layer) {
      this(layer, Part::dependsOnStates);
    }

    /**
     * @param isLate what is recorded step by step
     */
    Walk(Layer layer, Predicate<Part> isLate) {
      this.layer = layer;
      input = new Input(layer.reads(), isLate);
      lstm = model.lstm(layer).stepwise(tape, input.value, active, steps);
      put(layer, isDelayed() ? lstm.before() : lstm.after());
    }

    boolean isDelayed() {
      return layer.order() == Order.DELAYED;
    }

    void record(int t) {
      input.fill(t);
      lstm.record(t);
    }
  }

  /**
   * Records the generative half again on the same path, fed with what the model makes itself: what
   * is read of the observation before is, where {@code own} is 1, the mean of p(xₜ|·) and counts as
   * observed. q stays that of what was observed.
   *
   * @param own 0 or 1, {@code [T·B × 1]}
   * @param kept 1 where {@code own} is 0
   */
  void feedOwn(Value own, Value kept) {
    Layer layer = structure.feeding();
    Value seen = value(Variable.OBSERVED);
    Value fed = tape.block(seen.rows(), seen.columns());
    Variable read =
        layer.reads().contains(Variable.OBSERVED) ? Variable.OBSERVED : Variable.OBSERVED_BEFORE;
    values.put(read, fed);
    Walk walk = new Walk(layer, part -> part == read || part.dependsOnStates());
    Value ones = tape.input(batch, seen.columns() / 2);
    Arrays.fill(ones.data(), 1f);
    for (int t = 0; t < steps; t++) {
      if (!walk.isDelayed()) walk.record(t);
      int to = walk.isDelayed() ? t : t + 1;
      if (to < steps) {
        int from = t * batch;
        Value mean = model.emission().record(tape, read(t)).moments(tape).mean();
        Value made = tape.multiply(tape.join(List.of(mean, ones)), own.rows(from, batch));
        Value observed = tape.multiply(seen.rows(from, batch), kept.rows(from, batch));
        Value both = tape.add(made, observed);
        tape.copy(both, 0, fed.rows(to * batch, batch), 0, fed.columns());
      }
      if (walk.isDelayed()) walk.record(t);
    }
  }

  /** What the emission reads at a step. */
  private Value read(int t) {
    List<Value> parts = new ArrayList<>();
    for (Part part : structure.emission()) parts.add(value(part).rows(t * batch, batch));
    return parts.size() == 1 ? parts.getFirst() : tape.join(parts);
  }

  private void put(Layer layer, Lstm.States all) {
    states.put(layer, all);
    values.put(layer, all.h());
  }

  /** A part at all steps, {@code [T·B × n]}; recorded now if it is a layer that is not yet. */
  Value value(Part part) {
    if (part instanceof Layer layer) return states(layer).h();
    return Objects.requireNonNull(values.get(part), part::toString);
  }

  /** The states of a layer that are read at each step. */
  Lstm.States states(Layer layer) {
    Lstm.States known = states.get(layer);
    if (known != null) return known;
    if (layer.order() == Order.DELAYED) {
      Walk walk = new Walk(layer);
      for (int t = 0; t < steps; t++) walk.record(t);
    } else {
      boolean isBackward = layer.order() == Order.BACKWARD;
      Value read = join(layer.reads());
      put(layer, model.lstm(layer).recordStates(tape, read, active, steps, isBackward));
    }
    return Objects.requireNonNull(states.get(layer));
  }

  /** Parts beside each other. */
  Value join(List<? extends Part> parts) {
    if (parts.size() == 1) return value(parts.getFirst());
    return tape.join(parts.stream().map(this::value).toList());
  }

  /** q(zₜ|·) on the path drawn, {@code [T·B × Z]}. */
  Normal q() {
    return q;
  }

  /** q(w|·), {@code [B × W]}. */
  Normal ends() {
    return ends;
  }

  /** p(zₜ|·) on the path drawn, {@code [T·B × Z]}. */
  Normal recordPrior() {
    int rows = steps * batch;
    int z = model.stateSize();
    int standard = model.prior().isEmpty() ? rows : structure.startsStandard() ? batch : 0;
    if (standard == 0) return model.prior().orElseThrow().record(tape, join(structure.prior()));
    Value mean = tape.block(rows, z);
    Value sd = tape.block(rows, z);
    Arrays.fill(sd.data(), 0, standard * z, 1f);
    int later = rows - standard;
    if (later > 0) {
      Value read = join(structure.prior()).rows(standard, later);
      Normal next = model.prior().orElseThrow().record(tape, read);
      tape.copy(next.mean(), 0, mean.rows(standard, later), 0, z);
      tape.copy(next.sd(), 0, sd.rows(standard, later), 0, z);
    }
    return new Normal(mean, sd);
  }
}
