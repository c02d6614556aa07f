package undercurrent.series;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Animated GIF as the JDK writes them, for tests; frames may cover a part of the screen. */
public final class GifBytes {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** Entries 0 to 254 are greys of that level; 255 is transparent. */
  private static final int CLEAR = 255;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final MemoryCacheImageOutputStream cache = new MemoryCacheImageOutputStream(bytes);

  public GifBytes() {
    writer.setOutput(cache);
    try {
      writer.prepareWriteSequence(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The levels of a frame, by row and column. */
  public interface Levels {
    int at(int row, int column);
  }

  /**
   * Adds a frame. The first one gives the size of the screen.
   *
   * @param disposal "none", "doNotDispose", "restoreToBackgroundColor" or "restoreToPrevious"
   * @param delay in hundredths of a second
   */
  public GifBytes frame(
      int left, int top, int width, int height, String disposal, int delay, Levels levels) {
    byte[] greys = new byte[256];
    for (int i = 0; i < greys.length; i++) greys[i] = (byte) i;
    IndexColorModel colours = new IndexColorModel(8, 256, greys, greys, greys, CLEAR);
    BufferedImage image =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) image.getRaster().setSample(x, y, 0, levels.at(y, x));
    }
    try {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      IIOMetadataNode place = child(root, "ImageDescriptor");
      place.setAttribute("imageLeftPosition", Integer.toString(left));
      place.setAttribute("imageTopPosition", Integer.toString(top));
      IIOMetadataNode control = child(root, "GraphicControlExtension");
      control.setAttribute("disposalMethod", disposal);
      control.setAttribute("delayTime", Integer.toString(delay));
      metadata.setFromTree(FORMAT, root);
      writer.writeToSequence(new IIOImage(image, null, metadata), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) return (IIOMetadataNode) root.item(i);
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }

  public byte[] done() {
    try {
      writer.endWriteSequence();
      cache.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.dispose();
    return bytes.toByteArray();
  }
}
