package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import undercurrent.BesideOthers;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.PhysicalReading;
import undercurrent.kind.AdjustableParameter;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;

/**
 * "level" may be a word of this program, which has a translation, or a name that a person typed.
 */
@BesideOthers
final class TypedNamesTest {
  private static String legends(Figure figure) {
    return String.join("; ", figure.marks().stream().map(mark -> mark.legend()).toList());
  }

  private static String latent(SeriesSet nile, Map<String, Object> settings) {
    Run run = KnownRuns.fitted(Recipe.of(nile).with("epochs", 1).with(settings).experiment(nile));
    return Language.in(
        Language.GERMAN,
        () -> legends(Figures.latent(nile, 0, List.of(run.estimator().filtered(0)))));
  }

  @Test
  void statesOfTypedEquationsAreCalledAsTheyAreTyped() {
    SeriesSet nile = KnownRuns.sample("nile");
    String formula = "level' = level + noise; y = level + noise; level(0) = 1000 +- 300";
    String typed = latent(nile, Map.of("kind", "formula", "formula", formula));
    assertTrue(typed.startsWith("level, ") || typed.contains("; level, "), typed);
    assertFalse(typed.contains("Niveau"), typed);
    String own = latent(nile, Map.of("kind", "walk"));
    assertTrue(own.contains("Niveau, "), own);
  }

  @Test
  void parametersOfTypedEquationsAreCalledAsTheyAreTyped() {
    SeriesSet nile = KnownRuns.sample("nile");
    String formula = "x' = period*x + noise; y = x + noise; x(0) = 1000 +- 300; period ~ 1";
    Run run =
        Run.of(
            Recipe.of(nile)
                .with(Map.of("kind", "formula", "formula", formula))
                .with("epochs", 1)
                .experiment(nile));
    run.trainer().step();
    List<String> called =
        Language.in(
            Language.GERMAN,
            () -> run.parameters().stream().map(AdjustableParameter::words).toList());
    assertEquals(List.of("Bewegungsrauschen", "Beobachtungsrauschen", "period"), called);
  }

  @Test
  void quantitiesOfAPhysicalSystemAreCalledAsTheyAreTyped() {
    SeriesSet nile = KnownRuns.sample("nile");
    PhysicalReading reading =
        new PhysicalReading(
            0, new double[] {0, 1}, List.of("position", "slope"), new double[][] {{1, 2}, {3, 4}});
    String said = Language.in(Language.GERMAN, () -> legends(Figures.physical(nile, reading)));
    assertTrue(said.contains("position; slope"), said);
  }
}
