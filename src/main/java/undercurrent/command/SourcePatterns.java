package undercurrent.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Patterns of file names, on systems whose shell leaves them as they are. */
final class SourcePatterns {
  private SourcePatterns() {}

  /**
   * The same list, where names with *, ? or [ that are no files have become the files they mean.
   */
  static List<String> files(List<String> sources) throws IOException {
    List<String> files = new ArrayList<>();
    for (String source : sources) {
      boolean isPattern = source.matches(".*[*?\\[{].*") && OpenedInput.file(source).isEmpty();
      if (isPattern) files.addAll(matching(source));
      else files.add(source);
    }
    return files;
  }

  private static List<String> matching(String pattern) throws IOException {
    int slash = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\'));
    List<String> found = new ArrayList<>();
    try {
      Path folder = Path.of(slash < 0 ? "." : pattern.substring(0, slash + 1));
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> all =
            Files.newDirectoryStream(folder, pattern.substring(slash + 1))) {
          for (Path file : all) if (Files.isRegularFile(file)) found.add(name(file, slash));
        }
      }
    } catch (PatternSyntaxException | InvalidPathException e) {
      throw new BadUsage(Words.of("pattern.syntax", pattern));
    }
    if (found.isEmpty()) {
      throw new BadUsage(Words.of("pattern.none", pattern));
    }
    found.sort(null);
    return found;
  }

  /** Without the folder that the pattern did not name. */
  private static String name(Path file, int slash) {
    return slash < 0
        ? Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("")
        : file.toString();
  }
}
