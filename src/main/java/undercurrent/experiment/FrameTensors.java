package undercurrent.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.series.FloatRows;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The rows of a set in single precision, such as a film, as matrices: of each series {@code
 * frames.0}, {@code [T][D]} of floats, and {@code times.0}, {@code [1][T]} of doubles. The bits are
 * those of the series.
 */
final class FrameTensors {
  private static final String FRAMES = "frames.";
  private static final String TIMES = "times.";

  private FrameTensors() {}

  /** True when all series of a set are in single precision. */
  static boolean hold(SeriesSet set) {
    return set.series().stream().allMatch(s -> s.rows() instanceof FloatRows);
  }

  static byte[] write(SeriesSet set) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int size = set.channels().size();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      float[] all = new float[Math.multiplyExact(series.length(), size)];
      if (series.rows() instanceof FloatRows rows) {
        for (int t = 0; t < series.length(); t++) {
          System.arraycopy(rows.values()[t], 0, all, t * size, size);
        }
      }
      tensors.put(FRAMES + s, new Tensor(series.length(), size, all));
      tensors.put(TIMES + s, Tensor.of(series.times()));
    }
    return Safetensors.write(tensors);
  }

  /**
   * The series in the order of their names.
   *
   * @throws IOException that says which matrix is missing or has another size
   */
  static List<Series> read(byte[] bytes, List<String> names, int channels) throws IOException {
    Map<String, Tensor> tensors = Safetensors.read(bytes);
    List<Series> all = new ArrayList<>(names.size());
    for (int s = 0; s < names.size(); s++) {
      Tensor frames = tensors.get(FRAMES + s);
      Tensor times = tensors.get(TIMES + s);
      if (frames == null || times == null)
        throw new IOException(ExperimentWords.of("frameTensors.missing", s));
      int rows = frames.rows();
      boolean fits =
          frames.columns() == channels
              && frames.data().length == rows * channels
              && times.doubles().length == rows;
      if (!fits) throw new IOException(ExperimentWords.of("frameTensors.size", s));
      float[][] values = new float[rows][channels];
      for (int t = 0; t < rows; t++) {
        System.arraycopy(frames.data(), t * channels, values[t], 0, channels);
      }
      all.add(new Series(names.get(s), times.doubles(), new FloatRows(values)));
    }
    return all;
  }
}
