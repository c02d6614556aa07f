package undercurrent.series;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the first bytes of a file say when it is no text, so that the message can help. */
final class FileSignature {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("\u0089PNG", "is a picture (PNG), not a table of numbers"),
          Map.entry("\u00FF\u00D8\u00FF", "is a picture (JPEG), not a table of numbers"),
          Map.entry("GIF8", "is a picture (GIF), not a table of numbers"),
          Map.entry("%PDF", "is a PDF; copy its table into a text file"),
          Map.entry(
              "PK\u0003\u0004", "is a zip or a spreadsheet file; unpack it, or export it as CSV"),
          Map.entry("\u001F\u008B", "is packed with gzip; unpack it first"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "is an old spreadsheet file; export it as CSV"),
          Map.entry("BZh", "is packed with bzip2; unpack it first"),
          Map.entry("<", "is a web page or XML; save its table as CSV"),
          Map.entry("{", "is JSON, not a table; export it as CSV"),
          Map.entry("[", "is JSON, not a table; export it as CSV"),
          Map.entry("\u007FELF", "is a program, not a table of numbers"),
          Map.entry("\u0089HDF", "is an HDF5 file; export it as CSV"));

  private FileSignature() {}

  static void refuseKnownOthers(String name, byte[] bytes) {
    if (bytes.length == 0) throw SeriesException.in(name, "is empty");
    String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    KNOWN.forEach(
        (signature, sentence) -> {
          if (start.startsWith(signature)) throw SeriesException.in(name, sentence);
        });
  }

  /** Bytes that no text in UTF-8 or an 8-bit encoding holds. */
  static void refuseControlBytes(String name, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b >= ' ' || b < 0 || b == '\t' || b == '\n' || b == '\r' || b == '\f') continue;
      throw SeriesException.in(
          name,
          b == 0 && i < 4 && bytes.length > i + 1 && (bytes[0] != 0 || bytes[1] != 0)
              ? "seems to be UTF-16 without a mark at its start; save it as UTF-8 text"
              : "holds bytes that no text has (at byte %d), so it is not a text file"
                  .formatted(i + 1));
    }
  }
}
