package undercurrent.command;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.LatentDimension;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;

/**
 * Estimates in blocks of rows that can be gone through again and again, of which one at a time is
 * in memory: their numbers are in a file that is gone when this is closed, or when the program
 * ends. Sample paths and scores are not kept.
 */
final class KeptEstimates implements Iterable<Estimate>, Closeable {
  /** Numbers of a block at most, if it has more than one row. */
  private static final int MOST_NUMBERS = 1 << 20;

  private static final String NAME = ".undercurrent-";
  private final FileChannel file;
  private final List<Head> heads = new ArrayList<>();

  private KeptEstimates(FileChannel file) {
    this.file = file;
  }

  /** None yet; the file is made in a folder. */
  static KeptEstimates in(Path folder) throws IOException {
    return new KeptEstimates(
        FileChannel.open(
            folder.resolve(NAME + ProcessHandle.current().pid() + ".part"),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /**
   * What is known of a block without its numbers.
   *
   * @param place of its first byte in the file
   */
  private record Head(
      long place,
      int series,
      Conditioning conditioning,
      String method,
      double level,
      int from,
      int rows,
      Shape observation,
      Shape latent,
      int regimes,
      List<LatentDimension> dimensions,
      List<String> notes) {
    int numbersOfARow() {
      return 1 + regimes + observation.numbers() + latent.numbers();
    }

    int bytes() {
      return Double.BYTES * rows * numbersOfARow();
    }
  }

  /** Of the rows of a band. */
  private record Shape(int columns, boolean hasMedian) {
    static Shape of(Band band) {
      return new Shape(band.size(), band.hasMedian());
    }

    int numbers() {
      return columns * (hasMedian ? 4 : 3);
    }
  }

  /** Keeps the rows of an estimate. */
  void add(Estimate estimate) {
    int numbers = Math.max(1, head(estimate, 0).numbersOfARow());
    int rows = Math.max(1, MOST_NUMBERS / numbers);
    for (int from = 0; from == 0 || from < estimate.length(); from += rows) {
      int first = estimate.from() + from;
      addBlock(estimate.length() <= rows ? estimate : estimate.rows(first, first + rows));
    }
  }

  private void addBlock(Estimate block) {
    try {
      Head head = head(block, file.size());
      ByteBuffer bytes = ByteBuffer.allocate(head.bytes());
      DoubleBuffer numbers = bytes.asDoubleBuffer();
      numbers.put(block.times());
      put(block.observation(), numbers);
      put(block.latent(), numbers);
      for (double[] row : block.regimes()) numbers.put(row);
      long place = head.place();
      while (bytes.hasRemaining()) place += file.write(bytes, place);
      heads.add(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Head head(Estimate block, long place) {
    return new Head(
        place,
        block.series(),
        block.conditioning(),
        block.method(),
        block.level(),
        block.from(),
        block.length(),
        Shape.of(block.observation()),
        Shape.of(block.latent()),
        block.regimes().length == 0 ? 0 : block.regimes()[0].length,
        block.dimensions(),
        block.notes());
  }

  private static void put(Band band, DoubleBuffer to) {
    put(band.mean(), to);
    put(band.lower(), to);
    put(band.upper(), to);
    if (band.hasMedian()) put(band.median(), to);
  }

  private static void put(NumberRows rows, DoubleBuffer to) {
    for (int n = 0; n < rows.length(); n++) {
      for (int d = 0; d < rows.columns(); d++) to.put(rows.at(n, d));
    }
  }

  @Override
  public Iterator<Estimate> iterator() {
    return heads.stream().map(this::read).iterator();
  }

  private Estimate read(Head head) {
    DoubleBuffer numbers = numbers(head);
    double[] times = new double[head.rows()];
    numbers.get(times);
    Band observation = band(head.observation(), head.rows(), numbers);
    Band latent = band(head.latent(), head.rows(), numbers);
    return new Estimate(
        head.series(),
        head.conditioning(),
        head.method(),
        head.level(),
        head.from(),
        times,
        observation,
        latent,
        new double[0][][],
        NumberRows.of(new double[head.rows()][0]),
        head.dimensions(),
        head.regimes() == 0 ? Estimate.NO_REGIMES : rows(head.rows(), head.regimes(), numbers),
        head.notes());
  }

  private DoubleBuffer numbers(Head head) {
    ByteBuffer bytes = ByteBuffer.allocate(head.bytes());
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, head.place() + bytes.position()) < 0) throw new EOFException();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip().asDoubleBuffer();
  }

  private static Band band(Shape shape, int rows, DoubleBuffer from) {
    NumberRows mean = NumberRows.of(rows(rows, shape.columns(), from));
    NumberRows lower = NumberRows.of(rows(rows, shape.columns(), from));
    NumberRows upper = NumberRows.of(rows(rows, shape.columns(), from));
    return new Band(
        mean,
        lower,
        upper,
        shape.hasMedian() ? NumberRows.of(rows(rows, shape.columns(), from)) : mean);
  }

  private static double[][] rows(int rows, int columns, DoubleBuffer from) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) from.get(row);
    return all;
  }

  /** How many series have rows. */
  int series() {
    return Math.toIntExact(heads.stream().mapToInt(Head::series).distinct().count());
  }

  /** How many rows there are of all series. */
  int rows() {
    return heads.stream().mapToInt(Head::rows).sum();
  }

  /** How the first rows were found. */
  String method() {
    return heads.getFirst().method();
  }

  /** What a person should know of them, each sentence once. */
  Stream<String> notes() {
    return heads.stream().flatMap(h -> h.notes().stream()).distinct();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
