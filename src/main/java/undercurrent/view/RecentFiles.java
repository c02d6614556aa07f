package undercurrent.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that were opened or saved last, the newest first; on the screen's thread. */
final class RecentFiles {
  private static final int MOST = 12;
  private final List<Path> files = new ArrayList<>();

  void add(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    files.remove(whole);
    files.addFirst(whole);
    if (files.size() > MOST) files.removeLast();
  }

  /** Puts those of an earlier window in the place of all. */
  void set(List<Path> earlier) {
    files.clear();
    earlier.stream().limit(MOST).forEach(files::add);
  }

  List<Path> all() {
    return List.copyOf(files);
  }

  /** Those that are still there. */
  List<Path> present() {
    return files.stream().filter(Files::isRegularFile).toList();
  }
}
