package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.series.Dataset;
import undercurrent.series.Samples;
import undercurrent.series.Sequence;

final class DivergenceTest {
  private final Dataset nile = Dataset.of(Samples.find("nile").orElseThrow().open(), 0);
  private final LearnedRange range = new LearnedRange(nile, 1, 1);

  private float extreme(int sign) {
    float most = Float.NEGATIVE_INFINITY;
    for (Sequence s : nile.training()) {
      for (float value : s.values()) most = Math.max(most, sign * value);
    }
    return sign * most;
  }

  @Test
  void thePathsThatLeaveTheLearnedRangeAreCountedFromTheFirst() {
    float low = extreme(-1);
    float high = extreme(1);
    float beyond = high + LearnedRange.WIDTHS * (high - low);
    float[] state = new float[4];
    Divergence divergence = new Divergence(4, range);
    divergence.look(1, state, new float[] {low, high, beyond - 0.01f, 0});
    assertEquals(List.of(), divergence.notes("nile"));
    divergence.look(2, state, new float[] {low, high, beyond + 0.01f, 0});
    divergence.look(3, state, new float[] {Float.NaN, high, 0, 0});
    assertEquals(
        List.of(
            "2 of 4 sample paths of the forecast of 'nile' diverge after step 1 or later: they"
                + " leave the range that the model has learned by more than 3 times its width, so"
                + " that the mean says little; read the median."),
        divergence.notes("nile"));
  }

  @Test
  void aStateCountsOnceTwentyRowsHaveShownWhereStatesAre() {
    float[] far = {1000};
    float[] near = {0};
    for (int row = 0; row < 19; row++) range.see(new float[] {row % 2});
    assertTrue(range.holds(0, far, near));
    range.see(new float[] {1});
    assertFalse(range.holds(0, far, near));
    assertTrue(range.holds(0, new float[] {4}, near));
    assertFalse(range.holds(0, new float[] {4.01f}, near));
    range.forgetStates();
    assertTrue(range.holds(0, far, near));
  }

  /** What is known beforehand, such as an input, cannot leave what was learned. */
  @Test
  void whatStandsBehindTheDrawnNumbersOfAStateDoesNotCount() {
    LearnedRange withInput = new LearnedRange(nile, 2, 1);
    for (int row = 0; row < 20; row++) withInput.see(new float[] {row % 2, 0});
    assertTrue(withInput.holds(0, new float[] {1, 1}, new float[] {0}));
    assertFalse(withInput.holds(0, new float[] {5, 0}, new float[] {0}));
  }
}
