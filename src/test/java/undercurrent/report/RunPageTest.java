package undercurrent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageTest {
  private Experiment document = fitted();
  private String page = "";

  private static Experiment fitted() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    Run run = Run.of(Recipe.of(nile).with("kind", "level").experiment(nile));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.experiment();
  }

  @BeforeAll
  void write() {
    page = RunPage.html(document, Trained.of(document), Provenance.unsaved().by("train \"a & b\""));
  }

  /** As XML, but for the elements of HTML that have no end. */
  private static Document parsed(String page)
      throws ParserConfigurationException, IOException, SAXException {
    String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(r -> r.group(1)).toList();
  }

  @Test
  void thePageIsWellFormedAndHasAFigureForEachThatATrainingWrites() throws Exception {
    Document read = parsed(page);
    Set<String> names = new RunFigures(document, Trained.of(document)).usual().keySet();
    assertTrue(names.containsAll(Set.of("elbo", "observed", "latent")), names.toString());
    assertEquals(names.size(), read.getElementsByTagName("svg").getLength());
  }

  @Test
  void thePageNeedsNoOtherFileAndNoNetwork() {
    String own = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(own.contains("http"), "an address");
    assertFalse(own.contains("<script"), "a script");
    assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(own).find(), "a file");
  }

  @Test
  void figuresDoNotCutOneAnother() {
    List<String> ids = found(page, " id=\"([^\"]+)\"");
    assertEquals(ids.size(), new HashSet<>(ids).size());
    List<String> used = found(page, "url\\(#([^)]+)\\)");
    assertTrue(new HashSet<>(ids).containsAll(used), ids + " but " + used);
    assertEquals(ids.size(), used.size());
  }

  @Test
  void theDarkThemeHasAShadeForEachColourOfALine() {
    Matcher lines = Pattern.compile("<path d=[^>]* stroke=\"(#[0-9A-F]{6})\"").matcher(page);
    Set<String> missing = new HashSet<>();
    while (lines.find()) {
      String rule = "svg [stroke=\"" + lines.group(1) + "\"]{stroke:";
      if (!page.contains(rule)) missing.add(lines.group(1));
    }
    // The path of the phase plane has the colours of its time in both themes.
    assertTrue(missing.stream().noneMatch(c -> c.equals("#FFFFFF") || c.equals("#59636E")));
    assertTrue(page.contains("@media screen and (prefers-color-scheme:dark)"));
    assertTrue(page.contains("@page{size:A4"));
  }

  @Test
  void settingsAreCalledAsTheWindowCallsThemAndTheCommandIsEscaped() {
    assertTrue(page.contains("<th scope=\"row\">Seed</th>"), "seed");
    assertTrue(page.contains("<pre>train &quot;a &amp; b&quot;</pre>"), "command");
    assertTrue(page.contains(Program.line()), "version");
  }

  @Test
  void scoresAreCalledInTheLanguageOfThePageAndByOneNameInFiles() {
    Trained trained = Trained.of(document);
    String german =
        Language.in(
            Language.GERMAN, () -> RunPage.html(document, trained, Provenance.unsaved().by("x")));
    assertTrue(german.contains("<th scope=\"row\">vorhergesagt: Persistenz</th>"), german);
    assertTrue(german.contains("<th scope=\"row\">Vorhersage: ein Schritt voraus</th>"));
    assertTrue(german.contains("Dieser Befehl wiederholt den Lauf:"));
    String criterion =
        Language.in(
            Language.GERMAN,
            () -> ScoreReport.of(document, trained).json().path("criterion").asString());
    assertEquals("log-likelihood", criterion);
  }

  @Test
  void ofATrainingThatWasStoppedThePageSaysThatItsCommandGoesOn() {
    Checkpoint c = document.checkpoint().orElseThrow();
    Checkpoint stopped =
        new Checkpoint(
            c.epoch(),
            c.step(),
            c.batch(),
            c.weights(),
            c.firstMoment(),
            c.secondMoment(),
            c.best(),
            c.bestElbo(),
            c.bestEpoch(),
            c.waited(),
            c.sums(),
            Training.Status.READY,
            c.state());
    Experiment unfinished =
        new Experiment(
            document.revision(),
            document.model(),
            document.training(),
            Optional.of(stopped),
            document.curve(),
            document.view(),
            document.replay());
    String said =
        RunPage.html(unfinished, Trained.of(unfinished), Provenance.unsaved().by("train x"));
    assertTrue(said.contains("makes the run again and trains it to its end:"));
    assertTrue(page.contains("makes the run again:"));
  }

  @Test
  void aFileIsNamedWithItsChecksum(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("run.undercurrent"), "abc");
    Provenance origin = Provenance.of(file);
    // FIPS 180-2, appendix B.1.
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", origin.checksum());
    String named = RunPage.html(document, Trained.of(document), origin);
    assertTrue(named.contains("run.undercurrent") && named.contains(origin.checksum()));
  }
}
