package undercurrent.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import undercurrent.figure.Box;
import undercurrent.figure.Colour;
import undercurrent.figure.Pen;
import undercurrent.figure.Text;

/** Draws with Java2D. */
final class GraphicsPen implements Pen {
  private final Graphics2D graphics;

  GraphicsPen(Graphics2D graphics) {
    this.graphics = graphics;
    hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void hint(RenderingHints.Key key, Object value) {
    graphics.setRenderingHint(key, value);
  }

  @Override
  public void clip(Box box) {
    graphics.setClip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
  }

  @Override
  public void unclip() {
    graphics.setClip(null);
  }

  @Override
  public void area(double[][] rings, Colour colour) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] ring : rings) {
      if (ring.length == 0) continue;
      trace(path, ring);
      path.closePath();
    }
    graphics.setColor(color(colour));
    // The page is the largest area of a picture; where no edge has to be smoothed, it is filled as
    // it is.
    boolean isPlain = colour.opacity() == 1 && rings.length == 1 && isWholePixels(rings[0]);
    if (isPlain) hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.fill(path);
    if (isPlain) hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** Whether an area is a box whose sides lie between pixels. */
  private boolean isWholePixels(double[] ring) {
    AffineTransform place = graphics.getTransform();
    if (ring.length != 8 || place.getShearX() != 0 || place.getShearY() != 0) return false;
    double[] corners = new double[ring.length];
    place.transform(ring, 0, corners, 0, ring.length / 2);
    for (int i = 0; i < corners.length; i += 2) {
      int next = (i + 2) % corners.length;
      boolean isSide = corners[i] == corners[next] || corners[i + 1] == corners[next + 1];
      if (!isSide || corners[i] != Math.rint(corners[i])) return false;
      if (corners[i + 1] != Math.rint(corners[i + 1])) return false;
    }
    return true;
  }

  @Override
  public void line(double[] points, Colour colour, double width, double... dashes) {
    if (points.length == 0) return;
    graphics.setColor(color(colour));
    graphics.setStroke(stroke(width, dashes));
    Path2D path = new Path2D.Double();
    trace(path, points);
    graphics.draw(path);
  }

  @Override
  public void dots(double[] points, double radius, Colour colour) {
    graphics.setColor(color(colour));
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i] - radius;
      graphics.fill(new Ellipse2D.Double(x, points[i + 1] - radius, 2 * radius, 2 * radius));
    }
  }

  @Override
  public void image(Box box, int width, int height, int[] pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    hint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    AffineTransform place = AffineTransform.getTranslateInstance(box.x(), box.y());
    place.scale(box.width() / width, box.height() / height);
    graphics.drawImage(image, place, null);
  }

  @Override
  public void text(Text text) {
    Font font = Fonts.of(text.text(), text.bold(), (float) text.size());
    graphics.setFont(font);
    graphics.setColor(new Color(text.rgb()));
    AffineTransform before = graphics.getTransform();
    graphics.translate(text.x(), text.y());
    if (text.turned()) graphics.rotate(-Math.PI / 2);
    double drawn = font.getStringBounds(text.text(), graphics.getFontRenderContext()).getWidth();
    // Letters of another font must not take more room than was measured for them.
    double squeeze = Math.min(1, text.width() / drawn);
    graphics.translate(text.offset(), 0);
    graphics.scale(squeeze, 1);
    graphics.drawString(text.text(), 0, 0);
    graphics.setTransform(before);
  }

  private static BasicStroke stroke(double width, double[] dashes) {
    float[] pattern = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) pattern[i] = (float) dashes[i];
    return dashes.length == 0
        ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  private static void trace(Path2D path, double[] points) {
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
  }

  private static Color color(Colour colour) {
    int alpha = (int) Math.round(255 * colour.opacity());
    return new Color(alpha << 24 | colour.rgb(), true);
  }
}
