package undercurrent.training;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Parameters;

/**
 * The weights that a training does not change, such as those of a generative half that is given.
 */
final class Held {
  private final List<Parameters.Entry> entries;
  private final float[][] values;

  Held(Parameters parameters) {
    entries = parameters.held();
    values = new float[entries.size()][];
    for (int i = 0; i < values.length; i++) {
      Parameters.Entry entry = entries.get(i);
      values[i] =
          Arrays.copyOfRange(parameters.data(), entry.offset(), entry.offset() + entry.size());
    }
  }

  /** Takes them out of a gradient. */
  void clear(float[] gradient) {
    for (int i = 0; i < values.length; i++) {
      Parameters.Entry entry = entries.get(i);
      Arrays.fill(gradient, entry.offset(), entry.offset() + entry.size(), 0f);
    }
  }

  /** Undoes what weight decay did to them. */
  void restore(float[] weights) {
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(values[i], 0, weights, entries.get(i).offset(), values[i].length);
    }
  }
}
