package undercurrent.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import undercurrent.figure.CsvText;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.LearnedMatrix;
import undercurrent.model.Conditioning;
import undercurrent.output.WholeFile;
import undercurrent.report.CsvTable;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** Writes estimates as tidy CSV tables: what is observed, and the latent state. */
final class EstimateTables {
  /** A longer table is no use as text: it is slow to read and takes hundreds of megabytes. */
  private static final long MOST_ROWS = 1_000_000;

  private final SeriesSet set;
  private final long mostRows;
  private final int[] channels;
  private final LongitudeRange longitudes;

  EstimateTables(SeriesSet set) {
    this(set, MOST_ROWS);
  }

  /** With another number of rows from which on a table is written as arrays. */
  EstimateTables(SeriesSet set, long mostRows) {
    this.set = set;
    this.mostRows = mostRows;
    this.channels = set.observedChannels();
    this.longitudes = new LongitudeRange(set);
  }

  /**
   * Writes what is observed as {@code estimates.csv}, or where that would be too long the same
   * table as {@code estimates.npz}; the other one of an earlier run is removed. Gives what a person
   * should know of it.
   */
  Optional<String> writeObservedIn(Path folder, Iterable<Estimate> estimates) throws IOException {
    EstimateArrays arrays = EstimateArrays.observed(set, estimates);
    return writeIn(folder, "estimates", arrays, file -> writeObserved(estimates, file));
  }

  /** The same of the latent states, as {@code latents.csv} or {@code latents.npz}. */
  Optional<String> writeLatentIn(Path folder, Iterable<Estimate> estimates) throws IOException {
    EstimateArrays arrays = EstimateArrays.latent(set, estimates);
    return writeIn(folder, "latents", arrays, file -> writeLatent(estimates, file));
  }

  /** Writes a table to a file. */
  @FunctionalInterface
  private interface Text {
    void write(Path file) throws IOException;
  }

  private Optional<String> writeIn(Path folder, String name, EstimateArrays arrays, Text text)
      throws IOException {
    Path table = folder.resolve(name + ".csv");
    Path other = folder.resolve(name + ".npz");
    long rows = arrays.rows();
    if (rows <= mostRows) {
      text.write(table);
      Files.deleteIfExists(other);
      return Optional.empty();
    }
    WholeFile.write(other, arrays::write);
    Files.deleteIfExists(table);
    return Optional.of(Words.of("estimateTables." + name, name, rows, mostRows));
  }

  /** {@code series,time,channel,observed,mean,lower,upper,kind,level,median} */
  void writeObserved(Iterable<Estimate> estimates, Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (CsvWriter csv = writer(out)) {
            csv.writeRecord(
                "series",
                "time",
                "channel",
                "observed",
                "mean",
                "lower",
                "upper",
                "kind",
                "level",
                "median");
            for (Estimate e : estimates) {
              Series series = set.series().get(e.series());
              Band band = e.observation();
              for (int n = 0; n < e.length(); n++) {
                int row = e.from() + n;
                for (int d = 0; d < channels.length; d++) {
                  double mean = band.mean().at(n, d);
                  double observed =
                      row < series.length() ? series.value(row, channels[d]) : Double.NaN;
                  csv.writeRecord(
                      CsvText.of(series.name()),
                      FileNumbers.time(set.time(), e.times()[n]),
                      CsvText.of(set.channels().get(channels[d]).name()),
                      CsvTable.cell(observed),
                      CsvTable.cell(longitudes.turned(channels[d], mean, mean)),
                      CsvTable.cell(longitudes.turned(channels[d], mean, band.lower().at(n, d))),
                      CsvTable.cell(longitudes.turned(channels[d], mean, band.upper().at(n, d))),
                      kind(e.conditioning()),
                      CsvTable.cell(e.level()),
                      CsvTable.cell(band.median().at(n, d)));
                }
              }
            }
          }
        });
  }

  /** {@code series,time,dimension,mean,lower,upper,kind,level,median,unit} */
  private void writeLatent(Iterable<Estimate> estimates, Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (CsvWriter csv = writer(out)) {
            csv.writeRecord(
                "series",
                "time",
                "dimension",
                "mean",
                "lower",
                "upper",
                "kind",
                "level",
                "median",
                "unit");
            for (Estimate e : estimates) {
              String series = CsvText.of(set.series().get(e.series()).name());
              Band band = e.latent();
              for (int n = 0; n < e.length(); n++) {
                for (int i = 0; i < band.mean().columns(); i++) {
                  csv.writeRecord(
                      series,
                      FileNumbers.time(set.time(), e.times()[n]),
                      CsvText.of(e.latentName(i)),
                      CsvTable.cell(e.latentInFile(i, band.mean().at(n, i))),
                      CsvTable.cell(e.latentInFile(i, band.lower().at(n, i))),
                      CsvTable.cell(e.latentInFile(i, band.upper().at(n, i))),
                      kind(e.conditioning()),
                      CsvTable.cell(e.level()),
                      CsvTable.cell(e.latentInFile(i, band.median().at(n, i))),
                      CsvText.of(e.latentUnit(i)));
                }
              }
            }
          }
        });
  }

  /** {@code series,time,regime,probability,kind}; gives false, and no file, without regimes. */
  boolean writeRegimes(Iterable<Estimate> estimates, Path file) throws IOException {
    boolean hasRegimes = false;
    for (Estimate e : estimates) hasRegimes |= e.regimes().length > 0;
    if (!hasRegimes) {
      Files.deleteIfExists(file);
      return false;
    }
    WholeFile.write(
        file,
        out -> {
          try (CsvWriter csv = writer(out)) {
            csv.writeRecord("series", "time", "regime", "probability", "kind");
            for (Estimate e : estimates) {
              String series = CsvText.of(set.series().get(e.series()).name());
              for (int n = 0; n < e.regimes().length; n++) {
                for (int k = 0; k < e.regimes()[n].length; k++) {
                  csv.writeRecord(
                      series,
                      FileNumbers.time(set.time(), e.times()[n]),
                      Integer.toString(k + 1),
                      CsvTable.cell(e.regimes()[n][k]),
                      kind(e.conditioning()));
                }
              }
            }
          }
        });
    return true;
  }

  /**
   * {@code matrix,row,column,value}; without any there is no file, and that of an earlier run is
   * removed.
   */
  static void writeMatrices(List<LearnedMatrix> matrices, Path file) throws IOException {
    if (matrices.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    WholeFile.write(
        file,
        out -> {
          try (CsvWriter csv = writer(out)) {
            csv.writeRecord("matrix", "row", "column", "value");
            for (LearnedMatrix m : matrices) {
              for (int i = 0; i < m.values().length; i++) {
                for (int j = 0; j < m.values()[i].length; j++) {
                  csv.writeRecord(
                      CsvText.of(m.name()),
                      CsvText.of(m.rows().get(i)),
                      CsvText.of(m.columns().get(j)),
                      CsvTable.cell(m.values()[i][j]));
                }
              }
            }
          }
        });
  }

  static String kind(Conditioning conditioning) {
    return conditioning.name().toLowerCase(Locale.ROOT);
  }

  private static CsvWriter writer(OutputStream out) {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
