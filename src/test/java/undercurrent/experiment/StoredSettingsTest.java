package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import undercurrent.kind.Catalogue;

final class StoredSettingsTest {
  private static StoredSettings stored(
      int version, Map<String, Object> model, Map<String, Object> training) {
    return StoredSettings.of(version, model, training, Catalogue.standard());
  }

  @Test
  void keysOfOtherKindsAreIgnoredInVersion1() {
    Map<String, Object> all = Map.of("kind", "LEVEL", "cycle", true, "regimes", 2, "cell", "GRU");
    StoredSettings stored = stored(1, all, Map.of("epochs", 7));
    assertEquals("level", stored.model().kind().id());
    assertEquals(true, stored.model().values().get("cycle"));
    assertEquals(7, stored.training().epochs());
    assertEquals(List.of(), stored.notes());
  }

  @Test
  void keysThatNoKindKnowsGiveANote() {
    StoredSettings stored =
        stored(1, Map.of("kind", "LEVEL", "colour", "blue"), Map.of("momentum", 0.9));
    assertEquals(2, stored.notes().size());
    assertTrue(stored.notes().getFirst().contains("'colour' = 'blue'"), stored.notes().toString());
    assertTrue(stored.notes().getLast().contains("'momentum'"), stored.notes().toString());
  }

  @Test
  void aKeyOfAnotherKindGivesANoteInVersion2() {
    assertEquals(1, stored(2, Map.of("kind", "level", "regimes", 2), Map.of()).notes().size());
  }

  @Test
  void aFileWithoutAKindIsOfTheFirstOne() {
    assertEquals("deep", stored(1, Map.of("latentSize", 3), Map.of()).model().kind().id());
  }

  @Test
  void whatAFileDoesNotNameIsAsItWasBeforeItExisted() {
    StoredSettings old = stored(2, Map.of("kind", "deep", "latentSize", 3), Map.of());
    assertEquals(false, old.model().values().get("inputs"));
    StoredSettings fresh = stored(2, Map.of("kind", "deep", "inputs", true), Map.of());
    assertEquals(true, fresh.model().values().get("inputs"));
  }
}
