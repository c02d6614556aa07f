package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.series.Channel;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.text.Language;

/** Refusals that are put together of parts are of one language, and say everything once. */
class RefusalLanguageTest {
  private static String refusal(Language language, SeriesSet set, Object... settings) {
    return Language.in(
        language,
        () ->
            String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Fits.fitted(set, settings))
                    .getMessage()));
  }

  private static int count(String whole, String part) {
    return whole.split(part, -1).length - 1;
  }

  @Test
  void aFolderIsRefusedInFrench(@TempDir Path folder) {
    ExperimentException refused =
        Language.in(
            Language.FRENCH,
            () -> assertThrows(ExperimentException.class, () -> ExperimentFile.open(folder)));
    assertTrue(String.valueOf(refused.getMessage()).contains("est un dossier"));
  }

  @Test
  void theRowOfAValueIsNamedInFrench() {
    SeriesSet set =
        new SeriesSet(
            "s",
            List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", new double[] {0, 1}, new double[][] {{1}, {1e300}})),
            Split.NONE);
    Optional<String> wrong = Language.in(Language.FRENCH, () -> DocumentChecks.data(set));
    assertTrue(wrong.orElse("").endsWith("1.0E300 (ligne 2 de la série «\u00A0a\u00A0»)"));
  }

  @ParameterizedTest
  @EnumSource
  void theSettingFixedIsNamedOnce(Language language) {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    String said = refusal(language, nile, "kind", "level", "fixed", "level-variance=1,2");
    assertEquals(1, count(said, "fixed"), said);
  }

  /** The second channel is twice the first and lacks its noise: one of both is told. */
  @ParameterizedTest
  @EnumSource
  void aChannelThatIsRefusedIsNotAlsoCalledNeedless(Language language) {
    StringBuilder table = new StringBuilder("t,first,first_sd,second\n");
    for (int t = 0; t < 40; t++) {
      double x = Math.sin(t * t);
      table.append(t + "," + x + ",1," + 2 * x + "\n");
    }
    SeriesSet set = SeriesFiles.open("two", table.toString(), ImportChoices.AUTOMATIC);
    String said = refusal(language, set, "kind", "level");
    assertTrue(said.contains("second_sd") && !said.contains("=ignore"), said);
  }

  @Test
  void whatASettingBelongsToIsSaidInGerman() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(nile).with("kind", "level");
    String said =
        Language.in(
            Language.GERMAN,
            () ->
                String.valueOf(
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> recipe.requireUse(Set.of("learningRate")))
                        .getMessage()));
    assertTrue(said.startsWith("Das Training der Modellart level hat keine Einstellung"), said);
  }
}
