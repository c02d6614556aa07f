package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import undercurrent.series.FrameGrid;
import undercurrent.series.FrameShape;

final class FramePixelsTest {
  private static final int OPAQUE = 0xFF000000;
  private static final FrameShape PICTURE = new FrameShape(1, 3, 1);
  private static final FrameShape FIELD =
      new FrameShape(
          1, 3, 1, List.of(0, 2), Optional.of(new FrameGrid(List.of(5.0), List.of(1.0, 2.0, 3.0))));

  @Test
  void picturesAreGrey() {
    FramePixels pixels = new FramePixels(PICTURE, 0, 1, false);
    assertArrayEquals(
        new int[] {OPAQUE, OPAQUE | 0x808080, OPAQUE | 0xFFFFFF},
        pixels.pixels(new double[] {0, 128 / 255.0, 1}));
  }

  @Test
  void coloursStayAsTheyAre() {
    FramePixels pixels = new FramePixels(new FrameShape(1, 1, 3), 0, 1, false);
    assertArrayEquals(new int[] {OPAQUE | 0x33FF00}, pixels.pixels(new double[] {0.2, 1, 0}));
  }

  @Test
  void anomaliesAreBlueBelowAndVermilionAboveZero() {
    for (boolean dark : new boolean[] {false, true}) {
      FramePixels pixels = new FramePixels(FIELD, -2, 4, dark);
      Palette palette = Palette.of(dark);
      assertTrue(pixels.isSigned());
      assertEquals(palette.background(), pixels.rgb(0));
      assertEquals(palette.of(Ink.VERMILION), pixels.rgb(4));
      assertEquals(palette.diverging(-0.5), pixels.rgb(-2));
      // Land has no number.
      int[] drawn = pixels.pixels(FIELD.frame(new double[] {4, -4}));
      assertEquals(OPAQUE | palette.grid(), drawn[1]);
      assertEquals(OPAQUE | palette.of(Ink.BLUE), drawn[2]);
    }
  }

  /** The luminance of viridis grows all the way, so that it is read without colours too. */
  @Test
  void otherNumbersGrowLighterFromTheLowestToTheHighest() {
    FramePixels pixels = new FramePixels(PICTURE, 100, 700, false);
    assertFalse(pixels.isGrey() || pixels.isSigned());
    double before = -1;
    for (double value = 100; value <= 700; value += 20) {
      double light = Contrast.ratio(pixels.rgb(value), 0x000000);
      assertTrue(light > before, "at " + value);
      before = light;
    }
    assertEquals(pixels.rgb(700), pixels.rgb(900));
  }

  @Test
  void aFieldOfSharesIsNoPicture() {
    assertFalse(new FramePixels(FIELD, 0, 1, false).isGrey());
  }
}
