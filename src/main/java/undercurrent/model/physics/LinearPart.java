package undercurrent.model.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.ModelWords;
import undercurrent.model.continuous.MatrixExponential;
import undercurrent.model.gaussian.Matrix;

/**
 * sₜ = A sₜ₋₁ + B uₜ, y = C s, in the units of the file. Of a differential equation A and B are
 * those of a row to the next one, with u as it is at the later one.
 */
final class LinearPart implements KnownPart {
  private static final String STATE = "stateMatrix";
  private static final String INPUT = "inputMatrix";
  private static final String OUTPUT = "outputMatrix";
  private final Parameters parameters;
  private final ControlInputs inputs;
  private final double[] units;
  private final boolean isLearned;
  private final Parameters.Entry state;
  private final Optional<Parameters.Entry> input;
  private final Parameters.Entry output;
  private final Parameters.Entry offset;

  /** Of matrices from one row to the next. */
  LinearPart(Matrix a, Matrix b, Matrix c, boolean learned, Parts parts, double[] units) {
    parameters = parts.parameters();
    inputs = parts.inputs();
    this.units = units;
    isLearned = learned;
    int n = a.rows();
    int m = c.rows();
    state = parameters.add(PREFIX + "state", n, n);
    input =
        inputs.size() == 0
            ? Optional.empty()
            : Optional.of(parameters.add(PREFIX + "input", inputs.size(), n));
    output = parameters.add(PREFIX + "output", n, m);
    offset = parameters.add(PREFIX + "offset", 1, m);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        parameters.set(state, j * n + i, a.at(i, j) * units[j] / units[i]);
      }
      for (int k = 0; k < inputs.size(); k++) {
        double value = b.at(i, k) * inputs.scale()[k] / units[i];
        parameters.set(input.orElseThrow(), k * n + i, value);
      }
      for (int d = 0; d < m; d++) {
        double scale = parts.channels().scale()[d];
        parameters.set(output, i * m + d, c.at(d, i) * units[i] / scale);
        parameters.set(offset, d, -parts.channels().shift()[d] / scale);
      }
    }
    parameters.hold(output.name());
    parameters.hold(offset.name());
    if (learned) return;
    parameters.hold(state.name());
    input.ifPresent(entry -> parameters.hold(entry.name()));
  }

  /** Of matrices as they are typed. */
  static LinearPart of(PhysicsSettings.Known known, boolean isContinuous, Parts parts) {
    Matrix a = MatrixText.of(STATE, known.stateMatrix());
    int n = a.rows();
    MatrixText.require(STATE, a, n, n, ModelWords.of("linearPart.transition"));
    Matrix c = MatrixText.of(OUTPUT, known.outputMatrix());
    MatrixText.require(OUTPUT, c, c.rows(), n, ModelWords.of("linearPart.observation"));
    parts.require(c.rows(), OUTPUT);
    int k = parts.inputs().size();
    Matrix b = Matrix.of(n, k, new double[n * k]);
    if (!known.inputMatrix().equals(PhysicsSettings.NONE)) {
      b = MatrixText.of(INPUT, known.inputMatrix());
      MatrixText.require(INPUT, b, n, k, ModelWords.of("linearPart.input"));
    }
    if (isContinuous) {
      Matrix joint = discretised(a, b, parts.gap());
      a = part(joint, n, 0, n);
      b = part(joint, n, n, k);
    }
    Matrix step = a;
    double[] start = new double[n];
    int seen = seen(c);
    start[seen] = parts.scale() / Math.max(1e-12, Math.abs(c.at(0, seen)));
    double[] units = StateUnits.of(step::times, start, seen);
    return new LinearPart(a, b, c, known.learnMatrices(), parts, units);
  }

  /** The state that the first channel shows most of. */
  private static int seen(Matrix c) {
    int most = 0;
    for (int i = 1; i < c.columns(); i++) {
      if (Math.abs(c.at(0, i)) > Math.abs(c.at(0, most))) most = i;
    }
    return most;
  }

  /** e^([A B; 0 0] Δt) = [A_d B_d; 0 I]. */
  private static Matrix discretised(Matrix a, Matrix b, double gap) {
    int n = a.rows();
    int all = n + b.columns();
    double[] joint = new double[all * all];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) joint[i * all + j] = a.at(i, j) * gap;
      for (int j = n; j < all; j++) joint[i * all + j] = b.at(i, j - n) * gap;
    }
    return MatrixExponential.of(Matrix.of(all, all, joint));
  }

  private static Matrix part(Matrix all, int rows, int from, int columns) {
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) values[i * columns + j] = all.at(i, from + j);
    }
    return Matrix.of(rows, columns, values);
  }

  @Override
  public List<String> states() {
    return IntStream.range(0, units.length).mapToObj(i -> "s" + (i + 1)).toList();
  }

  @Override
  public double[] units() {
    return units.clone();
  }

  @Override
  public Value next(Tape tape, Value z, Value u) {
    Value moved = tape.product(z, tape.parameter(state));
    return push(tape, u).map(p -> tape.add(moved, p)).orElse(moved);
  }

  @Override
  public Optional<Value> push(Tape tape, Value u) {
    return input.map(entry -> tape.product(inputs.unshifted(tape, u), tape.parameter(entry)));
  }

  @Override
  public Value observed(Tape tape, Value z, Value u) {
    return tape.affine(z, tape.parameter(output), tape.parameter(offset));
  }

  @Override
  public Map<String, Double> learned() {
    Map<String, Double> learned = new LinkedHashMap<>();
    if (!isLearned) return learned;
    int n = units.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = parameters.get(state, j * n + i) * units[i] / units[j];
        learned.put("A" + (i + 1) + (j + 1), value);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < inputs.size(); k++) {
        double value =
            parameters.get(input.orElseThrow(), k * n + i) * units[i] / inputs.scale()[k];
        learned.put("B" + (i + 1) + (k + 1), value);
      }
    }
    return learned;
  }
}
