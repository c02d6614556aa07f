package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The frames of an array, read one after the other as single-precision numbers. */
final class NpyFrames {
  /** As in a table: what is larger is no measurement. */
  private static final float LARGEST = 1e18f;

  private static final float WHITE = 255;
  private final String file;
  private final NpyType type;
  private final FilmLayout layout;
  private final List<float[][]> clips = new ArrayList<>();
  private float low = Float.POSITIVE_INFINITY;
  private float high = Float.NEGATIVE_INFINITY;
  private boolean isWhole = true;
  private boolean isRounded;

  private NpyFrames(String file, NpyType type, FilmLayout layout) {
    this.file = file;
    this.type = type;
    this.layout = layout;
  }

  /**
   * Reads all frames.
   *
   * @param layout whose sizes are within the limits
   * @param in at the first value
   */
  static NpyFrames read(String file, NpyType type, FilmLayout layout, InputStream in)
      throws IOException {
    NpyFrames frames = new NpyFrames(file, type, layout);
    frames.read(in);
    return frames;
  }

  private void read(InputStream in) throws IOException {
    int size = (int) (layout.height() * layout.width() * layout.channels());
    byte[] bytes = new byte[size * type.bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
    for (int n = 0; n < layout.clips(); n++) {
      // A cut file is noticed before all that it announces takes memory.
      List<float[]> clip = new ArrayList<>();
      for (int t = 0; t < layout.frames(); t++) {
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
          throw SeriesException.in(file, SeriesWords.of("npyFrames.cut", layout.words()));
        }
        float[] frame = new float[size];
        isRounded |= type.numbers(buffer, frame);
        look(frame, n, t);
        clip.add(layout.colourFirst() ? colourLast(frame) : frame);
      }
      clips.add(clip.toArray(float[][]::new));
    }
  }

  private void look(float[] frame, int clip, int time) {
    for (int i = 0; i < frame.length; i++) {
      float value = frame[i];
      if (Float.isNaN(value)) continue;
      if (Math.abs(value) > LARGEST) throw tooLarge(value, clip, time, i);
      low = Math.min(low, value);
      high = Math.max(high, value);
      isWhole &= value == (float) Math.rint(value);
    }
  }

  private SeriesException tooLarge(float value, int clip, int time, int place) {
    int pixel =
        layout.colourFirst()
            ? place % (int) (layout.height() * layout.width())
            : place / (int) layout.channels();
    String where =
        SeriesWords.of(
            "npyFrames.place",
            time + 1,
            pixel / (int) layout.width() + 1,
            pixel % (int) layout.width() + 1);
    return SeriesException.at(
        file,
        layout.clips() == 1 ? where : SeriesWords.of("npyFrames.clip", clip + 1, where),
        SeriesWords.of("npyFrames.infinite", Float.toString(value)));
  }

  private float[] colourLast(float[] frame) {
    int channels = (int) layout.channels();
    int pixels = frame.length / channels;
    float[] turned = new float[frame.length];
    for (int i = 0; i < frame.length; i++) turned[i % pixels * channels + i / pixels] = frame[i];
    return turned;
  }

  /** The film, with notes on how it was read. */
  Film film(String described, List<String> others) {
    List<String> notes = new ArrayList<>();
    notes.add(SeriesWords.of("npyFrames.read", described, layout.words()));
    notes.addAll(others);
    if (low > high) {
      throw SeriesException.in(file, SeriesWords.of("npyFrames.empty"));
    }
    boolean isByte = type.kind() == 'u' && type.bytes() == 1;
    if (isByte && high > 1) {
      for (float[][] clip : clips) {
        for (float[] frame : clip) {
          for (int i = 0; i < frame.length; i++) frame[i] /= WHITE;
        }
      }
      notes.add(SeriesWords.of("npyFrames.bytes"));
    }
    if (isRounded) {
      notes.add(SeriesWords.of("npyFrames.rounded"));
    }
    boolean isShare = low >= 0 && (high <= 1 || isByte);
    boolean isBinary = isShare && isWhole && high <= 1;
    Channel.Kind kind =
        isBinary ? Channel.Kind.BINARY : isShare ? Channel.Kind.PIXEL : Channel.Kind.REAL;
    FrameShape shape =
        new FrameShape((int) layout.height(), (int) layout.width(), (int) layout.channels());
    return new Film(shape, kind, clips, List.of(), true, notes);
  }
}
