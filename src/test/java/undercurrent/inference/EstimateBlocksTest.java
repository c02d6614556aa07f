package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** Estimates of long series come in blocks of the same numbers, to the bit. */
final class EstimateBlocksTest {
  private static final int ROWS = 4500;

  /** Of the second channel nothing is seen for longer than a block. */
  private static SeriesSet table(int rows, String columns) {
    Randomness random = Randomness.of(2);
    StringBuilder text = new StringBuilder(columns).append('\n');
    for (int t = 0; t < rows; t++) {
      double x = Math.sin(0.1 * t) + 0.3 * random.normal();
      String y = t < 4200 || t % 7 == 0 ? "" : Double.toString(x + random.normal());
      text.append(t).append(',').append(t % 11 == 3 ? "" : x).append(',').append(y);
      text.append(',').append(Math.cos(0.05 * t)).append('\n');
    }
    return SeriesFiles.open("table", text.toString(), ImportChoices.AUTOMATIC);
  }

  private static List<Estimate> blocks(Estimator estimator, Conditioning conditioning) {
    List<Estimate> blocks = new ArrayList<>();
    estimator.inBlocks(conditioning, 0, blocks::add);
    return blocks;
  }

  private static Estimate whole(Estimator estimator, Conditioning conditioning) {
    return switch (conditioning) {
      case FILTERED -> estimator.filtered(0);
      case PREDICTED -> estimator.predicted(0);
      case SMOOTHED, FORECAST -> estimator.smoothed(0);
    };
  }

  private static void assertSame(Band expected, Band band) {
    assertArrayEquals(expected.mean().all(), band.mean().all());
    assertArrayEquals(expected.lower().all(), band.lower().all());
    assertArrayEquals(expected.upper().all(), band.upper().all());
    assertArrayEquals(expected.median().all(), band.median().all());
    assertEquals(expected.hasMedian(), band.hasMedian());
  }

  private static void assertSame(Estimate expected, Estimate joined) {
    assertSame(expected.observation(), joined.observation());
    assertSame(expected.latent(), joined.latent());
    assertArrayEquals(expected.times(), joined.times());
    assertArrayEquals(expected.crps().all(), joined.crps().all());
    assertArrayEquals(expected.pit().all(), joined.pit().all());
    assertEquals(expected.method(), joined.method());
    assertEquals(expected.dimensions(), joined.dimensions());
    assertEquals(expected.notes(), joined.notes());
    assertEquals(expected.from(), joined.from());
    assertEquals(expected.conditioning(), joined.conditioning());
  }

  @ParameterizedTest
  @CsvSource({"'t,x,y,z', level", "'t,x,y,u', linear", "'t,x,y,truth', seasonal"})
  void ofExactKinds(String columns, String kind) {
    SeriesSet set = table(ROWS, columns);
    Recipe recipe = Recipe.of(set).with("kind", kind);
    Estimator estimator = Run.of(recipe.experiment(set)).estimator();
    for (Conditioning conditioning :
        List.of(Conditioning.FILTERED, Conditioning.PREDICTED, Conditioning.SMOOTHED)) {
      List<Estimate> blocks = blocks(estimator, conditioning);
      assertEquals(2, blocks.size(), kind + " " + conditioning);
      assertSame(whole(estimator, conditioning), JoinedEstimates.of(blocks));
    }
  }

  @Test
  void ofADeepKind() {
    SeriesSet set = table(4200, "t,x,truth,u");
    Recipe recipe = Recipe.of(set).with("kind", "deep").with("hiddenUnits", 4);
    Estimator estimator = Run.of(recipe.experiment(set)).estimator().paths(8);
    for (Conditioning conditioning : List.of(Conditioning.FILTERED, Conditioning.SMOOTHED)) {
      List<Estimate> blocks = blocks(estimator, conditioning);
      assertEquals(2, blocks.size(), conditioning.name());
      assertSame(whole(estimator, conditioning), JoinedEstimates.of(blocks));
    }
  }
}
