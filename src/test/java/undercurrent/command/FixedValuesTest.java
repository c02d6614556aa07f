package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.model.exact.ExactFit;
import undercurrent.report.JsonText;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Training;

/** Parameters that are given and not learned: published likelihoods, and the sentences. */
class FixedValuesTest {
  /** Eight values at uneven times; its likelihoods are those of the dense Gaussian process. */
  private static final String UNEVEN =
      "t,y\n0,.2\n.13,.5\n.5,.1\n.52,.15\n1.1,-.6\n2,-.9\n2.05,-1.1\n3.7,.4\n";

  private static final String NILE = "--fix level-variance=1469.1 --fix irregular_variance=15099";

  @TempDir private Path folder = Path.of("");

  private Spoken train(String source, String options) {
    List<Object> words = new ArrayList<>(List.of("train", source, "--split", "none"));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(options.split(" ")));
    return Spoken.of(words.toArray());
  }

  private JsonNode diagnosis() throws IOException {
    return JsonText.JSON
        .readTree(Files.readString(folder.resolve("out").resolve("scores.json")))
        .path("diagnosis");
  }

  private double likelihood(String source, String options) throws IOException {
    Spoken said = train(source, options);
    assertEquals(0, said.exit(), said.err());
    return diagnosis().path("logLikelihood").path("value").asDouble();
  }

  /** Durbin and Koopman's variances; the starts of the table in golden/README.md. */
  @ParameterizedTest
  @CsvSource({
    "'', -632.5456251157",
    "--fix start-mean=0 --fix start-covariance=1e7, -641.5855784594",
    "--fix start-mean=0 --fix start-covariance=1e6, -640.9897527013"
  })
  void theNileHasItsPublishedLikelihoods(String start, double published) throws IOException {
    String options = "--set kind=level " + NILE + (start.isEmpty() ? "" : " " + start);
    assertEquals(published, likelihood("nile", options), 2e-6);
    assertEquals(0, diagnosis().path("freeParameters").asInt());
    JsonNode first = diagnosis().path("parameters").get(0);
    assertEquals(1469.1, first.path("value").asDouble(), 1e-9);
    assertEquals("fixed", first.path("noStandardError").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "process=ou --fix time-constant=0.7 --fix diffusion=3.7142857142857144, -6.6704592146",
    "process=matern12 --fix lengthscale=0.7 --fix variance=1.3, -6.6704592146",
    "process=matern32 --fix lengthscale=0.8 --fix variance=1.3, -5.3035684626"
  })
  void processesHaveThePublishedLikelihoods(String process, double published) throws IOException {
    Path file = folder.resolve("uneven.csv");
    Files.writeString(file, UNEVEN);
    String options =
        "--set kind=continuous --set " + process + " --fix measurement-noise=0.05 --fix mean=0";
    assertEquals(published, likelihood(file.toString(), options), 1e-6);
  }

  /**
   * Ten weeks fix a trend and four waves of a year only to millions of their later error. The
   * expected value is that of generalised least squares with the dense covariance of all weeks.
   */
  @Test
  void wavesOfAYearInWeeksHaveTheLikelihoodOfLeastSquares() throws IOException {
    String options =
        "--fix level-variance=0.02954024982280439 --fix slope-variance=1.9456706288164276e-06"
            + " --fix seasonal-variance=1.1155580398924533e-05"
            + " --fix irregular-variance=0.07528979380148043";
    assertEquals(-319.77351662, likelihood("lesson-co2", options), 1e-5);
  }

  /** Matrices of a state are the same model; F is read from a file. */
  @Test
  void matricesAreGivenAsNumbersOrAsFiles() throws IOException {
    Path f = folder.resolve("F.csv");
    Files.writeString(f, "1,0\n0,0.5\n");
    String options =
        "--set kind=linear --set latentSize=2 --fix F=%s --fix Q=1469.1,1 --fix H=1,0 --fix R=15099"
            .formatted(f);
    double found = likelihood("nile", options + " --fix d=0 --fix m1=0,0 --fix P1=1e7,1");
    assertEquals(-641.5855784594, found, 2e-6);
    assertEquals(0, diagnosis().path("freeParameters").asInt());
    Spoken said = train("nile", "--set kind=linear --fix F=1,2,3");
    assertEquals(1, said.exit());
    assertTrue(said.err().contains("matrix F of a model with a state of 2"), said.err());
  }

  /** The fit of all rows of a sample, without tables and pictures. */
  private static ExactFit fit(String sample, String... settings) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    SeriesSet whole =
        new SeriesSet(set.name(), set.channels(), set.time(), set.series(), Split.NONE);
    Recipe recipe = Recipe.of(whole);
    for (int i = 0; i < settings.length; i += 2) recipe = recipe.with(settings[i], settings[i + 1]);
    Run run = Run.of(recipe.experiment(whole));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.diagnosis(0).orElseThrow().fit();
  }

  /** The learned value beside a fixed one is the best one beside it. */
  @Test
  void whatIsNotFixedIsLearned() {
    String fixed = "irregular-variance=9000";
    ExactFit most = fit("nile", "kind", "level", "fixed", fixed);
    assertEquals(1, most.parameters());
    double level = most.quantities().getFirst().value();
    for (double factor : new double[] {0.9, 1.1}) {
      String beside = fixed + ";level-variance=" + factor * level;
      double value = fit("nile", "kind", "level", "fixed", beside).logLikelihood().value();
      assertTrue(value < most.logLikelihood().value(), "" + factor);
    }
  }

  /** The coefficients of an autoregression depend on each other; one can be held all the same. */
  @Test
  void aSingleCoefficientIsHeld() {
    String fixed = "ar1=1.3";
    ExactFit most = fit("sunspots", "kind", "arima", "order", "2,0,0", "fixed", fixed);
    assertEquals(1.3, most.quantities().get(1).value(), 0);
    double second = most.quantities().get(2).value();
    assertTrue(second < -0.3, "" + second);
    for (double moved : new double[] {second - 0.02, second + 0.02}) {
      ExactFit beside =
          fit("sunspots", "kind", "arima", "order", "2,0,0", "fixed", fixed + ";ar2=" + moved);
      assertTrue(beside.logLikelihood().value() < most.logLikelihood().value(), "" + moved);
    }
  }

  /** Another one that ends at the circle is said to lie there, and nothing is refused. */
  @Test
  void aCoefficientBesideOneThatIsHeldMayLieOnItsBound() {
    ExactFit fit = fit("nile", "kind", "airline", "season", "4", "fixed", "ma1=0.3");
    assertEquals(0.3, fit.quantities().getFirst().value(), 0);
    assertTrue(Double.isFinite(fit.logLikelihood().value()));
  }

  /** The document keeps what was given. */
  @Test
  void aSavedModelKeepsWhatWasGiven() throws IOException {
    likelihood("nile", "--set kind=level " + NILE);
    Path saved = folder.resolve("out").resolve("experiment.undercurrent");
    Path asked = folder.resolve("asked");
    Spoken said = Spoken.of("infer", saved, "--kind", "filtered", "--out", asked);
    assertEquals(0, said.exit(), said.err());
    List<String> rows = Files.readAllLines(asked.resolve("estimates.csv"));
    // The last filtered level of the book's table.
    assertTrue(rows.getLast().contains("798.370"), rows.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "kind=level --fix slope-variance=1; has no parameter 'slope-variance' to fix; it has",
        "kind=level --fix level-variance=-3; The setting 'fixed' gives −3 to 'level variance',"
            + " which",
        "kind=level --fix level-variance; The option --fix level-variance has no value; give one",
        "kind=level --fix start-covariance=-1; The setting 'fixed' does not fit: P1 is not",
        "kind=linear --set latentSize=2 --fix R=-1; The setting 'fixed' does not fit: R is not",
        "kind=linear --fix Q=1,2/3,4; The setting 'fixed' does not fit: Q is not symmetric",
        "kind=arima --set order=1,0,0 --fix ar1=1.5; 'fixed' gives 1.5 to 'ar1', which cannot",
        "kind=level --fix level-variance=much; neither a number nor a file that is there",
        "kind=level --fix start-covariance=1,2,3; The state has 1 dimensions; give 'start cov",
        "kind=deep --fix level-variance=1; no setting 'fixed' of kind deep; kinds that have it"
      })
  void whatCannotBeFixedIsSaid(String options, String sentence) {
    Spoken said = train("nile", "--set " + options);
    assertTrue(said.exit() != 0, said.out());
    assertTrue(said.err().contains(sentence), said.err());
  }
}
