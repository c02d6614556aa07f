package undercurrent.series;

import java.util.List;

/** The notes of a preview that say what is special about a file. */
final class Notes {
  private Notes() {}

  /** Without what every file is told: which column is the time, and how it is split. */
  static List<String> special(ImportPreview preview) {
    return preview.notes().stream()
        .filter(n -> !n.contains("was read as the time: ") && !n.contains("(--split none: "))
        .toList();
  }
}
