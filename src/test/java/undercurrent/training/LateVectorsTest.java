package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.VectorLoops;

/** A launch that does not name the module of the Vector API among its first ones. */
final class LateVectorsTest {
  private static final String GRANTED = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

  @ParameterizedTest
  @CsvSource({GRANTED + ", true", "-Dgranted=nothing, false"})
  void vectorsAreAddedWhereThatIsGranted(String option, boolean present) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(List.of(java, option, "-cp", path, Launched.class.getName()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        List.of(GoldenBitsTest.GOLDEN, "vectors " + present), said.strip().lines().toList());
  }

  /** What is launched. */
  public static final class Launched {
    private Launched() {}

    public static void main(String[] arguments) throws Exception {
      GoldenBits.main(new String[] {"2x50"});
      System.out.println("vectors " + VectorLoops.isPresent());
    }
  }
}
