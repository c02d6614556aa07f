package undercurrent.series;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The one class that hands pictures to the decoders of the JDK, with their size known before. */
final class PictureDecoder {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int WIDTH_AT = 16;
  private static final int HEIGHT_AT = 20;
  private static final int HEADER = 24;

  private PictureDecoder() {}

  /** True for the first bytes of a PNG. */
  static boolean isPng(byte[] start) {
    if (start.length < PNG.length) return false;
    for (int i = 0; i < PNG.length; i++) if (start[i] != PNG[i]) return false;
    return true;
  }

  /** Width and height that the header of a PNG tells; read before anything is decoded. */
  static int[] size(String file, byte[] png) {
    if (png.length < HEADER) throw damaged(file, "PNG", null);
    ByteBuffer header = ByteBuffer.wrap(png);
    int[] size = {header.getInt(WIDTH_AT), header.getInt(HEIGHT_AT)};
    if (size[0] < 1 || size[1] < 1) throw damaged(file, "PNG", null);
    return size;
  }

  /** Decodes a PNG whose size was looked at. */
  static Picture png(String file, byte[] bytes) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = stream(bytes)) {
      reader.setInput(in, true, true);
      return picture(reader.read(0));
    } catch (IOException | RuntimeException e) {
      throw damaged(file, "PNG", e);
    } finally {
      reader.dispose();
    }
  }

  /** The pictures of a GIF one after the other, each only as large as it is itself. */
  static final class Gif implements AutoCloseable {
    private final String file;
    private final ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    private final ImageInputStream in;

    Gif(String file, byte[] bytes) {
      this.file = file;
      in = stream(bytes);
      reader.setInput(in, false, true);
    }

    /** The pixels of one picture, {@code 0xAARRGGBB}. */
    int[] pixels(int index, int width, int height) {
      try {
        BufferedImage image = reader.read(index);
        if (image.getWidth() != width || image.getHeight() != height) {
          throw damaged(file, "GIF", null);
        }
        return image.getRGB(0, 0, width, height, null, 0, width);
      } catch (SeriesException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw damaged(file, "GIF", e);
      }
    }

    @Override
    public void close() throws IOException {
      reader.dispose();
      in.close();
    }
  }

  private static ImageInputStream stream(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
  }

  static SeriesException damaged(String file, String form, @Nullable Throwable cause) {
    return SeriesException.in(file, SeriesWords.of("pictureDecoder.damaged", form), cause);
  }

  /** Samples as they are stored: the conversion of grey to screen colours would change them. */
  private static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean isPlain = image.getColorModel() instanceof ComponentColorModel;
    if (!isPlain)
      return Picture.of(height, width, image.getRGB(0, 0, width, height, null, 0, width));
    int bands = image.getRaster().getNumBands();
    int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
    float white = (1 << image.getColorModel().getComponentSize(0)) - 1f;
    boolean hasAlpha = image.getColorModel().hasAlpha();
    int colours = bands >= 3 ? 3 : 1;
    float[] values = new float[width * height * colours];
    for (int i = 0; i < width * height; i++) {
      boolean isTransparent = hasAlpha && samples[i * bands + bands - 1] == 0;
      for (int c = 0; c < colours; c++) {
        values[i * colours + c] = isTransparent ? Float.NaN : samples[i * bands + c] / white;
      }
    }
    return colours == 1 ? new Picture(height, width, 1, values) : Picture.of(height, width, values);
  }
}
