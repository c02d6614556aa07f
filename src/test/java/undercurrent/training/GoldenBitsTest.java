package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A training gives the same bits with every width of the machine's vectors and without them, and
 * with any number of threads: each launch trains each small model for 50 steps and hashes all
 * weights.
 */
class GoldenBitsTest {
  /** Seen with Temurin 25.0.3 on x86-64. */
  private static final String GOLDEN =
      "bits 402015eb28126226d32fbcf3f3faf80a6dbdf0a5df3c44149f3e04184b2fa787";

  @ParameterizedTest
  @CsvSource({
    "-XX:UseAVX=3, 1",
    "-XX:UseAVX=3, 2",
    "-XX:UseAVX=2, 16",
    "-XX:UseAVX=1, 1",
    "-XX:UseAVX=0, 1",
    "-Dundercurrent.scalar=true, 2"
  })
  void everyWidthAndNumberOfThreadsTrainsToTheSameBits(String option, String threads)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add(option);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(GoldenBits.class.getName());
    command.add(threads);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), option);
    assertEquals(0, process.exitValue(), said);
    assertEquals(GOLDEN, said.lines().filter(l -> l.startsWith("bits ")).findFirst().orElse(said));
  }
}
