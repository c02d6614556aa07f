package undercurrent.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import undercurrent.output.WholeFile;

/** Writes pictures that follow one another as an animated GIF, which repeats without end. */
public final class GifWriter {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final double PER_SECOND = 10;

  /** Hundredths of a second; what is shorter, viewers slow down. */
  private static final int SHORTEST = 2;

  private static final int AT_THE_END = 200;

  private GifWriter() {}

  /** Ten pictures a second. */
  public static void write(Iterator<BufferedImage> pictures, Path file) throws IOException {
    write(pictures, PER_SECOND, file);
  }

  /**
   * Writes a file whole: so many pictures a second, and the last one for two seconds. Pictures are
   * taken one by one, so that only one is in memory; an exception of the iterator leaves no file.
   */
  public static void write(Iterator<BufferedImage> pictures, double perSecond, Path file)
      throws IOException {
    int usual = Math.clamp(Math.round(100 / perSecond), SHORTEST, AT_THE_END);
    WholeFile.write(
        file,
        out -> {
          ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
          try (MemoryCacheImageOutputStream cache = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(cache);
            writer.prepareWriteSequence(null);
            while (pictures.hasNext()) {
              BufferedImage picture = pictures.next();
              int delay = pictures.hasNext() ? usual : AT_THE_END;
              writer.writeToSequence(
                  new IIOImage(picture, null, metadata(writer, picture, delay)), null);
            }
            writer.endWriteSequence();
          } finally {
            writer.dispose();
          }
        });
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage picture, int delay)
      throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(delay));
    control.setAttribute("transparentColorIndex", "0");
    IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
    repeat.setAttribute("applicationID", "NETSCAPE");
    repeat.setAttribute("authenticationCode", "2.0");
    // Block 1: how often it repeats, of which 0 is without end.
    repeat.setUserObject(new byte[] {1, 0, 0});
    child(root, "ApplicationExtensions").appendChild(repeat);
    metadata.setFromTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i) instanceof IIOMetadataNode node && node.getNodeName().equals(name)) {
        return node;
      }
    }
    IIOMetadataNode added = new IIOMetadataNode(name);
    root.appendChild(added);
    return added;
  }
}
