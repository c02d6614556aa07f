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
      assertTrue(contrast(palette.text(), palette.background()) >= 7);
      assertTrue(contrast(palette.quietText(), palette.background()) >= 4.5);
    }
  }

  @Test
  void linesStandOutFromThePaper() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (Ink ink : Ink.values()) {
        double contrast = contrast(palette.of(ink), palette.background());
        assertTrue(contrast >= 3, ink + " has a contrast of only " + contrast);
      }
    }
  }

  @Test
  void wordsInTheColourOfAnInkAreReadable() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (Ink ink : Ink.values()) {
        double contrast = contrast(palette.words(ink), palette.background());
        assertEquals(contrast, Contrast.ratio(palette.words(ink), palette.background()), 1e-12);
        assertTrue(contrast >= 4.5, ink + " has a contrast of only " + contrast);
        boolean isReadable = contrast(palette.of(ink), palette.background()) >= 4.5;
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
        double before = luminance(palette.along((i - 1) / 50.0));
        assertTrue(luminance(palette.along(i / 50.0)) > before);
      }
      assertEquals(palette.along(0), palette.along(-3));
      assertEquals(palette.along(1), palette.along(7));
    }
  }

  /** Web Content Accessibility Guidelines 2.1, contrast ratio. */
  private static double contrast(int a, int b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xFF) / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
