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
import undercurrent.report.JsonText;

/** What the reader guesses can be said otherwise on the command line. */
final class ReadingOptionsTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private static JsonNode inspected(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("inspect", "--json"));
    all.addAll(List.of(arguments));
    Spoken spoken = Spoken.of(all.toArray());
    assertEquals(0, spoken.exit(), spoken.err());
    return JsonText.JSON.readTree(spoken.out());
  }

  private static String use(JsonNode inspected, String column) {
    for (JsonNode one : inspected.path("file").path("columns")) {
      if (one.path("name").asString().equals(column)) return one.path("use").asString();
    }
    return "";
  }

  @ParameterizedTest
  @CsvSource({
    "observed,observed",
    "truth,truth",
    "noise,noise",
    "input,input",
    "ignore,left out",
    "series,series",
    "split,split"
  })
  void everyUseOfAColumnCanBeChosen(String word, String use) throws IOException {
    String text =
        word.equals("split")
            ? "t,y,a=b\n0,1,train\n1,2,train\n2,3,test\n3,5,test\n"
            : "t,y,a=b\n0,1,1\n1,2,1\n2,3,1\n3,5,2\n4,4,2\n5,6,2\n";
    JsonNode inspected = inspected(file(text), "--column", "a=b=" + word);
    assertEquals(use, use(inspected, "a=b"));
    assertEquals("observed", use(inspected, "y"));
  }

  @Test
  void severalColumnsAndTheirKindsCanBeChosen() throws IOException {
    JsonNode inspected =
        inspected(
            file("a,b,c\n5,1,0\n6,2,1\n8,4,0\n"),
            "--column=b=time",
            "--column=a=count",
            "--column=c=real");
    assertEquals("time", use(inspected, "b"));
    assertEquals("count", inspected.path("channels").get(0).path("kind").asString());
    assertEquals("real", inspected.path("channels").get(1).path("kind").asString());
  }

  @Test
  void howTheTextIsWrittenCanBeChosen() throws IOException {
    JsonNode inspected =
        inspected(
            file("1/2/2020;1.000\n2/2/2020;2.000\n3/2/2020;3.000\n"),
            "--separator=semicolon",
            "--decimal=comma",
            "--header=no",
            "--times=month-day-year");
    assertEquals("comma", inspected.path("file").path("decimalSign").asString());
    assertTrue(inspected.path("times").path("from").asString().startsWith("2020-01-02"));
    assertTrue(inspected.path("times").path("to").asString().startsWith("2020-03-02"));
  }

  @Test
  void allRowsOfTheNileGiveThePublishedValues() {
    Path out = folder.resolve("nile");
    Spoken spoken =
        Spoken.of(
            "train", "nile", "--set", "kind=level", "--split", "none", "--json", "--out", out);
    assertEquals(0, spoken.exit(), spoken.err());
    JsonNode scores = JsonText.JSON.readTree(spoken.out());
    // Durbin and Koopman (2012), section 2.10: 15,099 and 1,469.1.
    JsonNode parameters = scores.path("diagnosis").path("parameters");
    assertEquals(1469.1, parameters.get(0).path("value").asDouble(), 1, spoken.out());
    assertEquals(15_099, parameters.get(1).path("value").asDouble(), 5, spoken.out());
  }

  @ParameterizedTest
  @CsvSource({"none,4,0,0", "'0.5,0.25',2,1,1", "'0.5,0.5',2,2,0", "'1,0',4,0,0"})
  void aSplitWinsOverWhatTheFileSays(String split, int training, int validation, int test)
      throws IOException {
    Path file = file("t,x,split\n0,1,train\n1,2,train\n2,3,train\n3,4,test\n");
    JsonNode parts = inspected(file, "--split", split).path("split");
    assertEquals(training, parts.path("training").asInt());
    assertEquals(validation, parts.path("validation").asInt());
    assertEquals(test, parts.path("test").asInt());
  }

  @ParameterizedTest
  @CsvSource({"calendar,5,1", "consecutive,4,0"})
  void rowsThatAreMissingCanBeClosedUp(String rows, int length, int missing) throws IOException {
    Path file = file("month,x\n2020-01,1\n2020-02,2\n2020-03,3\n2020-05,4\n");
    JsonNode inspected = inspected(file, "--rows", rows);
    assertEquals(length, inspected.path("series").path("longest").asInt());
    assertEquals(missing, inspected.path("channels").get(0).path("missing").asInt());
    assertTrue(inspected.path("file").path("notes").toString().contains("2020-04"));
  }

  @ParameterizedTest
  @CsvSource({
    "--split,0.9,'is no split'",
    "--split,'0.9,0.2','is no split'",
    "--split,'0,1','is no split'",
    "--column,x,'names no use'",
    "--column,x=nothing,'is no use of a column'",
    "--separator,dash,'choose one of tab, semicolon'",
    "--decimal,point,'choose one of dot, comma'",
    "--header,perhaps,'neither yes nor no'",
    "--rows,some,'choose one of calendar, consecutive'",
    "--times,later,'choose one of row-number'"
  })
  void whatIsNotUnderstoodIsBadUsage(String option, String value, String words) throws IOException {
    Spoken spoken = Spoken.of("inspect", file("t,x\n0,1\n1,2\n2,3\n"), option, value);
    assertEquals(2, spoken.exit());
    assertTrue(spoken.err().contains(words), spoken.err());
  }

  @Test
  void aMissingCodeAndATurnedTableCanBeChosen() throws IOException {
    JsonNode offered = inspected(file("t,x\n0,1\n1,-999\n2,3\n3,2\n"));
    assertEquals("-999", offered.path("file").path("mayMeanMissing").get(0).asString());
    JsonNode chosen = inspected(folder.resolve("table.csv"), "--missing", "-999");
    assertEquals(1, chosen.path("channels").get(0).path("missing").asInt());
    String wide = "who,2001,2002,2003\na,1,2,3\nb,2,3,5\nc,3,5,4\n";
    assertEquals(3, inspected(file(wide)).path("series").path("count").asInt());
    JsonNode columns = inspected(folder.resolve("table.csv"), "--wide", "no");
    assertEquals(3, columns.path("channels").size());
  }

  @Test
  void aHorizonWithoutBoundIsBlamed() {
    Spoken spoken =
        Spoken.of(
            "infer", folder.resolve("no"), "--kind=forecast", "--horizon=2000000000", "--out=x");
    assertEquals(2, spoken.exit());
    assertTrue(
        spoken.err().contains("'horizon' is 2000000000; give at most 1000000"), spoken.err());
  }

  @Test
  void optionsThatWouldHaveNoEffectAreRefused() throws IOException {
    Path out = folder.resolve("level");
    Path file = file("t,x\n0,1\n1,3\n2,2\n3,4\n4,3\n5,5\n6,4\n7,6\n");
    Spoken trained = Spoken.of("train", file, "--set", "kind=level", "--out", out);
    assertEquals(0, trained.exit(), trained.err());
    Path saved = out.resolve("experiment.undercurrent");
    Spoken inspected = Spoken.of("inspect", saved, "--split", "none");
    assertEquals(2, inspected.exit());
    assertTrue(inspected.err().contains("keeps its series as they were read"), inspected.err());
    Spoken inferred =
        Spoken.of("infer", saved, file, "--kind=filtered", "--split=none", "--out", out);
    assertEquals(2, inferred.exit());
    assertTrue(inferred.err().contains("--split has no meaning"), inferred.err());
    Spoken generated = Spoken.of("inspect", "new-lorenz", "--column", "x=ignore");
    assertEquals(1, generated.exit());
    assertTrue(generated.err().contains("generated"), generated.err());
  }
}
