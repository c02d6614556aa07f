package undercurrent.figure;

import java.util.Locale;
import java.util.Map;

/**
 * Figures as parts of a page of HTML, which may have several and follow the theme of its reader.
 */
public final class InlineSvg {
  private InlineSvg() {}

  /**
   * An SVG element without a background.
   *
   * @param name differs from those of the other figures of the page
   */
  public static String svg(Figure figure, int width, int height, String name) {
    String svg = SvgWriter.svg(figure, width, height, Paper.TRANSPARENT);
    return svg.substring(svg.indexOf("<svg"))
        .replace("id=\"plot", "id=\"" + name + "-plot")
        .replace("url(#plot", "url(#" + name + "-plot")
        .strip();
  }

  /** Rules of CSS that give such figures the colours of the dark theme. */
  public static String darkRules() {
    StringBuilder rules = new StringBuilder();
    for (Map.Entry<Integer, Integer> shade : Palette.darkShades().entrySet()) {
      for (String what : new String[] {"fill", "stroke"}) {
        rules.append(
            String.format(
                Locale.ROOT,
                "svg [%1$s=\"#%2$06X\"]{%1$s:#%3$06X}",
                what,
                shade.getKey(),
                shade.getValue()));
      }
    }
    return rules.toString();
  }
}
