package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class in a launch of its own, with the vector module. */
final class Launch {
  private Launch() {}

  /**
   * The first line that begins with a word, or all that was said.
   *
   * @param options of the Java machine
   */
  static String line(String word, List<String> options, Class<?> main, String argument)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("@installer/launcher/lib/vectors.options");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.add(argument);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), options::toString);
    assertEquals(0, process.exitValue(), said);
    return said.lines().filter(l -> l.startsWith(word)).findFirst().orElse(said);
  }
}
