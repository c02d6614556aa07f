package undercurrent.model.physics;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.Constants;
import undercurrent.series.Dataset;
import undercurrent.series.KnownInputs;

/**
 * The inputs of a data set. A value in the file's units is {@code model·scale + shift}.
 *
 * @param names {@code [U]}
 * @param scale {@code [U]}
 * @param shift {@code [U]}
 */
@SuppressWarnings("ArrayRecordComponent")
record ControlInputs(List<String> names, double[] scale, double[] shift) {
  /**
   * Those of a data set.
   *
   * @throws IllegalArgumentException one sentence, when a value is missing
   */
  static ControlInputs of(Dataset data) {
    KnownInputs.require(data.source());
    int[] columns = data.source().inputChannels();
    double[] scale = new double[columns.length];
    double[] shift = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      scale[i] = data.preparation().inputScale(i);
      shift[i] = data.preparation().inputShift(i);
    }
    return new ControlInputs(
        Arrays.stream(columns).mapToObj(c -> data.source().channels().get(c).name()).toList(),
        scale,
        shift);
  }

  /** U. */
  int size() {
    return names.size();
  }

  /** Records them divided by their scales alone, {@code [rows × U]}. */
  Value unshifted(Tape tape, Value u) {
    double[] offset = new double[size()];
    for (int i = 0; i < offset.length; i++) offset[i] = shift[i] / scale[i];
    return tape.add(u, Constants.row(tape, offset));
  }

  /** Records some of them in the units of the file, a column each. */
  List<Value> columns(Tape tape, Value u, int[] which) {
    return Arrays.stream(which)
        .mapToObj(
            i -> {
              Value one = tape.multiply(tape.columns(u, i, 1), tape.constant(scale[i]));
              return tape.add(one, tape.constant(shift[i]));
            })
        .toList();
  }
}
