package undercurrent.model.kvae;

import java.util.Arrays;
import undercurrent.math.Parameters;

/**
 * A state of a path as numbers: zₜ, aₜ, what the recurrent layer reads next, the mean that the
 * filter has of zₜ, the memory of the layer, h and c, and the frame that the emission displaces.
 *
 * @param states n
 * @param encoding m
 */
record StateLayout(KalmanVae model, int states, int encoding, int memory, int frame) {
  static StateLayout of(KalmanVae model) {
    return new StateLayout(
        model,
        model.stateSize(),
        model.latentSize(),
        MixingStep.memorySize(model),
        model.referenceSize());
  }

  int size() {
    return 2 * states + 2 * encoding + memory + frame;
  }

  /** Where aₜ of a path begins. */
  int encoding(int path) {
    return path * size() + states;
  }

  /** Where what its layer reads next begins. */
  int read(int path) {
    return path * size() + states + encoding;
  }

  /** Where the mean of its filter begins. */
  int mean(int path) {
    return path * size() + states + 2 * encoding;
  }

  /** Where the memory of its layer begins. */
  int memory(int path) {
    return path * size() + 2 * states + 2 * encoding;
  }

  /** Where the frame that is displaced begins. */
  int frame(int path) {
    return memory(path) + memory;
  }

  /** Before the first step: a₀ is read, and all else is 0. */
  void start(float[] state, int paths) {
    Arrays.fill(state, 0f);
    Parameters parameters = model.parameters();
    model
        .mixing()
        .ifPresent(
            layer -> {
              for (int p = 0; p < paths; p++) {
                int from = layer.first().offset();
                System.arraycopy(parameters.data(), from, state, read(p), encoding);
              }
            });
  }
}
