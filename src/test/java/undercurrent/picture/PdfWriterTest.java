package undercurrent.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import undercurrent.figure.Axis;
import undercurrent.figure.Box;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureExamples;
import undercurrent.figure.FontFile;
import undercurrent.figure.Ink;
import undercurrent.figure.Lettering;
import undercurrent.figure.Mark;
import undercurrent.figure.Paper;
import undercurrent.figure.SvgWriter;

class PdfWriterTest {
  private static PdfText read(Figure figure, Paper paper) {
    return PdfText.of(PdfWriter.pdf(figure, 960, 600, paper));
  }

  private static Figure named(String title) {
    Mark line =
        new Mark.Line("x", Ink.BLUE, Mark.Stroke.SOLID, new double[] {0, 1}, new double[] {0, 1});
    return new Figure(
        "elbo", title, Axis.of("epoch", ""), Axis.of("ELBO", ""), List.of(line), 0, "A line.");
  }

  @Test
  void allWordsOfEachFigureAreTextThatIsFoundAgain() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              List<String> expected = PdfText.wordsOfSvg(SvgWriter.svg(figure, 960, 600, false));
              assertEquals(expected, read(figure, Paper.WHITE).words(), name);
            });
  }

  @Test
  void lettersThatTheFontDoesNotHaveAreShapesWithTheirWordsBehind() {
    PdfText page = read(named("温度 and temperature"), Paper.WHITE);
    assertTrue(page.words().contains("温度 and temperature"), page.words().toString());
    PdfText plain = read(named("temperature"), Paper.WHITE);
    assertTrue(page.content().contains(" f EMC"));
    assertFalse(plain.content().contains("EMC"));
  }

  @Test
  void whiteAndDarkPaperFillThePageAndTransparentPaperDoesNot() {
    Figure figure = named("line");
    String page = "0 0 m\n960 0 l\n960 600 l\n0 600 l\n";
    assertTrue(read(figure, Paper.WHITE).content().contains("q 1 1 1 rg " + page));
    assertTrue(read(figure, Paper.DARK).content().contains("rg " + page));
    assertFalse(read(figure, Paper.TRANSPARENT).content().contains(page));
  }

  @Test
  void theFontOfAFileDrawsWhatTheWholeFontDraws() throws IOException, FontFormatException {
    FontFile file = FontFile.resource(Lettering.REGULAR);
    byte[] outlines = file.outlines();
    byte[] some = Outlines.with(Set.of(file.glyph('E'), file.glyph('ß')), outlines);
    assertEquals(outlines.length, some.length);
    try (InputStream in = PdfWriterTest.class.getResourceAsStream(Lettering.REGULAR)) {
      byte[] whole = in.readAllBytes();
      byte[] changed = whole.clone();
      System.arraycopy(some, 0, changed, place(whole, outlines), some.length);
      assertEquals(drawn(whole, "Eß"), drawn(changed, "Eß"));
      assertTrue(shape(whole, "x").getBounds2D().getWidth() > 10);
      assertTrue(shape(changed, "x").getBounds2D().isEmpty());
    }
  }

  /** Where a table stands in a font. */
  private static int place(byte[] font, byte[] table) {
    int at = new String(font, ISO_8859_1).indexOf(new String(table, ISO_8859_1));
    assertTrue(at > 0);
    return at;
  }

  private static String drawn(byte[] font, String text) throws IOException, FontFormatException {
    StringBuilder path = new StringBuilder();
    double[] c = new double[6];
    for (var i = shape(font, text).getPathIterator(null); !i.isDone(); i.next()) {
      path.append(i.currentSegment(c)).append(' ').append(c[0]).append(' ').append(c[1]);
    }
    return path.toString();
  }

  private static Shape shape(byte[] font, String text) throws IOException, FontFormatException {
    return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font))
        .deriveFont(100f)
        .createGlyphVector(new FontRenderContext(null, true, true), text)
        .getOutline();
  }

  /** A viewer mixes the soft mask in; without it, what is transparent would be black. */
  @Test
  void whatIsTransparentInAnImageHasASoftMask() {
    Box box = new Box(0, 0, 10, 5);
    PdfFile file = new PdfFile();
    PdfPen pen = new PdfPen(file);
    pen.image(box, 2, 1, new int[] {0xFF102030, 0xFF405060});
    pen.image(box, 2, 1, new int[] {0xFF102030, 0x80405060});
    String all = new String(file.bytes(1, 1), ISO_8859_1);
    assertEquals(1, all.split("/SMask", -1).length - 1);
    assertTrue(all.contains("/ColorSpace /DeviceGray /BitsPerComponent 8"));
    assertTrue(all.contains("/SMask 2 0 R"));
    assertTrue(pen.resources().contains("/I0 1 0 R /I1 3 0 R"));
  }

  @Test
  void aFigureIsSmall() {
    int size = PdfWriter.pdf(named("line"), 960, 600, Paper.WHITE).length;
    assertTrue(size < 80_000, size + " bytes");
  }
}
