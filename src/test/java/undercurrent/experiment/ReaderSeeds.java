package undercurrent.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small sound files of every form that a table can have, for fuzzing to start from. */
final class ReaderSeeds {
  /** JSON of each form, and GPX. */
  static final List<String> TEXTS =
      List.of(
          "[{\"t\":0,\"x\":1.5},{\"t\":1,\"x\":null},{\"t\":3,\"x\":-2}]",
          "{\"t\":[0,1,3],\"x\":[1.5,null,-2]}",
          "{\"t\":0,\"x\":1.5}\n{\"t\":1,\"x\":true}\n{\"t\":3,\"x\":-2}\n",
          "{\"columns\":[\"t\",\"x\"],\"data\":[[0,1.5],[1,null],[3,-2]]}",
          "{\"t\":{\"0\":0,\"1\":1,\"2\":3},\"x\":{\"0\":1.5,\"1\":NaN,\"2\":-2}}",
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

  private ReaderSeeds() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(BINARY)) {
      return files.sorted().toList();
    }
  }
}
