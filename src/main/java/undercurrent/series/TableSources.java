package undercurrent.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds by its content, never by its ending, what form a file has, and who reads it. */
final class TableSources {
  private static final int LOOKED_AT = 4096;

  private TableSources() {}

  static TableSource of(Path file, String name, byte[] bytes) {
    if (NpyHeader.isArray(bytes)) {
      return new StructuredSource(
          name, "NumPy", FileForm.NUMPY, choices -> NumpyReader.array(name, bytes));
    }
    if (MidiEvents.isMidi(bytes)) {
      return new StructuredSource(
          name, "MIDI", FileForm.MIDI, choices -> MidiReader.read(name, bytes));
    }
    if (ZipParts.isZip(bytes)) return zip(file, name);
    TextSource text = TextSource.of(name, bytes);
    String start = start(text.text());
    if (start.startsWith("<") && !GpxReader.isGpx(start)) FileSignature.refuseXml(name, start);
    return ofText(text);
  }

  /** A text that may be a table, JSON or GPX. */
  static TableSource ofText(TextSource text) {
    String start = start(text.text());
    String name = text.name();
    if (GpxReader.isGpx(start)) {
      return new StructuredSource(
          name, "GPX", FileForm.GPX, choices -> GpxReader.read(name, text.text()));
    }
    if (JsonReader.isJson(start)) {
      return new StructuredSource(name, "JSON", FileForm.JSON, choices -> json(text, start));
    }
    return text;
  }

  private static Table json(TextSource text, String start) {
    return Optional.of(start)
        .filter(NoteLists::mayBe)
        .flatMap(s -> NoteLists.read(text.name(), text.text(), s))
        .orElseGet(() -> JsonReader.read(text.name(), text.text()));
  }

  /** The first letters after blank ones. */
  private static String start(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') from++;
    return text.substring(from, Math.min(text.length(), from + LOOKED_AT));
  }

  private static TableSource zip(Path file, String name) {
    try (ZipParts parts = ZipParts.open(file, name)) {
      List<String> entries = parts.names();
      if (entries.stream().anyMatch(e -> e.endsWith(".npy"))) {
        return new StructuredSource(
            name, "NumPy", FileForm.NUMPY, choices -> NumpyReader.arrays(file, name));
      }
      throw SeriesException.in(name, ofZip(entries));
    }
  }

  private static String ofZip(List<String> entries) {
    if (entries.contains("experiment.json")) {
      return SeriesWords.of("tableSources.experiment");
    }
    if (entries.contains("content.xml")) {
      return SeriesWords.of("tableSources.openDocument");
    }
    if (entries.stream().anyMatch(e -> e.startsWith("xl/"))) {
      return SeriesWords.of("tableSources.excel");
    }
    if (entries.stream().anyMatch(e -> e.startsWith("word/") || e.startsWith("ppt/"))) {
      return SeriesWords.of("tableSources.document");
    }
    return SeriesWords.of("tableSources.zip");
  }
}
