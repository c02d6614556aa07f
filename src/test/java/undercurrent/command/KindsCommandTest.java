package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.report.JsonText;

final class KindsCommandTest {
  @Test
  void everyKindIsListedWithASentence() {
    Spoken said = Spoken.of("kinds");
    assertEquals(0, said.exit());
    List<String> lines = said.out().lines().toList();
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      String wanted = kind.card().sentence();
      assertTrue(
          lines.stream().anyMatch(l -> l.strip().startsWith(kind.id()) && l.endsWith(wanted)),
          kind.id());
    }
    JsonNode list = JsonText.JSON.readTree(Spoken.of("kinds", "--json").out());
    assertEquals(Catalogue.standard().kinds().size(), list.size());
  }

  @Test
  void oneKindTellsItsEquationsKnobsFiguresAndReference() {
    Spoken said = Spoken.of("kinds", "VAN_DER_POL");
    assertTrue(said.out().contains("p̈ = μ (1 − p²) ṗ − p + w(t)"), said.out());
    assertTrue(said.out().contains("from 0 to 1000000000; usually 0"), said.out());
    assertTrue(said.out().contains("counts when filter=ensemble|bootstrap|guided"), said.out());
    assertTrue(said.out().contains("Philosophical Magazine"), said.out());
    JsonNode deep = JsonText.JSON.readTree(Spoken.of("kinds", "dmm", "--json").out());
    assertEquals("deep", deep.path("id").asString());
    assertEquals("ELBO", deep.path("criterion").asString());
    assertTrue(deep.path("equations").get(0).path("latex").asString().contains("\\mathcal{N}"));
    List<String> keys = new ArrayList<>();
    deep.path("settings").forEach(s -> keys.add(s.path("key").asString()));
    assertTrue(keys.containsAll(List.of("latentSize", "hiddenUnits", "network")), keys.toString());
    List<String> figures = new ArrayList<>();
    deep.path("figures").forEach(f -> figures.add(f.path("id").asString()));
    assertEquals(List.of("elbo", "terms", "kl"), figures.subList(0, 3));
    List<String> training = new ArrayList<>();
    JsonNode level = JsonText.JSON.readTree(Spoken.of("kinds", "level", "--json").out());
    level.path("training").forEach(s -> training.add(s.path("key").asString()));
    assertEquals(List.of("epochs", "validateEvery"), training);
  }

  @Test
  void anUnknownKindIsRefused() {
    Spoken said = Spoken.of("kinds", "kalman");
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("it is one of deep, "), said.err());
  }
}
