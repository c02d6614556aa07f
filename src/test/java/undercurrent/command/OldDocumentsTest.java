package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;

/**
 * Documents that earlier versions wrote, one of each kind, open and give the estimates that were
 * written beside them, byte for byte. Columns that were added since stand at the end and are not
 * compared.
 */
final class OldDocumentsTest {
  private static final int COLUMNS = 9;
  @TempDir private Path folder = Path.of("");

  static Stream<Path> documents() throws IOException, URISyntaxException {
    Path documents =
        Path.of(
            Objects.requireNonNull(
                    OldDocumentsTest.class.getResource("/undercurrent/documents/version1"))
                .toURI());
    try (Stream<Path> files = Files.list(documents)) {
      List<Path> all =
          files.filter(f -> f.toString().endsWith(ExperimentFile.ENDING)).sorted().toList();
      assertEquals(16, all.size());
      return all.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void estimatesOfAnOldDocumentStayAsTheyWere(Path document) throws IOException {
    Experiment experiment = ExperimentFile.open(document);
    Trained trained = Trained.of(experiment);
    List<Estimate> estimates = trained.answers().stream().flatMap(a -> a.all().stream()).toList();
    Path written = folder.resolve("estimates.csv");
    new EstimateTables(trained.dataset().source()).writeObserved(estimates, written);
    String name = document.getFileName().toString().replace(ExperimentFile.ENDING, "");
    Path expected = document.resolveSibling(name + ".estimates.csv");
    List<String> before = Files.readAllLines(expected);
    List<String> now = Files.readAllLines(written);
    assertEquals(before.size(), now.size());
    for (int n = 0; n < before.size(); n++) {
      assertEquals(before.get(n), firstColumns(now.get(n)), name + ", line " + (n + 1));
    }
  }

  /** No cell of these tables has a comma. */
  private static String firstColumns(String line) {
    String[] cells = line.split(",", -1);
    return String.join(",", List.of(cells).subList(0, COLUMNS));
  }
}
