package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** A layer from the trunk of an emission to one number for each observed channel. */
public interface Readout {
  /**
   * Records it.
   *
   * @param trunk {@code [rows × units]}
   * @return {@code [rows × D]}
   */
  Value record(Tape tape, Value trunk);

  /** Makes it give about these numbers at the start, {@code [D]}, whatever the state is. */
  void startAt(double... numbers);

  /** One bias a channel. */
  record OfRows(Parameters parameters, Linear layer) implements Readout {
    @Override
    public Value record(Tape tape, Value trunk) {
      return layer.record(tape, trunk);
    }

    @Override
    public void startAt(double... numbers) {
      for (int d = 0; d < numbers.length; d++) parameters.set(layer.bias(), d, numbers[d]);
    }
  }
}
