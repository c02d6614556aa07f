package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.BesideOthers;

/**
 * A training gives the same bits with every width of the machine's vectors and without them, and
 * with any number of threads: each launch trains each small model for 50 steps and hashes all
 * weights.
 */
@BesideOthers
class GoldenBitsTest {
  /** Seen with Temurin 25.0.3 on x86-64. */
  static final String GOLDEN =
      "bits 402015eb28126226d32fbcf3f3faf80a6dbdf0a5df3c44149f3e04184b2fa787";

  /**
   * After 12 steps; where single operations of vectors have no instruction, 50 would take a minute.
   */
  private static final String GOLDEN_12 =
      "bits 19a1be830af7b9529a70faf2ed1038750362f3fc1c988ffbad3b00dad3840583";

  @ParameterizedTest
  @CsvSource({
    "-XX:UseAVX=3, 1",
    "-XX:UseAVX=3, 2",
    "-XX:UseAVX=2, 16",
    "-XX:UseAVX=1, 1",
    "-Dundercurrent.scalar=true, 2"
  })
  void everyWidthAndNumberOfThreadsTrainsToTheSameBits(String option, String threads)
      throws Exception {
    assertEquals(GOLDEN, Launch.line("bits ", List.of(option), GoldenBits.class, threads + "x50"));
  }

  @ParameterizedTest
  @CsvSource({"-XX:UseAVX=3, 1", "-XX:UseAVX=0, 1"})
  void aMachineWithoutWideVectorsTrainsToTheSameBits(String option, String threads)
      throws Exception {
    assertEquals(
        GOLDEN_12, Launch.line("bits ", List.of(option), GoldenBits.class, threads + "x12"));
  }
}
