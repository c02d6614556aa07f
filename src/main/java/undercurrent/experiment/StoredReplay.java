package undercurrent.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.math.Parameters;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;
import undercurrent.training.Training;

/**
 * Earlier models of a training as named matrices, a row a moment: their epochs and updates, each
 * weight with 16 bits, which are as precise as a figure shows, and the states of fits exactly.
 */
final class StoredReplay {
  private static final String EPOCH = "replay.epoch";
  private static final String STEP = "replay.step";
  private static final String STATE = "replay.state";
  private static final String STATE_LENGTH = "replay.state.length";

  private StoredReplay() {}

  static Map<String, Tensor> of(List<Moment> moments, List<Parameters.Entry> layout) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(EPOCH, Tensor.of(moments.stream().mapToDouble(Moment::epoch).toArray()));
    tensors.put(STEP, Tensor.of(moments.stream().mapToDouble(Moment::step).toArray()));
    for (Parameters.Entry entry : layout) {
      float[] all = new float[moments.size() * entry.size()];
      for (int i = 0; i < moments.size(); i++) {
        float[] weights = moments.get(i).model().weights();
        System.arraycopy(weights, entry.offset(), all, i * entry.size(), entry.size());
      }
      tensors.put(entry.name(), Tensor.half(moments.size(), entry.size(), all));
    }
    double[] states =
        moments.stream().flatMapToDouble(m -> Arrays.stream(m.model().state())).toArray();
    if (states.length == 0) return tensors;
    tensors.put(
        STATE_LENGTH,
        Tensor.of(moments.stream().mapToDouble(m -> m.model().state().length).toArray()));
    tensors.put(STATE, Tensor.of(states));
    return tensors;
  }

  /**
   * The moments of the matrices.
   *
   * @throws IOException that says what is wrong with them
   */
  static List<Moment> moments(Map<String, Tensor> tensors, List<Parameters.Entry> layout)
      throws IOException {
    int[] epochs = counts(tensors, EPOCH);
    int[] steps = counts(tensors, STEP);
    boolean hasStates = tensors.containsKey(STATE);
    int[] lengths = hasStates ? counts(tensors, STATE_LENGTH) : new int[epochs.length];
    if (steps.length != epochs.length || lengths.length != epochs.length) {
      throw new IOException(ExperimentWords.of("storedReplay.lengths"));
    }
    double[] states = hasStates ? need(tensors, STATE).doubles() : new double[0];
    if (Arrays.stream(lengths).asLongStream().sum() != states.length) {
      throw new IOException(ExperimentWords.of("storedReplay.states"));
    }
    List<Moment> moments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < epochs.length; i++) {
      if (i > 0 && epochs[i] <= epochs[i - 1])
        throw new IOException(ExperimentWords.of("storedReplay.epochs"));
      float[] weights = weights(tensors, layout, i, epochs.length);
      double[] state = Arrays.copyOfRange(states, from, from + lengths[i]);
      from += lengths[i];
      moments.add(new Moment(epochs[i], steps[i], model(epochs[i], steps[i], weights, state)));
    }
    return moments;
  }

  private static Checkpoint model(int epoch, int step, float[] weights, double... state) {
    float[] none = new float[0];
    return new Checkpoint(
        epoch,
        step,
        0,
        weights,
        none,
        none,
        none,
        Double.NaN,
        0,
        0,
        new double[0],
        Training.Status.READY,
        state);
  }

  private static float[] weights(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, int moment, int moments)
      throws IOException {
    float[] all = new float[layout.stream().mapToInt(Parameters.Entry::size).sum()];
    for (Parameters.Entry entry : layout) {
      Tensor tensor = need(tensors, entry.name());
      int size = entry.size();
      if (tensor.rows() != moments || tensor.columns() != size || tensor.data().length == 0) {
        throw new IOException(ExperimentWords.of("storedReplay.shape", entry.name()));
      }
      System.arraycopy(tensor.data(), moment * size, all, entry.offset(), size);
    }
    for (float weight : all) {
      if (!Float.isFinite(weight))
        throw new IOException(ExperimentWords.of("storedReplay.weight", weight));
    }
    return all;
  }

  private static int[] counts(Map<String, Tensor> tensors, String name) throws IOException {
    double[] numbers = need(tensors, name).doubles();
    int[] counts = new int[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) numbers[i];
      if (counts[i] != numbers[i] || counts[i] < 0) {
        throw new IOException(ExperimentWords.of("storedReplay.count", name, numbers[i]));
      }
    }
    return counts;
  }

  private static Tensor need(Map<String, Tensor> tensors, String name) throws IOException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) throw new IOException(ExperimentWords.of("entry.missing", name));
    return tensor;
  }
}
