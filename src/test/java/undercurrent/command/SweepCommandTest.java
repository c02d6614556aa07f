package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import undercurrent.report.JsonText;

final class SweepCommandTest {
  @TempDir Path folder;

  @Test
  void aSweepLeavesItsTablesAndABestRunThatOpens() throws IOException {
    Path out = folder.resolve("sweep");
    Spoken said =
        Spoken.of("sweep", "nile", "--grid", "kind=level,walk", "--out", out.toString(), "--json");
    assertEquals(0, said.exit(), said.err());
    JsonNode root = JsonText.JSON.readTree(said.out());
    assertEquals(2, root.path("combinations").size());
    assertEquals(2, root.path("done").asInt());
    String best = root.path("best").asString();
    assertEquals(0, Spoken.of("inspect", best).exit());
    for (String file : new String[] {"runs.csv", "summary.csv", "summary.html", "plan.json"}) {
      assertTrue(Files.size(out.resolve(file)) > 0, file);
    }
    Spoken other = Spoken.of("sweep", "nile", "--grid", "kind=level", "--out", out.toString());
    assertEquals(1, other.exit());
    assertTrue(other.err().contains("choose another folder"), other.err());
  }

  @Test
  void aSweepThatIsStoppedSaysThatItGoesOn() {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(err);
    Commands commands = new Commands(out, out, false, gallery -> List.of());
    commands.stop();
    int exit =
        commands.run(
            "sweep", "nile", "--set", "kind=level", "--out", folder.resolve("s").toString());
    assertEquals(130, exit);
    assertTrue(err.toString().contains("the same command goes on with the others"), err.toString());
  }

  @Test
  void partsAreJoined() throws IOException {
    Path out = folder.resolve("parts");
    String[] grid = {"sweep", "nile", "--grid", "kind=level,walk", "--out", out.toString()};
    String[] first = java.util.Arrays.copyOf(grid, grid.length + 2);
    first[grid.length] = "--part";
    first[grid.length + 1] = "1/2";
    assertEquals(0, Spoken.of((Object[]) first).exit());
    Spoken early = Spoken.of("sweep", "--merge", out.toString());
    assertEquals(1, early.exit());
    assertTrue(early.err().contains("1 run is still missing"), early.err());
    first[grid.length + 1] = "2/2";
    assertEquals(0, Spoken.of((Object[]) first).exit());
    assertEquals(0, Spoken.of("sweep", "--merge", out.toString()).exit());
  }

  @Test
  void mistakesAreSaidBeforeAnythingIsTrained() {
    String out = folder.resolve("none").toString();
    for (String[] arguments :
        new String[][] {
          {"sweep", "--out", out},
          {"sweep", "nile"},
          {"sweep", "nile", "--out", out, "--grid", "latentSize"},
          {"sweep", "nile", "--out", out, "--grid", "noSuch=1,2"},
          {"sweep", "nile", "--out", out, "--part", "3/2"},
          {"sweep", "noSuchFile", "--out", out, "--part", "3/2"},
          {"sweep", "--merge", out, "--out", out},
          {"sweep", "nile", "--out", out, "--threads", "0"},
          {"sweep", "nile", "--out", out, "--seeds", "0"}
        }) {
      Spoken said = Spoken.of((Object[]) arguments);
      assertEquals(2, said.exit(), String.join(" ", arguments) + ": " + said.err());
      assertEquals(1, said.err().strip().lines().count(), said.err());
    }
    assertTrue(Files.notExists(folder.resolve("none")));
  }
}
