package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.kind.Catalogue;
import undercurrent.model.exact.ExactFit;

/** Documents of version 1 whose fit has several maxima are fitted once more, which is said. */
class OldSearchTest {
  @TempDir private Path folder = Path.of("");

  /** A document of version 1, with a few words of its manifest replaced. */
  private Path document(String name, String word, String other) throws IOException {
    Path file = folder.resolve(name);
    String resource = "/undercurrent/documents/version1/" + name;
    try (InputStream in = OldSearchTest.class.getResourceAsStream(resource);
        ZipInputStream old = new ZipInputStream(Objects.requireNonNull(in, resource));
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream changed = new ZipOutputStream(out)) {
      for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
        byte[] bytes = old.readAllBytes();
        if (entry.getName().equals("experiment.json")) {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertTrue(text.contains(word), text);
          bytes = text.replace(word, other).getBytes(StandardCharsets.UTF_8);
        }
        changed.putNextEntry(new ZipEntry(entry.getName()));
        changed.write(bytes);
        changed.closeEntry();
      }
    }
    return file;
  }

  @Test
  void aCycleIsSearchedToItsEndWhateverTheOldNumberOfIterations() throws IOException {
    Path file = document("level.undercurrent", "\"cycle\" : false", "\"cycle\" : true");
    List<String> notes = new ArrayList<>();
    Experiment opened = ExperimentFile.open(file, Catalogue.standard(), notes::add);
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(
        notes.getFirst().contains("local maximum; it is fitted once more"), notes.toString());
    ExactFit again = Trained.of(opened).diagnosis().orElseThrow().fit();
    Run fresh = Fits.fitted(opened.data(), "kind", "level", "cycle", true);
    assertEquals(Fits.fit(fresh).logLikelihood().value(), again.logLikelihood().value(), 1e-6);
    // Saved as it is now, it is not fitted again.
    Path saved = folder.resolve("saved.undercurrent");
    ExperimentFile.save(Run.of(opened).experiment(), saved);
    notes.clear();
    Experiment later = ExperimentFile.open(saved, Catalogue.standard(), notes::add);
    assertEquals(List.of(), notes);
    assertTrue(later.checkpoint().orElseThrow().state().length > 0);
  }

  /** What has one maximum is repeated as it was, without a word. */
  @ParameterizedTest
  @CsvSource({"level", "seasonal", "continuous", "trend"})
  void otherFitsAreRepeatedAsTheyWere(String kind) throws IOException {
    List<String> notes = new ArrayList<>();
    Path file = document(kind + ".undercurrent", "\"version\" : 1", "\"version\" : 1");
    ExperimentFile.open(file, Catalogue.standard(), notes::add);
    assertEquals(List.of(), notes);
  }
}
