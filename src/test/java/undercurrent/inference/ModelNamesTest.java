package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.text.Language;

/** Names of models are put into words, and channels keep the names that they have in the file. */
final class ModelNamesTest {
  @ParameterizedTest
  @CsvSource({
    "level, Niveau",
    "level of level, Niveau von level",
    "slope of position, Steigung von position",
    "level of cost of living, Niveau von cost of living",
    "effect of u of y, Wirkung von u von y",
    "A of regime 2, A von Regime 2",
    "some channel, some channel"
  })
  void channelsStay(String name, String german) {
    assertEquals(german, Language.in(Language.GERMAN, () -> ModelNames.of(name)));
    assertEquals(name, ModelNames.of(name));
  }
}
