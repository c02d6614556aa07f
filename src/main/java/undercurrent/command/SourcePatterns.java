package undercurrent.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      if (isPattern(source) && OpenedInput.file(source).isEmpty()) files.addAll(matching(source));
      else files.add(source);
    }
    return files;
  }

  /** Folders may be patterns too: each part of the pattern is matched within those before it. */
  private static List<String> matching(String pattern) throws IOException {
    String[] parts = pattern.split("[/\\\\]", -1);
    List<String> found = List.of("");
    try {
      for (int i = 0; i < parts.length; i++) {
        String before = i == 0 ? "" : "/";
        List<String> within = new ArrayList<>();
        for (String folder : found) {
          within.addAll(matching(folder + before, parts[i], i == parts.length - 1));
        }
        found = within;
      }
    } catch (PatternSyntaxException | InvalidPathException e) {
      throw new BadUsage(Words.of("pattern.syntax", pattern));
    }
    if (found.isEmpty()) {
      throw new BadUsage(Words.of("pattern.none", pattern));
    }
    return found.stream().sorted().toList();
  }

  /** What a part of a pattern means behind the folder before it; files at the end alone. */
  private static List<String> matching(String before, String part, boolean isEnd)
      throws IOException {
    if (part.isEmpty()) return List.of(before);
    if (!isPattern(part)) {
      return Files.exists(Path.of(before + part)) ? List.of(before + part) : List.of();
    }
    List<String> found = new ArrayList<>();
    Path folder = Path.of(before.isEmpty() ? "." : before);
    if (!Files.isDirectory(folder)) return found;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, part)) {
      for (Path path : all) {
        boolean isWanted = isEnd ? Files.isRegularFile(path) : Files.isDirectory(path);
        if (isWanted) found.add(before + path.getFileName());
      }
    }
    return found;
  }

  private static boolean isPattern(String name) {
    return name.matches(".*[*?\\[{].*");
  }
}
