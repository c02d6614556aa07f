package undercurrent.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the runs of a sweep have left. */
public final class RunFiles {
  private RunFiles() {}

  /** All files of all runs, by their places. */
  public static Map<String, byte[]> of(SweepFolder sweep) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path runs = sweep.path().resolve("runs");
    try (Stream<Path> all = Files.walk(runs)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(runs.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
