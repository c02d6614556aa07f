package undercurrent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line is read by a real shell as the words that it was written from. */
final class ShellWordsTest {
  private static final List<String> WORDS =
      List.of(
          "undercurrent",
          "train",
          "/home/José/my data/it's \"odd\" & more.csv",
          "a=b;c",
          "$HOME `ls` \\ *.csv ? [x] {a,b} ~ #no !",
          "",
          "two\nlines",
          "-0.5",
          "|<>()");

  @Test
  void aPosixShellReadsTheSameWords() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    Process shell =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "for w in " + ShellWords.posix(WORDS) + "; do printf '%s\\001' \"$w\"; done")
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    assertEquals(WORDS, Arrays.asList(said.substring(0, said.length() - 1).split("\u0001", -1)));
  }

  @Test
  void plainWordsStayAsTheyAre() {
    assertEquals(
        "undercurrent train nile --seed 3",
        ShellWords.posix(List.of("undercurrent", "train", "nile", "--seed", "3")));
  }

  /** As the rules of the C runtime of Windows read it: backslashes count before quotes alone. */
  @Test
  void aWordForWindowsStandsBetweenDoubleQuotes() {
    assertEquals(
        "C:\\data\\a.csv \"C:\\my data\\\\\" \"say \\\"a\\\\\\\"b\" \"fixed=a;b\"",
        ShellWords.windows(
            List.of("C:\\data\\a.csv", "C:\\my data\\", "say \"a\\\"b", "fixed=a;b")));
  }
}
