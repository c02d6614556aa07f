package undercurrent.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.math.Parameters;
import undercurrent.training.Checkpoint;

/** The numbers of a {@link Checkpoint} as named matrices. */
final class StoredWeights {
  private static final String FIRST = "adam.first.";
  private static final String SECOND = "adam.second.";
  private static final String BEST = "best.";
  private static final String STATE = "state";

  private StoredWeights() {}

  static Map<String, Tensor> of(Experiment experiment, Checkpoint checkpoint) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<Parameters.Entry> layout = Run.layout(experiment);
    put(tensors, layout, "", checkpoint.weights());
    put(tensors, layout, FIRST, checkpoint.firstMoment());
    put(tensors, layout, SECOND, checkpoint.secondMoment());
    if (checkpoint.best().length > 0) put(tensors, layout, BEST, checkpoint.best());
    if (checkpoint.state().length > 0) tensors.put(STATE, Tensor.of(checkpoint.state()));
    return tensors;
  }

  private static void put(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, String prefix, float[] all) {
    for (Parameters.Entry entry : layout) {
      float[] own = Arrays.copyOfRange(all, entry.offset(), entry.offset() + entry.size());
      tensors.put(prefix + entry.name(), new Tensor(entry.rows(), entry.columns(), own));
    }
  }

  /**
   * The checkpoint of the matrices and of what the manifest says beside them.
   *
   * @throws IOException that names the entry that is missing or has another shape
   */
  static Checkpoint checkpoint(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, Manifest.Progress progress)
      throws IOException {
    return new Checkpoint(
        progress.epoch(),
        progress.step(),
        progress.batch(),
        joined(tensors, layout, ""),
        joined(tensors, layout, FIRST),
        joined(tensors, layout, SECOND),
        progress.hasBest() ? joined(tensors, layout, BEST) : new float[0],
        progress.bestElbo(),
        progress.bestEpoch(),
        progress.waited(),
        progress.sums(),
        progress.status(),
        state(tensors));
  }

  /**
   * The state of a fit by iterations. In version 1 known equations kept theirs as floats, and other
   * fits none.
   */
  private static double[] state(Map<String, Tensor> tensors) {
    Tensor state = tensors.get(STATE);
    if (state != null) return state.doubles();
    Tensor noise = tensors.get("noise");
    if (noise == null) return new double[0];
    double[] numbers = new double[noise.data().length];
    for (int i = 0; i < numbers.length; i++) numbers[i] = noise.data()[i];
    return numbers;
  }

  private static float[] joined(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, String prefix)
      throws IOException {
    float[] all = new float[layout.stream().mapToInt(Parameters.Entry::size).sum()];
    for (Parameters.Entry entry : layout) {
      Tensor tensor = tensors.get(prefix + entry.name());
      String stored = prefix + entry.name();
      if (tensor == null) throw new IOException(ExperimentWords.of("entry.missing", stored));
      if (tensor.rows() != entry.rows() || tensor.columns() != entry.columns()) {
        throw new IOException(
            ExperimentWords.of(
                "storedWeights.shape",
                stored,
                tensor.rows(),
                tensor.columns(),
                entry.rows(),
                entry.columns()));
      }
      System.arraycopy(tensor.data(), 0, all, entry.offset(), entry.size());
    }
    return all;
  }
}
