package undercurrent.series;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What the first bytes of a file say when it is no text, so that the message can help. */
final class FileSignature {
  private static final String PICKLE =
      "is a pickle, which could run any program and is not opened; save the array with numpy.save";
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry(
              "\u0089PNG",
              "is a single picture (PNG), not a table of numbers; open the folder of a film's"
                  + " pictures"),
          Map.entry("\u00FF\u00D8\u00FF", "is a picture (JPEG), not a table of numbers"),
          Map.entry("%PDF", "is a PDF; copy its table into a text file"),
          Map.entry("\u001F\u008B", "is packed with gzip; unpack it first"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "is an old spreadsheet file; export it as CSV"),
          Map.entry("BZh", "is packed with bzip2; unpack it first"),
          Map.entry("{\\rtf", "is a document (RTF), not a table; save its table as CSV"),
          Map.entry("PAR1", "is a Parquet file; save its table as CSV, or its columns as NPZ"),
          Map.entry("ARROW1", "is an Arrow file; save its table as CSV, or its columns as NPZ"),
          Map.entry("FEA1", "is a Feather file; save its table as CSV, or its columns as NPZ"),
          Map.entry("MATLAB 5", "is a MATLAB file; save its matrices as CSV"),
          Map.entry("SQLite f", "is a database (SQLite); save its table as CSV"),
          Map.entry("\u0080\u0002", PICKLE),
          Map.entry("\u0080\u0003", PICKLE),
          Map.entry("\u0080\u0004", PICKLE),
          Map.entry("\u0080\u0005", PICKLE),
          Map.entry("\u007FELF", "is a program, not a table of numbers"),
          Map.entry("\u0089HDF", "is an HDF5 file; save its table as CSV, or its arrays as NPZ"));

  private FileSignature() {}

  static void refuseKnownOthers(String name, byte[] bytes) {
    if (bytes.length == 0) throw SeriesException.in(name, "is empty");
    String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    KNOWN.forEach(
        (signature, sentence) -> {
          if (start.startsWith(signature)) throw SeriesException.in(name, sentence);
        });
    if (start.startsWith(".FIT", 8)) throw SeriesException.in(name, "is FIT; save it as GPX");
  }

  /** XML that holds no track. */
  static void refuseXml(String name, String start) {
    String what =
        start.contains("<kml")
            ? "is KML; save it as GPX"
            : start.contains("<TrainingCenterDatabase")
                ? "is TCX; save it as GPX"
                : "is a web page or XML; save its table as CSV";
    throw SeriesException.in(name, what);
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
              : String.format(
                  Locale.ROOT,
                  "holds bytes that no text has (at byte %d), so it is not a text file",
                  i + 1));
    }
  }
}
