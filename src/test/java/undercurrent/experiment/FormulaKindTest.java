package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static undercurrent.experiment.KnownRuns.fitted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.BesideOthers;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.DampedOscillator;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.UnivariateGrowth;
import undercurrent.series.VanDerPol;

/** Typed equations beside the built-in ones, and with parameters that are learned. */
@BesideOthers
final class FormulaKindTest {
  private static final String PENDULUM =
      """
      da/dt = w
      dw/dt = -g*sin(a) + noise
      y = sin(a)
      g = 9.8
      a(0) = pi/2 +- sqrt(0.1)
      w(0) = 0 +- sqrt(0.1)
      """;
  private static final String VAN_DER_POL =
      """
      dx/dt = v
      dv/dt = 1.5*(1 - x*x)*v - x
      y = x
      x(0) = 0 +- sqrt(4/3); v(0) = 0 +- sqrt(4/3)
      """;
  private static final String LORENZ =
      """
      dx/dt = sigma*(y - x)
      dy/dt = x*(rho - z) - y
      dz/dt = x*y - beta*z
      y1 = x; y2 = y; y3 = z
      sigma = 10; rho = 28; beta = 8/3
      x(0) = 0 +- 8
      y(0) = 0 +- 9
      z(0) = 24 +- sqrt(74)
      """;
  private static final String GROWTH =
      """
      z' = z/2 + 25*z/(1 + z^2) + 8*cos(1.2*t)
      y = z*z/20
      z(0) = 0 +- sqrt(5)
      """;

  @TempDir private Path folder = Path.of("");

  private static Experiment of(SeriesSet set, Object... settings) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) wanted.put((String) settings[i], settings[i + 1]);
    return Recipe.of(set).with(wanted).experiment(set);
  }

  @ParameterizedTest
  @CsvSource({
    "pendulum, ekf, euler, 0.0125, 1, 0.3",
    "pendulum, ukf, euler, 0.0125, 1, 0.3",
    "pendulum, guided, euler, 0.0125, 1, 0.3",
    "van-der-pol, ekf, runge-kutta, 0, 0.1, 0.2",
    "van-der-pol, cubature, runge-kutta, 0.01, 0.1, 0.2",
    "lorenz, ekf, runge-kutta, 0.01, 0.5, 1",
    "lorenz, ukf, runge-kutta, 0.01, 0.5, 1",
    "lorenz, bootstrap, runge-kutta, 0.01, 0.5, 1",
    "growth, bootstrap, runge-kutta, 0, 3.2, 1",
    "growth, ekf, runge-kutta, 0, 3.2, 1"
  })
  void typedEquationsGiveTheNumbersOfTheBuiltInKinds(
      String kind, String filter, String solver, double step, double motion, double seen) {
    String formula =
        switch (kind) {
          case "pendulum" -> PENDULUM;
          case "van-der-pol" -> VAN_DER_POL;
          case "lorenz" -> LORENZ;
          default -> GROWTH;
        };
    SeriesSet set =
        switch (kind) {
          case "pendulum" -> uneven(new NoisyPendulum(80).generate(3));
          case "van-der-pol" -> new VanDerPol(80).generate(3);
          case "lorenz" -> new Lorenz63(80).generate(3);
          default -> new UnivariateGrowth(80).generate(3);
        };
    Object[] noise = {"filter", filter, "motionNoise", motion, "observationNoise", seen};
    Run builtIn = fitted(changed(of(set, "kind", kind), noise));
    Run typed =
        fitted(
            changed(
                of(set, "kind", "formula", "formula", formula),
                changedBy(noise, "solver", solver, "integrationStep", step)));
    double expected = builtIn.trainer().curve().getLast().elbo();
    assertEquals(expected, typed.trainer().curve().getLast().elbo(), 1e-9 * Math.abs(expected));
    assertSame(builtIn.estimator().filtered(0), typed.estimator().filtered(0));
    assertSame(builtIn.estimator().smoothed(0), typed.estimator().smoothed(0));
    assertSame(builtIn.estimator().forecast(0, 60, 20), typed.estimator().forecast(0, 60, 20));
  }

  private static Object[] changedBy(Object[] some, Object... more) {
    Object[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static Experiment changed(Experiment of, Object... settings) {
    Recipe recipe = new Recipe(of.model(), of.training());
    for (int i = 0; i < settings.length; i += 2) {
      recipe = recipe.with((String) settings[i], settings[i + 1]);
    }
    return recipe.experiment(of.data());
  }

  private static void assertSame(Estimate expected, Estimate found) {
    for (int t = 0; t < expected.length(); t++) {
      assertArrayEquals(
          expected.latent().mean().row(t), found.latent().mean().row(t), 1e-7, "row " + t);
      assertArrayEquals(
          expected.observation().upper().row(t),
          found.observation().upper().row(t),
          1e-7,
          "row " + t);
    }
  }

  /** Without some of its rows. */
  private static SeriesSet uneven(SeriesSet full) {
    Series series = full.series().getFirst();
    List<Double> times = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int t = 0; t < series.length(); t++) {
      if (t % 7 == 2 || t % 11 == 3) continue;
      times.add(series.times()[t]);
      rows.add(series.values()[t]);
    }
    Series some =
        new Series(
            "some", times.stream().mapToDouble(x -> x).toArray(), rows.toArray(double[][]::new));
    return new SeriesSet("uneven", full.channels(), full.time(), List.of(some), Split.BY_TIME);
  }

  /** ẍ = −4 x − 0.3 ẋ + u, a pushed oscillator whose push is a column of the data. */
  private static SeriesSet pushed(int rows) {
    Randomness random = Randomness.of(5).named("pushed");
    double[][] values = new double[rows][];
    double[] times = new double[rows];
    double x = 1;
    double v = 0;
    double u = 0;
    for (int t = 0; t < rows; t++) {
      times[t] = 0.1 * t;
      if (t % 25 == 0) u = random.uniform(-4, 4);
      for (int i = 0; t > 0 && i < 1000; i++) {
        double push = -4 * x - 0.3 * v + u;
        x += 1e-4 * v;
        v += 1e-4 * push;
      }
      values[t] = new double[] {u, x + 0.05 * random.normal()};
    }
    return new SeriesSet(
        "pushed",
        List.of(
            new Channel("push", "", Channel.Kind.REAL, Channel.Role.INPUT),
            new Channel("place", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new undercurrent.series.TimeAxis("t", "s", false, true),
        List.of(new Series("pushed", times, values)),
        Split.BY_TIME);
  }

  @ParameterizedTest
  @CsvSource({"ekf, input push, push", "ukf, input f = push, f", "ukf, , u"})
  void parametersOfAPushedOscillatorAreLearned(String filter, String input, String name) {
    String formula =
        """
        %s
        dx/dt = v
        dv/dt = -k*x - c*v + %s + noise
        y = x
        k ~ 2; c ~ 1
        """
            .formatted(input == null ? "" : input, name);
    SeriesSet set = pushed(300);
    Run run =
        fitted(of(set, "kind", "formula", "formula", formula, "filter", filter, "epochs", 60));
    Map<String, Double> learned = run.estimator().parameters().orElseThrow().values();
    assertEquals(List.of("k", "c"), List.copyOf(learned.keySet()));
    assertEquals(4, learned.getOrDefault("k", 0.0), 0.05);
    assertEquals(0.3, learned.getOrDefault("c", 0.0), 0.05);
    assertEquals(0.05, run.estimator().noise().orElseThrow().observation(), 0.01);
  }

  /** From starts that are a thousand times too large: a row is a tenth of a unit of time. */
  @Test
  void aWrongStartOfTheParametersIsNotExplainedAsNoise() {
    SeriesSet set = new DampedOscillator(500).generate(1);
    String formula = "dx/dt = 0.1*v; dv/dt = -k*x - c*v; y1 = x; y2 = v; k ~ 1; c ~ 0.1";
    Run run = fitted(of(set, "kind", "formula", "formula", formula, "filter", "ekf"));
    Map<String, Double> learned = run.estimator().parameters().orElseThrow().values();
    assertEquals(0.001, learned.getOrDefault("k", 0.0), 2e-4);
    assertEquals(0.1, run.estimator().noise().orElseThrow().observation(), 0.01);
  }

  @Test
  void aSavedFitGoesOnAsIfItHadNeverBeenSaved() {
    SeriesSet set = new VanDerPol(100).generate(2);
    String formula = VAN_DER_POL.replace("1.5", "mu") + "mu ~ 1";
    Experiment fresh = of(set, "kind", "formula", "formula", formula, "epochs", 6);
    Run half = Run.of(fresh);
    for (int i = 0; i < 3; i++) half.trainer().step();
    Path file = folder.resolve("formula.undercurrent");
    ExperimentFile.save(half.experiment(), file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(fresh.model(), opened.model());
    Run resumed = fitted(opened);
    Run straight = fitted(fresh);
    for (int i = 0; i < straight.trainer().curve().size(); i++) {
      double expected = straight.trainer().curve().get(i).elbo();
      assertEquals(expected, resumed.trainer().curve().get(i).elbo(), 0.0);
    }
    Estimator expected = straight.estimator();
    assertEquals(expected.noise(), resumed.estimator().noise());
    assertEquals(expected.parameters(), resumed.estimator().parameters());
    assertArrayEquals(
        expected.smoothed(0).latent().mean().all(),
        resumed.estimator().smoothed(0).latent().mean().all());
  }

  /** A document that somebody else wrote may say anything. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (1 - q*q) | line 2, column 14: 'q' is not defined; give it a value, as in k = 2, or have it learned, as in k ~ 2.
          random(1) | line 2, column 9: 'random' is not a function
          (((((((((( | line 2, column 18: this '(' is not closed; write a ')'.
          """)
  void aDocumentWithAMistakeIsRefusedWithItsPlace(String part, String place) throws IOException {
    SeriesSet set = new VanDerPol(50).generate(2);
    Path file = folder.resolve("mistake.undercurrent");
    ExperimentFile.save(of(set, "kind", "formula", "formula", VAN_DER_POL), file);
    Map<String, byte[]> entries =
        new LinkedHashMap<>(Archive.read(file, Set.of("experiment.json", "data.csv", "curve.csv")));
    String json =
        new String(entries.getOrDefault("experiment.json", new byte[0]), StandardCharsets.UTF_8);
    assertTrue(json.contains("1.5*(1 - x*x)"), json);
    String changed = json.replace("1.5*(1 - x*x)", part);
    entries.put("experiment.json", changed.getBytes(StandardCharsets.UTF_8));
    Archive.write(file, entries);
    Exception refused = assertThrows(ExperimentException.class, () -> ExperimentFile.open(file));
    String sentence = String.valueOf(refused.getMessage());
    assertTrue(sentence.contains(place), sentence);
  }

  @Test
  void whatDoesNotFitTheDataIsRefused() {
    SeriesSet set = new VanDerPol(50).generate(2);
    assertRefused(
        "In the equations, line 1, column 12: the data have no inputs; give a column the use"
            + " 'input', or leave this out.",
        of(set, "kind", "formula", "formula", "dx/dt = -x+u; y = x"));
    assertRefused(
        "'van der pol' has 1 observed channel and a formula model wants 2, because its equations"
            + " observe y1 to y2; give those columns the use 'observed', or choose another 'kind'.",
        of(set, "kind", "formula", "formula", "dx/dt = -x; y1 = x; y2 = 2*x"));
    assertRefused(
        "In the equations, line 1, column 7: the data have no 'heat'; their inputs are push.",
        of(pushed(30), "kind", "formula", "formula", "input heat; dx/dt = heat; y = x"));
  }

  /** Numbers that cannot be are one sentence, and no endless search. */
  @Test
  void equationsThatRunAwayAreRefused() {
    SeriesSet set = new VanDerPol(60).generate(2);
    for (String motion : List.of("exp(x^2)*1e9", "log(0 - 1 - x^2)", "x^99", "1/(x - x)")) {
      Experiment wild = of(set, "kind", "formula", "formula", "dx/dt = " + motion + "; y = x");
      Exception refused =
          assertThrows(
              IllegalArgumentException.class, () -> fitted(wild).estimator().filtered(0), motion);
      assertTrue(
          String.valueOf(refused.getMessage()).contains("loses the state"), refused.toString());
    }
  }

  private static void assertRefused(String sentence, Experiment experiment) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Run.of(experiment));
    assertEquals(sentence, refused.getMessage());
  }
}
