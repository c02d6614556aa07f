package undercurrent.model.deep;

import java.util.function.BiFunction;
import undercurrent.math.Gru;
import undercurrent.math.Layer;
import undercurrent.math.Lstm;
import undercurrent.math.Recurrent;
import undercurrent.math.Rnn;

/** The recurrent cell of the inference network. */
public enum CellKind {
  GRU(Gru.GATES, Gru::new),
  LSTM(Lstm.GATES, Lstm::new),
  RNN_TANH(1, Rnn::tanh),
  RNN_RELU(1, Rnn::relu);

  private final int gates;

  /** A constructor, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<Layer, Layer, Recurrent> recurrent;

  CellKind(int gates, BiFunction<Layer, Layer, Recurrent> recurrent) {
    this.gates = gates;
    this.recurrent = recurrent;
  }

  /** Numbers that the cell reads of each layer, for each unit. */
  int gates() {
    return gates;
  }

  /** A recurrent layer of a layer of what is read and one of the state before. */
  Recurrent recurrent(Layer input, Layer state) {
    return recurrent.apply(input, state);
  }
}
