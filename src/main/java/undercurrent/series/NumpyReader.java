package undercurrent.series;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link Table} of an array of NumPy (.npy) or of several that fit together (.npz). */
final class NumpyReader {
  private static final String ENDING = ".npy";
  private static final long MOST_BYTES = 64L << 20;
  private final String file;
  private final List<String> notes = new ArrayList<>();

  private NumpyReader(String file) {
    this.file = file;
  }

  static Table array(String file, byte[] bytes) {
    NumpyReader reader = new NumpyReader(file);
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      NpyHeader header = NpyHeader.read(file, in);
      reader.check(header);
      return reader.table(List.of(reader.values("", header, in)));
    } catch (IOException e) {
      throw NpyHeader.damaged(file);
    }
  }

  static Table arrays(Path path, String file) {
    NumpyReader reader = new NumpyReader(file);
    try (ZipParts parts = ZipParts.open(path, file)) {
      return reader.table(reader.fitting(parts));
    } catch (IOException e) {
      throw new SeriesException(SeriesWords.of("numpyReader.damaged", file), e);
    }
  }

  /** The array of most dimensions and values, and those that tell of the same series and rows. */
  private List<NpyArray> fitting(ZipParts parts) throws IOException {
    Map<String, NpyHeader> headers = new LinkedHashMap<>();
    String refused = "";
    for (String entry : parts.names()) {
      if (!entry.endsWith(ENDING)) continue;
      String name = entry.substring(0, entry.length() - ENDING.length());
      try (InputStream in = parts.stream(entry)) {
        NpyHeader header =
            NpyHeader.read(SeriesWords.of("numpyReader.array", file, Excerpt.of(name)), in);
        if (NpyArray.rank(header) >= 1 && NpyArray.rank(header) <= 3) headers.put(name, header);
        else leaveOut(name, header.described());
      } catch (SeriesException e) {
        refused = String.valueOf(e.getMessage());
        leaveOut(name, SeriesWords.of("numpyReader.notPlain"));
      }
    }
    NpyHeader main =
        headers.values().stream()
            .max(Comparator.comparingInt(NpyArray::rank).thenComparingDouble(NpyHeader::count))
            .orElse(null);
    if (main == null) {
      if (!refused.isEmpty()) throw new SeriesException(refused);
      throw SeriesException.in(file, SeriesWords.of("numpyReader.noArray"));
    }
    check(main);
    List<NpyArray> fitting = new ArrayList<>();
    for (Map.Entry<String, NpyHeader> entry : headers.entrySet()) {
      if (!fits(entry.getValue(), main)) {
        leaveOut(entry.getKey(), entry.getValue().described());
        continue;
      }
      try (InputStream in = parts.stream(entry.getKey() + ENDING)) {
        NpyHeader header = NpyHeader.read(file, in);
        check(header);
        fitting.add(values(entry.getKey(), header, in));
      }
    }
    return fitting;
  }

  private void leaveOut(String name, String why) {
    notes.add(SeriesWords.of("numpyReader.leftOut", Excerpt.of(name), why));
  }

  /** True when an array has a value for each row of another, or for each row of its series. */
  private static boolean fits(NpyHeader header, NpyHeader main) {
    long[] shape = header.shape();
    long[] other = main.shape();
    boolean series = NpyArray.rank(main) == 3;
    long time = other[series ? 1 : 0];
    if (!series) return shape[0] == time;
    return NpyArray.rank(header) == 3
        ? shape[0] == other[0] && shape[1] == time
        : header.equals(main) || (NpyArray.rank(header) == 1 && shape[0] == time);
  }

  private void check(NpyHeader header) {
    int rank = NpyArray.rank(header);
    if (rank < 1 || rank > 3) {
      throw SeriesException.in(file, SeriesWords.of("numpyReader.rank", header.described()));
    }
    if (header.count() == 0) {
      throw SeriesException.in(file, SeriesWords.of("numpyReader.noValues", header.described()));
    }
    if (header.count() > TableSource.MOST_CELLS
        || header.count() * header.itemBytes() > MOST_BYTES * header.fields().size()) {
      throw SeriesException.in(file, SeriesWords.of("numpyReader.tooLarge", header.described()));
    }
  }

  private NpyArray values(String name, NpyHeader header, InputStream in) throws IOException {
    int bytes = ((int) (header.count() / header.fields().size())) * header.itemBytes();
    byte[] data = in.readNBytes(bytes);
    if (data.length < bytes) {
      throw SeriesException.in(file, SeriesWords.of("numpyReader.cut", header.described()));
    }
    return new NpyArray(name, header, ByteBuffer.wrap(data));
  }

  private Table table(List<NpyArray> arrays) {
    NpyArray main =
        arrays.stream()
            .max(
                Comparator.comparingInt((NpyArray a) -> NpyArray.rank(a.header()))
                    .thenComparingDouble(a -> a.header().count()))
            .orElseThrow();
    boolean named = arrays.stream().anyMatch(a -> !a.name().isEmpty() || a.header().isStructured());
    List<String> header = new ArrayList<>();
    if (main.hasSeries()) header.add("series");
    for (NpyArray array : arrays) addNames(array, header);
    long cells = (long) header.size() * main.series() * main.time();
    if (header.size() > RowReader.MOST_COLUMNS || cells > TableSource.MOST_CELLS) {
      throw SeriesException.in(file, SeriesWords.of("table.tooLarge"));
    }
    List<String[]> rows = new ArrayList<>();
    for (int s = 0; s < main.series(); s++) {
      for (int t = 0; t < main.time(); t++) {
        List<String> row = new ArrayList<>(header.size());
        if (main.hasSeries()) row.add(Integer.toString(s + 1));
        for (NpyArray array : arrays) {
          for (int c = 0; c < array.columns(); c++) {
            row.add(array.cell(array.hasSeries() ? s : 0, t, c));
          }
        }
        rows.add(row.toArray(String[]::new));
      }
    }
    addNote(main);
    List<String> names = TableReader.names(header.toArray(String[]::new), notes);
    Map<String, ColumnUse> uses = main.hasSeries() ? Map.of("series", ColumnUse.SERIES) : Map.of();
    return Table.of(file, FileForm.NUMPY, named || main.hasSeries(), names, rows, uses, notes);
  }

  private static void addNames(NpyArray array, List<String> names) {
    int columns = array.columns();
    for (int c = 0; c < columns; c++) {
      String own = array.header().isStructured() ? array.header().fields().get(c).name() : "";
      String number = columns == 1 ? "" : Integer.toString(c + 1);
      if (!own.isEmpty()) names.add(own);
      else if (array.name().isEmpty()) names.add("column " + (c + 1));
      else names.add(number.isEmpty() ? array.name() : array.name() + "_" + number);
    }
  }

  private void addNote(NpyArray main) {
    String described = main.header().described();
    String rows =
        SeriesWords.counted("numpyReader.rows", main.columns(), main.time(), main.columns());
    boolean mayBeTurned = !main.hasSeries() && main.columns() > main.time();
    notes.add(
        main.hasSeries()
            ? SeriesWords.of("numpyReader.series", described, main.series(), rows)
            : SeriesWords.of(
                mayBeTurned ? "numpyReader.turned" : "npyFrames.read", described, rows));
  }
}
