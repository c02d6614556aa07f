package undercurrent.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import undercurrent.figure.Lettering;

/** The bundled font, and the machine's own for letters that it does not have. */
final class Fonts {
  private static final Font REGULAR = load(Lettering.REGULAR);
  private static final Font BOLD = load(Lettering.BOLD);

  private Fonts() {}

  static Font of(String text, boolean bold, float size) {
    Font bundled = bold ? BOLD : REGULAR;
    boolean isComplete = bundled.canDisplayUpTo(text) < 0;
    Font font = isComplete ? bundled : new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1);
    return font.deriveFont(size);
  }

  private static Font load(String resource) {
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("The font " + resource + " is missing.");
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + resource + " cannot be read.", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + resource + " is damaged.", e);
    }
  }
}
