package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.deep.WalkLimit;
import undercurrent.report.JsonText;

final class CheckCommandTest {
  @Test
  void withoutAnIdTheChecksAreListed() {
    Spoken said = Spoken.of("check");
    assertEquals(0, said.exit());
    assertEquals(
        List.of(
            "networks",
            "sine",
            "coupled",
            "formula",
            "conv",
            "kvae",
            "ball",
            "disc",
            "nkf",
            "density",
            "storms",
            "horizon",
            "cycle",
            "dvae",
            "free-run",
            "cru",
            "physics",
            "sst"),
        said.out().lines().map(line -> line.split(" ", 2)[0]).toList());
  }

  @Test
  void anUnknownIdIsRefused() {
    Spoken said = Spoken.of("check", "everything");
    assertEquals(2, said.exit());
    assertTrue(
        said.err()
            .contains(
                "There is no check 'everything'; choose one of networks, sine, coupled, formula,"
                    + " conv, kvae, ball, disc, nkf, density, storms, horizon, cycle, dvae,"
                    + " free-run, cru, physics, sst."),
        said.err());
  }

  @Test
  void aShortCheckTellsItsNumbersAndDoesNotJudgeThem() {
    Spoken said = Spoken.of("check", "coupled", "--epochs", 2, "--series", 300, "--json");
    assertEquals(0, said.exit(), said.err());
    JsonNode node = JsonText.JSON.readTree(said.out());
    assertEquals(false, node.path("judged").booleanValue());
    JsonNode alpha = node.path("numbers").get(0);
    assertEquals("alpha", alpha.path("name").asString());
    assertEquals(0.45, alpha.path("least").doubleValue(), 1e-12);
    assertEquals(0.55, alpha.path("most").doubleValue(), 1e-12);
    // Two updates of 0.01 and less from 0, towards 0.5.
    double value = alpha.path("value").doubleValue();
    assertTrue(value > 0.005 && value < 0.1, "alpha " + value);
    Spoken again = Spoken.of("check", "coupled", "--epochs", 2, "--series", 300, "--json");
    assertEquals(said.out(), again.out());
  }

  /** Typed equations are the built-in ones: the same numbers after two updates. */
  @Test
  void theTypedSystemLearnsAsTheBuiltInOne() {
    Spoken builtIn = Spoken.of("check", "coupled", "--epochs", 2, "--series", 300, "--json");
    Spoken typed = Spoken.of("check", "formula", "--epochs", 2, "--series", 300, "--json");
    assertEquals(0, typed.exit(), typed.err());
    for (int i = 0; i < 2; i++) {
      JsonNode expected = JsonText.JSON.readTree(builtIn.out()).path("numbers").get(i);
      JsonNode found = JsonText.JSON.readTree(typed.out()).path("numbers").get(i);
      assertEquals(expected.path("name"), found.path("name"));
      assertEquals(expected.path("value").doubleValue(), found.path("value").doubleValue(), 1e-4);
    }
  }

  /** With the recipe of the sample; one epoch of a few series, which is not judged. */
  @ParameterizedTest
  @CsvSource({
    "storms, 6, 'km, 6 h ahead', 8",
    "horizon, 2, RMSE of 50 steps ahead, 2",
    "cycle, 1, 'filtered, RMSE', 4",
    "dvae, 8, 'STORN, step 1', 13",
    "kvae, 4, 'bound, two modes less one', 7",
    "free-run, 1, one step / persistence, 4"
  })
  void aCheckOfASampleTellsItsNumbers(String id, int series, String first, int count) {
    Spoken said = Spoken.of("check", id, "--epochs", 1, "--series", series, "--json");
    assertEquals(0, said.exit(), said.err());
    JsonNode numbers = JsonText.JSON.readTree(said.out()).path("numbers");
    assertEquals(first, numbers.get(0).path("name").asString());
    assertEquals(count, numbers.size());
    for (JsonNode number : numbers) {
      assertTrue(Double.isFinite(number.path("value").doubleValue()));
    }
  }

  @Test
  void boxesAreFixedByTheirNames(@TempDir Path folder) {
    Spoken said =
        Spoken.of(
            "train", "01_nile", "--fix", "transition,emission", "--out", folder.resolve("out"));
    assertTrue(
        said.err().contains("The setting 'fix' would keep the transition as it was drawn"),
        said.err());
  }

  /**
   * The least −ELBO of mean-field networks by linear algebra. With Λ the precision of p(z|x), x all
   * steps and A what a network makes of them, the KL from the best q with variances 1/Λₜₜ is ½(Σ
   * log Λₜₜ − log det Λ) + ½ E|A x − M x|² in the norm of Λ; A has no element where q does not see.
   */
  @Test
  void limitsOfMeanFieldNetworksAreThoseOfLinearAlgebra() {
    int steps = CheckRun.STEPS;
    SimpleMatrix prior = new SimpleMatrix(steps, steps);
    for (int t = 0; t < steps; t++) {
      prior.set(t, t, (t == 0 ? 1 : 0.1) + (t < steps - 1 ? 0.1 : 0));
      if (t == 0) continue;
      prior.set(t, t - 1, -0.1);
      prior.set(t - 1, t, -0.1);
    }
    SimpleMatrix covariance = prior.invert();
    SimpleMatrix ofX = covariance.scale(0.25).plus(SimpleMatrix.identity(steps).scale(20));
    SimpleMatrix precision = prior.plus(SimpleMatrix.identity(steps).scale(0.25 / 20));
    SimpleMatrix mean = covariance.scale(0.5).mult(ofX.invert());
    double exact = 0.5 * (Math.log(ofX.determinant()) / steps + Math.log(2 * Math.PI) + 1);
    double spread = -Math.log(precision.determinant());
    for (int t = 0; t < steps; t++) spread += Math.log(precision.get(t, t));
    double both = exact + 0.5 * spread / steps;
    Map<NetworkKind, Double> limits =
        Map.of(
            NetworkKind.STRUCTURED_FUTURE, exact,
            NetworkKind.STRUCTURED_BOTH, exact,
            NetworkKind.MEAN_FIELD_BOTH, both,
            NetworkKind.MEAN_FIELD_PAST, both + blind(precision, mean, ofX, true) / steps,
            NetworkKind.MEAN_FIELD_FUTURE, both + blind(precision, mean, ofX, false) / steps);
    assertEquals(3.0758, WalkLimit.EXACT);
    for (WalkLimit runner : WalkLimit.ALL) {
      Double limit = limits.get(runner.network());
      if (limit != null) assertEquals(limit, runner.limit(), 5e-5, runner.network().name());
    }
  }

  /** ½ E|A x − M x|² in the norm of Λ for the best A that sees the past or the future alone. */
  private static double blind(
      SimpleMatrix precision, SimpleMatrix mean, SimpleMatrix ofX, boolean past) {
    int steps = mean.getNumRows();
    List<int[]> free = new ArrayList<>();
    for (int r = 0; r < steps; r++) {
      for (int c = 0; c < steps; c++) if (past ? c <= r : c >= r) free.add(new int[] {r, c});
    }
    // (Λ (A − M) Σ)ᵣ꜀ = 0 where A is free
    SimpleMatrix right = precision.mult(mean).mult(ofX);
    SimpleMatrix left = new SimpleMatrix(free.size(), free.size());
    SimpleMatrix wanted = new SimpleMatrix(free.size(), 1);
    for (int i = 0; i < free.size(); i++) {
      int[] at = free.get(i);
      wanted.set(i, 0, right.get(at[0], at[1]));
      for (int j = 0; j < free.size(); j++) {
        int[] other = free.get(j);
        left.set(i, j, precision.get(at[0], other[0]) * ofX.get(other[1], at[1]));
      }
    }
    SimpleMatrix solved = left.solve(wanted);
    SimpleMatrix off = mean.scale(-1);
    for (int i = 0; i < free.size(); i++) {
      int[] at = free.get(i);
      off.set(at[0], at[1], off.get(at[0], at[1]) + solved.get(i, 0));
    }
    return 0.5 * off.transpose().mult(precision).mult(off).mult(ofX).trace();
  }
}
