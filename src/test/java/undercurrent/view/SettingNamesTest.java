package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.text.Language;

final class SettingNamesTest {
  @AfterEach
  void restore() {
    Language.choose(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          The setting 'learningRate' is 7; give less. | The setting 'Learning rate' is 7; give less.
          set 'kind' to linear. | set 'Kind' to linear.
          a smaller 'latentSize' gives the same model. | a smaller 'Latent size' gives the same model.
          'flow' is 0 at row 3 of 'kind'. | 'flow' is 0 at row 3 of 'kind'.
          """)
  void settingsHaveTheirLabelsAndNamesOfDataStay(String sentence, String shown) {
    assertEquals(shown, SettingNames.inWords(sentence));
  }

  @Test
  void alsoInTheQuotationMarksOfOtherLanguages() {
    Language.choose(Language.GERMAN);
    assertEquals(
        "Die Einstellung „Lernrate“ ist 7.",
        SettingNames.inWords("Die Einstellung „learningRate“ ist 7."));
    assertEquals(
        "setzen Sie „Modellart“ auf deep.", SettingNames.inWords("setzen Sie „kind“ auf deep."));
    Language.choose(Language.FRENCH);
    assertEquals(
        "Le réglage «\u00a0Taux d’apprentissage\u00a0» vaut 7.",
        SettingNames.inWords("Le réglage «\u00a0learningRate\u00a0» vaut 7."));
  }
}
