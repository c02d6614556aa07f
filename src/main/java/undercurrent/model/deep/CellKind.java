package undercurrent.model.deep;

/** The recurrent cell of the inference network. */
public enum CellKind {
  GRU,
  LSTM,
  RNN_TANH,
  RNN_RELU
}
