package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.BesideOthers;

/**
 * A training step allocates nothing, and no general operation does, once it is compiled. (For a
 * vector that compiled loops keep in a register the interpreter makes an object.) An epoch's end
 * makes a point of the curve, so the steps that are counted lie in one epoch. In a launch of its
 * own: what the compiler inlines, and so what stays in registers, depends on everything that ran
 * before.
 */
@BesideOthers
final class AllocationTest {
  /**
   * Methods are compiled after a fifth of the usual calls: some of a continuous recurrent unit are
   * called a few times a step alone, and thousands of steps would only wait for them.
   */
  private static final String SOONER = "-XX:CompileThresholdScaling=0.2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STRUCTURED_FUTURE",
        "MEAN_FIELD_BOTH",
        "MORE",
        "VRNN",
        "DSAE",
        "CRU",
        "KALMAN",
        "KALMAN_ONE_MODE",
        "PHYSICS",
        "VOCABULARY"
      })
  void aStepAllocatesNothing(String network) throws Exception {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC"));
    if (network.equals("CRU")) options.add(SOONER);
    String said = Launch.line("bytes", options, Allocation.class, network);
    assertTrue(said.startsWith("bytes 0 after "), said);
    assertTrue(said.endsWith(" steps, 20"), said);
  }
}
