package undercurrent.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a GIF: where each of its pictures lies and how long it is shown. Nothing is decoded
 * here, so that the size is known before it takes memory.
 *
 * @param width of the whole frame
 * @param height of the whole frame
 */
record GifBlocks(int width, int height, List<Frame> frames) {
  private static final int SCREEN = 13;
  private static final int IMAGE = 10;

  /**
   * One picture, which may cover a part of the frame.
   *
   * @param delay that it is shown, in hundredths of a second
   * @param disposal what becomes of it before the next one: 2 = cleared, 3 = what was before it
   */
  record Frame(int left, int top, int width, int height, int delay, int disposal) {}

  static boolean isGif(byte[] bytes) {
    return bytes.length > 4
        && bytes[0] == 'G'
        && bytes[1] == 'I'
        && bytes[2] == 'F'
        && bytes[3] == '8';
  }

  /**
   * Reads the blocks.
   *
   * @throws SeriesException when they are damaged or cut off
   */
  static GifBlocks read(String file, byte[] bytes) {
    return new Scan(file, bytes).read();
  }

  /** One walk over the bytes. */
  private static final class Scan {
    private final String file;
    private final byte[] bytes;
    private int at;
    private int delay;
    private int disposal;

    Scan(String file, byte[] bytes) {
      this.file = file;
      this.bytes = bytes;
    }

    GifBlocks read() {
      if (bytes.length < SCREEN) throw damaged();
      int width = word(6);
      int height = word(8);
      if (width == 0 || height == 0) throw damaged();
      at = SCREEN + table(bytes[10]);
      List<Frame> frames = new ArrayList<>();
      while (at < bytes.length) {
        int block = next();
        if (block == ';') break;
        if (block == '!') extension();
        else if (block == ',') frames.add(image(width, height));
        else if (block != 0) throw damaged();
      }
      return new GifBlocks(width, height, List.copyOf(frames));
    }

    /** Bytes of a table of colours. */
    private static int table(byte packed) {
      return (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
    }

    private void extension() {
      boolean isControl = next() == 0xF9;
      if (isControl && at + 5 < bytes.length && (bytes[at] & 0xFF) >= 4) {
        disposal = bytes[at + 1] >> 2 & 7;
        delay = word(at + 2);
      }
      subBlocks();
    }

    private Frame image(int width, int height) {
      if (at + IMAGE > bytes.length) throw damaged();
      Frame frame = new Frame(word(at), word(at + 2), word(at + 4), word(at + 6), delay, disposal);
      boolean isOutside =
          frame.width() == 0
              || frame.height() == 0
              || frame.left() + frame.width() > width
              || frame.top() + frame.height() > height;
      if (isOutside) throw damaged();
      // The table of colours, and the size of the first codes.
      at += 9 + table(bytes[at + 8]) + 1;
      subBlocks();
      delay = 0;
      disposal = 0;
      return frame;
    }

    private void subBlocks() {
      for (int size = next(); size != 0; size = next()) at += size;
    }

    private int next() {
      if (at >= bytes.length) throw damaged();
      return bytes[at++] & 0xFF;
    }

    private int word(int from) {
      return (bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8;
    }

    private SeriesException damaged() {
      return PictureDecoder.damaged(file, "GIF", null);
    }
  }
}
