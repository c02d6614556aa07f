package undercurrent.series;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the first bytes of a file say when it is no text, so that the message can help. */
final class FileSignature {
  /** What such a file is, the key of its sentence. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("\u0089PNG", "png"),
          Map.entry("\u00FF\u00D8\u00FF", "jpeg"),
          Map.entry("%PDF", "pdf"),
          Map.entry("\u001F\u008B", "gzip"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "spreadsheet"),
          Map.entry("BZh", "bzip"),
          Map.entry("{\\rtf", "rtf"),
          Map.entry("PAR1", "parquet"),
          Map.entry("ARROW1", "arrow"),
          Map.entry("FEA1", "feather"),
          Map.entry("MATLAB 5", "matlab"),
          Map.entry("SQLite f", "database"),
          Map.entry("\u0080\u0002", "pickle"),
          Map.entry("\u0080\u0003", "pickle"),
          Map.entry("\u0080\u0004", "pickle"),
          Map.entry("\u0080\u0005", "pickle"),
          Map.entry("\u007FELF", "program"),
          Map.entry("\u0089HDF", "hdf"));

  private FileSignature() {}

  static void refuseKnownOthers(String name, byte[] bytes) {
    if (bytes.length == 0) throw SeriesException.in(name, SeriesWords.of("fileSignature.empty"));
    String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    KNOWN.forEach(
        (signature, key) -> {
          if (start.startsWith(signature))
            throw SeriesException.in(name, SeriesWords.of("fileSignature." + key));
        });
    if (start.startsWith(".FIT", 8))
      throw SeriesException.in(name, SeriesWords.of("fileSignature.fit"));
  }

  /** XML that holds no track. */
  static void refuseXml(String name, String start) {
    String what =
        start.contains("<kml")
            ? SeriesWords.of("fileSignature.kml")
            : start.contains("<TrainingCenterDatabase")
                ? SeriesWords.of("fileSignature.tcx")
                : SeriesWords.of("fileSignature.xml");
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
              ? SeriesWords.of("fileSignature.utf")
              : SeriesWords.of("fileSignature.bytes", i + 1));
    }
  }
}
