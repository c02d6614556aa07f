package undercurrent.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import undercurrent.text.Visible;

/** The value of a setting that stands in a file, as in {@code --set formula=@equations.txt}. */
final class SettingFile {
  private static final int MOST_BYTES = 100_000;

  private SettingFile() {}

  /**
   * The text of the file that a value names behind an @, or the value itself.
   *
   * @throws BadUsage when the file cannot be read, or is no short text
   */
  static String value(String key, String value) {
    if (!value.startsWith("@")) return value;
    String name = value.substring(1);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException | InvalidPathException e) {
      throw new BadUsage(Words.of("settingFile.unreadable", Visible.name(name), Visible.name(key)));
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadUsage(
          Words.of("settingFile.tooLarge", Visible.name(name), Visible.name(key), MOST_BYTES));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
