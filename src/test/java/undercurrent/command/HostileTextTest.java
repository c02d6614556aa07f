package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, cells and files that are made to steer a terminal, to take for ever, or to wait. */
final class HostileTextTest {
  /** The slowest machine; most need a tenth of it. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final String STEERING = "\u001b[31mred\u009b2J\u202Eflow\u2066\u0007";

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new Commands(new PrintWriter(out), new PrintWriter(err), false, f -> List.of())
        .run(arguments);
  }

  private Path table(String name, String header) throws IOException {
    StringBuilder rows = new StringBuilder("\uFEFF").append(header).append('\n');
    long columns = header.chars().filter(c -> c == ',').count();
    for (int i = 0; i < 12; i++) {
      rows.append(i);
      for (long c = 0; c < columns; c++) rows.append(',').append(i * i % 7 + c % 3);
      rows.append('\n');
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private static void assertHarmless(String text) {
    assertTrue(
        text.codePoints()
            .allMatch(
                c ->
                    c == '\n'
                        || (Character.getType(c) != Character.CONTROL
                            && Character.getType(c) != Character.FORMAT)),
        text);
  }

  @Test
  void whatATableSaysDoesNotSteerTheTerminalOrAPicture() throws IOException {
    String file = table("a\u001b]0;title.csv", "t," + STEERING).toString();
    String written = folder.resolve("out").toString();
    assertEquals(0, run("inspect", file), err.toString());
    assertTrue(out.toString().contains("\\u001b[31mred\\u009b2J\\u202eflow"), out.toString());
    assertEquals(0, run("inspect", "--json", file), err.toString());
    assertEquals(
        0,
        run("train", file, "--figures", "all", "--set", "kind=level", "--out", written),
        err.toString());
    String document = folder.resolve("out").resolve("experiment.undercurrent").toString();
    assertEquals(0, run("inspect", document), err.toString());
    assertEquals(0, run("train", document, "--out", written, "--json"), err.toString());
    Path bad =
        Files.writeString(
            folder.resolve("b\u202E.csv"), "\uFEFFt,y\n1,2\n2,\u001b[0mtext\n3,4\n4,5\n");
    run("inspect", bad.toString());
    run("inspect", STEERING);
    run("train", "nile", "--set", STEERING + "=1", "--out", written);
    run(STEERING);
    assertHarmless(out.toString());
    assertHarmless(err.toString());
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      for (Path svg : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
        assertHarmless(Files.readString(svg));
      }
    }
    assertHarmless(Files.readString(folder.resolve("out").resolve("scores.json")));
  }

  @Test
  void aNameWithoutEndIsReadAndDrawnSoonAndIsWholeInTables() throws IOException {
    String name = "flow ".repeat(60_000) + "x".repeat(300_000);
    String file = table("long.csv", "t," + name).toString();
    String written = folder.resolve("out").toString();
    assertTimeout(
        SOON,
        () ->
            run(
                "train",
                file,
                "--figures",
                "all",
                "--set",
                "kind=level",
                "--epochs",
                "3",
                "--out",
                written));
    assertEquals("", err.toString());
    String estimates = Files.readString(folder.resolve("out").resolve("estimates.csv"));
    assertTrue(estimates.contains(name));
    String svg = Files.readString(folder.resolve("out").resolve("observed.svg"));
    assertTrue(svg.length() < 100_000, "drawn with " + svg.length() + " letters");
  }

  @Test
  void aSentenceQuotesOnlyTheBeginning() throws IOException {
    String cell = "word".repeat(5_000);
    Path file =
        Files.writeString(
            folder.resolve("cells.csv"),
            "t," + "y".repeat(10_000) + "\n1,2\n2,3\n3," + cell + "\n4,5\n5,6\n",
            StandardCharsets.UTF_8);
    assertEquals(1, run("inspect", file.toString()));
    assertTrue(err.toString().length() < 600, err.toString());
    assertTrue(err.toString().contains("word") && err.toString().contains("yyy"), err.toString());
  }

  @Test
  void tenThousandColumnsOfOneNameAreNumberedSoon() throws IOException {
    Path file = table("many.csv", "x,".repeat(9_999) + "x");
    assertTimeout(SOON, () -> run("inspect", file.toString()));
    assertTrue(out.toString().contains("x (10000)"), out.toString().substring(0, 500));
    assertTrue(out.toString().contains("9991 more columns"), err.toString());
  }

  @Test
  void aPipeOrAFolderIsNotWaitedFor() throws Exception {
    for (String name : new String[] {"pipe.undercurrent", "pipe.csv"}) {
      Path pipe = folder.resolve(name);
      try {
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
      } catch (IOException e) {
        assumeTrue(false, "this system has no pipes");
      }
      assertTimeout(SOON, () -> assertEquals(1, run("inspect", pipe.toString())));
      assertTrue(err.toString().contains("is not an ordinary file"), err.toString());
    }
    Path directory = Files.createDirectory(folder.resolve("folder.undercurrent"));
    assertEquals(1, run("inspect", directory.toString()));
    assertTrue(err.toString().contains("is a folder"), err.toString());
    assertFalse(err.toString().contains("unexpected"), err.toString());
  }
}
