package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgWriterTest {
  @Test
  void everyFigureIsXmlOfTheGivenSizeWithItsTitle() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              Document document = parsed(SvgWriter.svg(figure, 640, 400, name.length() % 2 == 0));
              assertEquals("640", document.getDocumentElement().getAttribute("width"));
              assertEquals("0 0 640 400", document.getDocumentElement().getAttribute("viewBox"));
              assertEquals(
                  figure.title(), document.getElementsByTagName("title").item(0).getTextContent());
              assertEquals(
                  figure.summary(), document.getElementsByTagName("desc").item(0).getTextContent());
            });
  }

  @Test
  void textsAreThoseOfTheLayout() {
    Figure figure = figure("a < b & \"c\"");
    Document document = parsed(SvgWriter.svg(figure, 640, 400, false));
    List<String> expected =
        Layout.of(figure, 640, 400, Palette.LIGHT).allTexts().stream().map(Text::text).toList();
    var texts = document.getElementsByTagName("text");
    assertEquals(expected.size(), texts.getLength());
    for (int i = 0; i < texts.getLength(); i++) {
      assertEquals(expected.get(i), texts.item(i).getTextContent());
    }
    assertTrue(expected.contains("a < b & \"c\""));
  }

  @Test
  void signsThatXmlForbidsAreWrittenOut() {
    Document document =
        parsed(SvgWriter.svg(figure("bell\u0007 and \uD800 alone"), 640, 400, true));
    String title = document.getElementsByTagName("title").item(0).getTextContent();
    assertEquals("bell\\u0007 and \\ud800 alone", title);
  }

  @Test
  void sameFigureGivesTheSameText() {
    Figure figure = figure("twice");
    assertEquals(SvgWriter.svg(figure, 640, 400, true), SvgWriter.svg(figure, 640, 400, true));
    assertNotEquals(SvgWriter.svg(figure, 640, 400, true), SvgWriter.svg(figure, 640, 400, false));
  }

  @Test
  void numbersHaveNoMoreThanTwoDecimals() {
    assertEquals("-0.5", Hundredths.of(-0.5));
    assertEquals("12", Hundredths.of(12.001));
    assertEquals("3.07", Hundredths.of(3.0701));
    assertEquals("0", Hundredths.of(-0.0));
  }

  private static Figure figure(String title) {
    double[] x = {0, 1, 2};
    double[] y = {3, Double.NaN, Double.POSITIVE_INFINITY};
    return new Figure(
        "test",
        title,
        Axis.of("x", ""),
        Axis.of("y", ""),
        List.of(new Mark.Line("<&>", Ink.SKY, Mark.Stroke.SOLID, x, y)),
        0,
        title);
  }

  static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("This is no XML: " + svg, e);
    }
  }
}
