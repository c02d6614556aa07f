package undercurrent.view.chart;

import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;
import undercurrent.figure.Box;
import undercurrent.figure.Colour;
import undercurrent.figure.Pen;
import undercurrent.figure.Text;

/** Draws figures on a canvas of the window. */
final class CanvasPen implements Pen {
  private final GraphicsContext canvas;

  CanvasPen(GraphicsContext canvas) {
    this.canvas = canvas;
    canvas.setFillRule(FillRule.EVEN_ODD);
    canvas.setLineCap(StrokeLineCap.ROUND);
    canvas.setLineJoin(StrokeLineJoin.ROUND);
  }

  @Override
  public void clip(Box box) {
    canvas.save();
    canvas.beginPath();
    canvas.rect(box.x(), box.y(), box.width(), box.height());
    canvas.clip();
  }

  @Override
  public void unclip() {
    canvas.restore();
  }

  @Override
  public void area(double[][] rings, Colour colour) {
    canvas.setFill(color(colour));
    canvas.beginPath();
    for (double[] ring : rings) {
      if (ring.length == 0) continue;
      trace(ring);
      canvas.closePath();
    }
    canvas.fill();
  }

  @Override
  public void line(double[] points, Colour colour, double width, double... dashes) {
    if (points.length == 0) return;
    canvas.setStroke(color(colour));
    canvas.setLineWidth(width);
    canvas.setLineDashes(dashes);
    canvas.beginPath();
    trace(points);
    canvas.stroke();
    canvas.setLineDashes();
  }

  @Override
  public void dots(double[] points, double radius, Colour colour) {
    canvas.setFill(color(colour));
    for (int i = 0; i < points.length; i += 2) {
      canvas.fillOval(points[i] - radius, points[i + 1] - radius, 2 * radius, 2 * radius);
    }
  }

  @Override
  public void heap(double[][] bars, double[] points, double radius, Colour colour) {
    double width = canvas.getCanvas().getWidth();
    double height = canvas.getCanvas().getHeight();
    if (width <= 0 || height <= 0) return;
    double scale = outputScale();
    DotRaster raster = new DotRaster(width, height, scale, radius);
    for (double[] bar : bars) raster.bar(bar);
    for (int i = 0; i < points.length; i += 2) raster.dot(points[i], points[i + 1]);
    Image image = raster.image(colour);
    canvas.drawImage(image, 0, 0, image.getWidth() / scale, image.getHeight() / scale);
  }

  private double outputScale() {
    Scene scene = canvas.getCanvas().getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : Math.max(1, window.getOutputScaleX());
  }

  @Override
  public void image(Box box, int width, int height, int[] pixels) {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    canvas.setImageSmoothing(false);
    canvas.drawImage(image, box.x(), box.y(), box.width(), box.height());
  }

  @Override
  public void text(Text text) {
    canvas.setFill(Color.rgb(text.rgb() >> 16 & 255, text.rgb() >> 8 & 255, text.rgb() & 255));
    canvas.setFont(
        Font.font(text.bold() ? ChartFonts.BOLD_FAMILY : ChartFonts.FAMILY, text.size()));
    canvas.setTextBaseline(VPos.BASELINE);
    canvas.setTextAlign(
        switch (text.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    if (!text.turned()) {
      canvas.fillText(text.text(), text.x(), text.y());
      return;
    }
    canvas.save();
    canvas.translate(text.x(), text.y());
    canvas.rotate(-90);
    canvas.fillText(text.text(), 0, 0);
    canvas.restore();
  }

  private void trace(double[] points) {
    canvas.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) canvas.lineTo(points[i], points[i + 1]);
  }

  private static Color color(Colour colour) {
    int rgb = colour.rgb();
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, colour.opacity());
  }
}
