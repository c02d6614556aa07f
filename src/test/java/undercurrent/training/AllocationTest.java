package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
    String said = Launch.line("bytes", "-XX:+UseSerialGC", Allocation.class, network);
    assertTrue(said.startsWith("bytes 0 after "), said);
    assertTrue(said.endsWith(" steps, 20"), said);
  }
}
