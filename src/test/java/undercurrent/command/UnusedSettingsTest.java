package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.ModelKind;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;

/** A setting that does nothing is refused by a sentence that says with what it counts. */
class UnusedSettingsTest {
  @TempDir private Path folder = Path.of("");

  static List<ModelKind<?>> kinds() {
    return Catalogue.standard().kinds();
  }

  /** All settings of all kinds, against each kind as it is at first. */
  @ParameterizedTest
  @MethodSource("kinds")
  void everySettingOfAnotherKindOrCircumstanceIsRefused(ModelKind<?> kind) {
    ChosenModel<?> model = Catalogue.standard().chosen(kind);
    Set<String> keys = new LinkedHashSet<>();
    for (ModelKind<?> other : kinds()) {
      for (Setting s : Catalogue.standard().chosen(other).knobs()) keys.add(s.key());
    }
    for (String key : keys) {
      Setting own =
          model.knobs().stream().filter(s -> s.key().equals(key)).findFirst().orElse(null);
      if (own != null && own.matters(model.settings())) {
        Settings.requireEffect(model.settings(), key, "kind");
        continue;
      }
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> {
                model.with(key, own == null ? 3 : Settings.value(model.settings(), key));
                Settings.requireEffect(model.settings(), key, "kind " + kind.id());
              },
              key);
      String said = String.valueOf(e.getMessage());
      assertTrue(said.contains("'" + key + "'"), said);
      assertTrue(said.contains("kinds that have it are") || said.contains("it counts with"), said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "kind=level season=12; no setting 'season' of kind level; kinds that have it",
        "kind=arima season=7; 'season' of kind arima does nothing here: it counts with"
            + " seasonalOrder other than 0,0,0 alone",
        "kind=continuous waves=2; counts with process = periodic alone",
        "kind=walk particles=100; counts with filter = ensemble or bootstrap or guided alone",
        "kind=deep fixedNoise=0.2; counts with noise = fixed and likelihood = automatic",
        "kind=deep klSchedule=constant klLength=9; 'klLength' of the training does nothing"
      })
  void theCommandLineRefusesIt(String settings, String sentence) {
    Stream<Object> set = Stream.of(settings.split(" ")).flatMap(one -> Stream.of("--set", one));
    Object[] words =
        Stream.concat(Stream.of("train", "nile", "--out", folder.resolve("out")), set).toArray();
    Spoken said = Spoken.of(words);
    assertEquals(2, said.exit(), said.out());
    assertTrue(said.err().contains(sentence), said.err());
  }

  /** What counts with another setting is taken together with it, in any order. */
  @Test
  void aSettingThatCountsIsTaken() {
    Spoken said =
        Spoken.of(
            "train",
            "nile",
            "--set",
            "season=7",
            "--set",
            "kind=arima",
            "--set",
            "seasonalOrder=0,1,1",
            "--epochs",
            1,
            "--out",
            folder.resolve("out"));
    assertEquals(0, said.exit(), said.err());
  }
}
