package undercurrent.experiment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import undercurrent.series.GifBytes;
import undercurrent.series.NpyBytes;

/** Small sound files of every form that a table can have, for fuzzing to start from. */
final class ReaderSeeds {
  /** JSON of each form, music too, and GPX. */
  static final List<String> TEXTS =
      List.of(
          "[{\"t\":0,\"x\":1.5},{\"t\":1,\"x\":null},{\"t\":3,\"x\":-2}]",
          "{\"t\":[0,1,3],\"x\":[1.5,null,-2]}",
          "{\"t\":0,\"x\":1.5}\n{\"t\":1,\"x\":true}\n{\"t\":3,\"x\":-2}\n",
          "{\"columns\":[\"t\",\"x\"],\"data\":[[0,1.5],[1,null],[3,-2]]}",
          "{\"t\":{\"0\":0,\"1\":1,\"2\":3},\"x\":{\"0\":1.5,\"1\":NaN,\"2\":-2}}",
          "{\"train\":[[[60,64],[60,-1],[]],[[72],[74],[76]]],\"valid\":[[[48],[50],[52]]]}",
          "[[60,64],[60,64,67],[108]]",
          """
          <?xml version="1.0"?>
          <gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>A</name>
          <trkseg><trkpt lat="47" lon="8"><ele>400</ele><time>2024-05-31T12:00:00Z</time></trkpt>
          <trkpt lat="47.1" lon="8"><ele>401</ele><time>2024-05-31T12:01:00Z</time>
          <extensions><hr>120</hr></extensions></trkpt>
          <trkpt lat="47.2" lon="8"><time>2024-05-31T12:02:00Z</time></trkpt></trkseg>
          <trkseg><trkpt lat="48" lon="9"><time>2024-05-31T12:04:00Z</time></trkpt></trkseg></trk></gpx>
          """);

  private static final Path BINARY = Path.of("src/test/resources/undercurrent/series/numpy");

  /** MIDI with a running status, text, a tempo, a time signature, drums and a system message. */
  static final List<byte[]> MIDI =
      List.of(
          midi(
              0, 96, "00FF5103098968 00FF580403021808 00903C40 603C00 004040 604000 004340 604300"),
          midi(
              1,
              4,
              "00FF010548656C6C6F 00C005 00F0037E7FF7 00994040 00903C40 04803C00 00904840"
                  + " 08804800"),
          midi(0, 0xE728, "00903C40 8374803C00 00904040 8374804000 00904340 8374804300"));

  /** Films: arrays of bytes and of floats, a GIF whose later pictures cover a part. */
  static final List<byte[]> FILMS =
      List.of(
          NpyBytes.of("|u1", "(3, 8, 8)", counted(192)),
          NpyBytes.of("<f4", "(1, 3, 2, 2)", counted(12)),
          NpyBytes.of("<f8", "(3, 2, 2, 3)", counted(36)),
          new GifBytes()
              .frame(0, 0, 4, 3, "doNotDispose", 5, (row, column) -> 20 * row + column)
              .frame(1, 1, 2, 1, "restoreToPrevious", 5, (row, column) -> 90)
              .frame(0, 0, 3, 3, "restoreToBackgroundColor", 9, (row, column) -> 200)
              .done());

  private ReaderSeeds() {}

  private static double[] counted(int count) {
    return IntStream.range(0, count).asDoubleStream().toArray();
  }

  /** A small picture, of which a folder can be made. */
  static byte[] picture(int type) {
    BufferedImage image = new BufferedImage(5, 4, type);
    for (int i = 0; i < 20; i++) image.setRGB(i % 5, i / 5, 0xFF000000 | 0x0A0B0C * i);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pictures of grey, colours, transparency and a palette. */
  static List<byte[]> pictures() {
    return IntStream.of(
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY)
        .mapToObj(ReaderSeeds::picture)
        .toList();
  }

  /** A file of one track. */
  private static byte[] midi(int format, int division, String events) {
    byte[] track = HexFormat.of().parseHex(events.replace(" ", "") + "00FF2F00");
    ByteBuffer file = ByteBuffer.allocate(22 + track.length);
    file.put("MThd".getBytes(StandardCharsets.ISO_8859_1)).putInt(6);
    file.putShort((short) format).putShort((short) 1).putShort((short) division);
    file.put("MTrk".getBytes(StandardCharsets.ISO_8859_1)).putInt(track.length).put(track);
    return file.array();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(BINARY)) {
      return files.sorted().toList();
    }
  }
}
