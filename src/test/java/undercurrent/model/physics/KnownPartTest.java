package undercurrent.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.RungeKutta;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/** Known parts by direct integration in doubles, and what is refused of them. */
class KnownPartTest {
  private static final double GAP = 0.1;
  private static final String DUFFING =
      """
      dx/dt = v
      dv/dt = -k*x - c*v - 2*x^3 + force
      y = x
      input force = push
      k = 4
      c ~ 0.3
      v(0) = 0 +- 5
      """;

  /** An oscillator that is pushed; what it says is not asked for. */
  private static Dataset data() {
    Randomness random = Randomness.of(2);
    int steps = 30;
    double[] times = new double[steps];
    double[][] rows = new double[steps][];
    for (int t = 0; t < steps; t++) {
      times[t] = t * GAP;
      rows[t] = new double[] {3 + 2 * random.normal(), 1 + random.normal()};
    }
    List<Channel> channels =
        List.of(
            new Channel("x", "", Channel.Kind.REAL, Channel.Role.OBSERVED),
            new Channel("push", "", Channel.Kind.REAL, Channel.Role.INPUT));
    TimeAxis axis = new TimeAxis("t", "", false, true);
    Series series = new Series("s", times, rows);
    return Dataset.of(new SeriesSet("pushed", channels, axis, List.of(series), Split.NONE), 0);
  }

  private static PhysicsSettings with(Object... changes) {
    PhysicsSettings settings = PhysicsSettings.defaults();
    settings = Settings.with(settings, "hiddenUnits", 4);
    settings = Settings.with(settings, "networkUnits", 4);
    for (int i = 0; i < changes.length; i += 2) {
      settings = Settings.with(settings, (String) changes[i], changes[i + 1]);
    }
    return settings;
  }

  /** s in the units of the file, a row later, and what is observed of it. */
  private static double[] next(PhysicsSettings settings, double[] s, double push) {
    Dataset data = data();
    Parameters parameters = new Parameters();
    KnownPart.Parts parts =
        new KnownPart.Parts(
            parameters, ChannelStatistics.of(data), ControlInputs.of(data), data.medianGap());
    KnownPart known = settings.known().knownForm().part(settings.known(), parts);
    Tape tape = new Tape(parameters, false);
    Value z = tape.input(1, 2);
    Value u = tape.input(1, 1);
    double[] units = known.units();
    for (int i = 0; i < 2; i++) z.set(0, i, s[i] / units[i]);
    double shift = data.preparation().inputShift(0);
    u.set(0, 0, (push - shift) / data.preparation().inputScale(0));
    Value next = known.next(tape, z, u);
    Value seen = known.observed(tape, z, u);
    tape.forward();
    double x = seen.get(0, 0) * data.preparation().scale(0) + data.preparation().shift(0);
    return new double[] {next.get(0, 0) * units[0], next.get(0, 1) * units[1], x};
  }

  private static double[] integrated(RungeKutta.Field flow, double[] s) {
    return RungeKutta.steps(flow, s, GAP / 200, 200);
  }

  @Test
  void typedEquationsWithInputsMoveAsTheyAreWritten() {
    double[] s = {1.2, -0.7};
    double[] expected =
        integrated(
            (x, change) -> {
              change[0] = x[1];
              change[1] = -4 * x[0] - 0.3 * x[1] - 2 * Math.pow(x[0], 3) + 2.5;
            },
            s);
    double[] found = next(with("formula", DUFFING), s, 2.5);
    for (int i = 0; i < 2; i++) assertEquals(expected[i], found[i], 1e-5);
    assertEquals(1.2, found[2], 1e-5);
  }

  @Test
  void matricesOfADifferentialEquationAreThoseOfItsSolution() {
    double[] s = {1.2, -0.7};
    double[] expected =
        integrated(
            (x, change) -> {
              change[0] = x[1];
              change[1] = -4 * x[0] - 0.3 * x[1] + 2 * 2.5;
            },
            s);
    PhysicsSettings settings =
        with("knownForm", "continuous", "stateMatrix", "0,1;-4,-0.3", "inputMatrix", "0;2");
    double[] found = next(settings, s, 2.5);
    for (int i = 0; i < 2; i++) assertEquals(expected[i], found[i], 1e-5);
    double[] discrete =
        next(
            with("knownForm", "discrete", "stateMatrix", "0.5,1;-1,0.25", "inputMatrix", "3;-2"),
            s,
            2.5);
    assertEquals(0.5 * 1.2 - 0.7 + 3 * 2.5, discrete[0], 1e-5);
    assertEquals(-1.2 - 0.25 * 0.7 - 2 * 2.5, discrete[1], 1e-5);
  }

  @ParameterizedTest
  @CsvSource({"FORMULA", "CONTINUOUS"})
  void learnedPhysicsHasTheGradientsOfCentralDifferences(KnownForm form) {
    PhysicsSettings settings =
        with(
            "knownForm",
            form,
            "formula",
            DUFFING,
            "stateMatrix",
            "0,1;-4,-0.3",
            "inputMatrix",
            "0;2",
            "learnMatrices",
            true);
    PhysicsModel model = PhysicsModel.of(settings, data(), 1);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.03 * Math.sin(1 + i));
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 1);
    objective.clear();
    objective.put(0, data().preparation().apply(0, 0, 4));
    objective.noise(Randomness.of(5));
    objective.forward();
    List<Value> outputs = List.of(objective.logLikelihood(), objective.klTerms());
    int most = model.parameters().size();
    double[] seeds = {1e-4, -5e-5};
    GradientCheck.check(objective.tape(), model.parameters(), outputs, seeds, most);
  }

  @Test
  void learnedNumbersAreToldInTheUnitsOfTheFile() {
    PhysicsModel typed = PhysicsModel.of(with("formula", DUFFING, "alpha", 0.25), data(), 1);
    Map<String, Double> numbers = typed.systemParameters();
    assertEquals(List.of("α", "c"), List.copyOf(numbers.keySet()));
    assertEquals(0.25, numbers.getOrDefault("α", Double.NaN), 1e-6);
    assertEquals(0.3, numbers.getOrDefault("c", Double.NaN), 1e-6);
    PhysicsSettings matrices =
        with(
            "knownForm", "discrete",
            "stateMatrix", "0.5,1;-1,0.25",
            "inputMatrix", "3;-2",
            "learnMatrices", true);
    Map<String, Double> learned = PhysicsModel.of(matrices, data(), 1).systemParameters();
    assertEquals(-1, learned.getOrDefault("A21", Double.NaN), 1e-5);
    assertEquals(-2, learned.getOrDefault("B21", Double.NaN), 1e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stateMatrix  | 0,1;-4       | Row 2 of the setting 'stateMatrix' has 1 numbers and the first 2; make them equally many.
          stateMatrix  | 0,1          | The setting 'stateMatrix' is a 1 × 2 matrix and must be 1 × 1: it leads from states to the same states.
          outputMatrix | 1,0,0        | The setting 'outputMatrix' is a 1 × 3 matrix and must be 1 × 2: it has a column for each state.
          outputMatrix | 1,0;0,1      | The setting 'outputMatrix' describes 2 observed channels, and the data have 1; change it, or choose other columns.
          inputMatrix  | 0,1          | The setting 'inputMatrix' is a 1 × 2 matrix and must be 2 × 1: it has a row for each state and a column for each input.
          """)
  void matricesThatDoNotFitAreRefused(String setting, String text, String sentence) {
    PhysicsSettings settings = with("knownForm", "discrete", setting, text);
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> PhysicsModel.of(settings, data(), 1));
    assertEquals(sentence, refusal.getMessage());
  }
}
