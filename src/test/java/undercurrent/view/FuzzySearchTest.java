package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FuzzySearchTest {
  private static final List<String> NAMES =
      List.of(
          "Experiment speichern",
          "Phase plane",
          "Chaos and honest forecasts",
          "Réseaux d’inférence",
          "Größer",
          "Save the experiment",
          "Local level");

  @ParameterizedTest
  @CsvSource({
    "phpl, Phase plane",
    "PLANE PH, Phase plane",
    "honest chaos, Chaos and honest forecasts",
    "reseaux, Réseaux d’inférence",
    "gross, Größer",
    "save exp, Save the experiment",
    "ll, Local level"
  })
  void aFewLettersInTheirOrderFindIt(String wanted, String found) {
    assertEquals(found, FuzzySearch.find(NAMES, n -> n, wanted).getFirst());
  }

  @Test
  void withoutLettersAllAreThereInTheirOrderAndForeignOnesFindNothing() {
    assertEquals(NAMES, FuzzySearch.find(NAMES, n -> n, "  "));
    assertEquals(List.of(), FuzzySearch.find(NAMES, n -> n, "xyz"));
    assertEquals(List.of(), FuzzySearch.find(NAMES, n -> n, "chaos xyz"));
  }
}
