package undercurrent.command;

/** Names of channels as parts of file names. */
final class FileNames {
  private FileNames() {}

  /** Letters, digits and hyphens alone. */
  static String of(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
