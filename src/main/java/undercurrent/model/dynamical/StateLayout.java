package undercurrent.model.dynamical;

import java.util.List;
import undercurrent.math.Value;
import undercurrent.model.dynamical.Part.Layer;
import undercurrent.model.dynamical.Part.Variable;

/**
 * A state of the generative half as numbers: zₜ, w, and of each of its layers h and c. So a layer
 * goes on from a state alone.
 */
record StateLayout(DynamicalVae model, List<Layer> layers) {
  static StateLayout of(DynamicalVae model) {
    return new StateLayout(model, model.structure().generative());
  }

  /** How many numbers a state has. */
  int size() {
    return model.latentSize() + 2 * model.units() * layers.size();
  }

  /** Where h of a layer stands; its c follows. */
  int at(Layer layer) {
    return model.latentSize() + 2 * model.units() * layers.indexOf(layer);
  }

  /** Where a part of a state stands. */
  private int at(Part part) {
    return switch (part) {
      case Layer layer -> at(layer);
      case Variable v ->
          switch (v) {
            case STATE, STATE_BEFORE -> 0;
            case STATIC -> model.stateSize();
            case OBSERVED, OBSERVED_BEFORE ->
                throw new IllegalArgumentException("no part of a state: " + v);
          };
    };
  }

  /**
   * Writes a part of a state to a row of what is read.
   *
   * @param from where the state begins
   * @param column where the part goes
   */
  void read(Part part, float[] state, int from, Value to, int row, int column) {
    int width = model.width(part);
    int target = to.offset() + row * to.columns() + column;
    System.arraycopy(state, from + at(part), to.data(), target, width);
  }

  /** Copies a row of a value to a state. */
  static void write(Value from, int row, float[] state, int at) {
    System.arraycopy(from.data(), from.offset() + row * from.columns(), state, at, from.columns());
  }
}
