package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void wordsAreReadable() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      assertTrue(Contrast.ratio(palette.text(), palette.background()) >= 7);
      assertTrue(Contrast.ratio(palette.quietText(), palette.background()) >= 4.5);
    }
  }

  @Test
  void linesStandOutFromThePaper() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (Ink ink : Ink.values()) {
        double contrast = Contrast.ratio(palette.of(ink), palette.background());
        assertTrue(contrast >= 3, ink + " has a contrast of only " + contrast);
      }
    }
  }

  @Test
  void wordsInTheColourOfAnInkAreReadable() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (Ink ink : Ink.values()) {
        double contrast = Contrast.ratio(palette.words(ink), palette.background());
        assertEquals(contrast, Contrast.ratio(palette.words(ink), palette.background()), 1e-12);
        assertTrue(contrast >= 4.5, ink + " has a contrast of only " + contrast);
        boolean isReadable = Contrast.ratio(palette.of(ink), palette.background()) >= 4.5;
        assertEquals(isReadable, palette.of(ink) == palette.words(ink));
      }
    }
  }

  @Test
  void inksDiffer() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      long different = Arrays.stream(Ink.values()).mapToInt(palette::of).distinct().count();
      assertEquals(Ink.values().length, different);
    }
  }

  @Test
  void coloursAlongAPathGetSteadilyLighter() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (int i = 1; i <= 50; i++) {
        double before = Contrast.ratio(palette.along((i - 1) / 50.0), 0);
        assertTrue(Contrast.ratio(palette.along(i / 50.0), 0) > before);
      }
      assertEquals(palette.along(0), palette.along(-3));
      assertEquals(palette.along(1), palette.along(7));
    }
  }
}
