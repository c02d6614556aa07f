package undercurrent.model.dynamical;

import java.util.Arrays;
import undercurrent.math.Lstm;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Rollout;
import undercurrent.model.dynamical.Part.Layer;
import undercurrent.model.dynamical.Part.Order;
import undercurrent.model.dynamical.Part.Variable;

/**
 * One step of a layer of the generative half, for many states at once. A layer that reads backwards
 * begins at this step, as it does at the last step of a series.
 */
final class LayerStep {
  private final DynamicalVae model;
  private final Layer layer;
  private final StateLayout layout;
  private final Tape tape;
  private final Value input;
  private final Lstm.Stepwise lstm;

  LayerStep(DynamicalVae model, StateLayout layout, Layer layer, int rows) {
    this.model = model;
    this.layer = layer;
    this.layout = layout;
    tape = new Tape(model.parameters(), false);
    input = tape.input(rows, model.width(layer.reads()));
    Value active = tape.input(rows, 1);
    Arrays.fill(active.data(), 1f);
    lstm = model.lstm(layer).stepwise(tape, input, active, 1);
    lstm.record(0);
  }

  /** Whether it is read by what draws zₜ, so that it moves before that. */
  boolean isBeforeState() {
    return layer.order() == Order.DELAYED || !layer.reads().contains(Variable.STATE);
  }

  /** Whether it moves at the first step too. */
  boolean readsFirstStep() {
    return layer.order() != Order.DELAYED;
  }

  /** Moves the layer's part of each state, which may have the state of this step or the last. */
  void move(Rollout.Step next, float[] state) {
    for (int row = 0; row < input.rows(); row++) {
      int from = row * layout.size();
      int column = 0;
      for (Part part : layer.reads()) {
        if (part == Variable.OBSERVED || part == Variable.OBSERVED_BEFORE) {
          observed(next, row, column);
        } else {
          layout.read(part, state, from, input, row, column);
        }
        column += model.width(part);
      }
      if (layer.order() != Order.BACKWARD) before(state, from + layout.at(layer), row);
    }
    tape.forward();
    for (int row = 0; row < input.rows(); row++) {
      int at = row * layout.size() + layout.at(layer);
      StateLayout.write(lstm.after().h(), row, state, at);
      StateLayout.write(lstm.after().c(), row, state, at + model.units());
    }
  }

  private void observed(Rollout.Step next, int row, int column) {
    int size = model.observationSize();
    int from = next.before().length == size ? 0 : row * size;
    for (int d = 0; d < size; d++) {
      float m = next.mask()[from + d];
      input.set(row, column + d, next.before()[from + d] * m);
      input.set(row, column + size + d, m);
    }
  }

  private void before(float[] state, int at, int row) {
    int units = model.units();
    Lstm.States before = lstm.before();
    System.arraycopy(state, at, before.h().data(), before.h().offset() + row * units, units);
    System.arraycopy(
        state, at + units, before.c().data(), before.c().offset() + row * units, units);
  }
}
