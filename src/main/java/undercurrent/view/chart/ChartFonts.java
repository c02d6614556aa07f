package undercurrent.view.chart;

import java.io.InputStream;
import javafx.scene.text.Font;
import undercurrent.figure.Lettering;

/** The letters of the window: the same as on paper. */
public final class ChartFonts {
  /** What style sheets call it. */
  public static final String FAMILY = "Inter";

  /** JavaFX takes the bold letters for a family of their own. */
  public static final String BOLD_FAMILY = "Inter Semi Bold";

  private static final double ANY_SIZE = 12;

  private ChartFonts() {}

  /** Makes the letters known; once, before the first scene. */
  public static void load() {
    for (String file : new String[] {Lettering.REGULAR, Lettering.BOLD}) {
      InputStream in = ChartFonts.class.getResourceAsStream(file);
      if (in != null) Font.loadFont(in, ANY_SIZE);
    }
  }
}
