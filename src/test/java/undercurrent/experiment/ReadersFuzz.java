package undercurrent.experiment;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import undercurrent.series.ImportChoices;
import undercurrent.series.OddTable;
import undercurrent.series.OddTables;
import undercurrent.series.Samples;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.TableOracle;

/**
 * Any bytes, given to every reader of files: what comes is a document or one sentence. {@code mvn
 * -Pfuzz test-compile exec:exec@fuzz} tries inputs for an hour, guided by what they reach; {@link
 * FuzzFindsTest} keeps those that found something.
 *
 * <p>The first byte chooses the reader. An experiment is given as its entries with zero bytes
 * between them, as raw bytes of a zip, and as the number of one of the {@link Mutations}; a table
 * as bytes, and as the number of one of the {@link OddTables}.
 */
public final class ReadersFuzz {
  private static final String[] ENTRIES = {
    "experiment.json", "data.csv", "curve.csv", "weights.safetensors"
  };
  private static final byte MUTATION = 105;
  private static final byte ODD = 106;
  static final byte PICTURE = 107;
  private static final int LAST_MUTATION = 1_000_000_000;
  private static final Path FILE = temporary(ExperimentFile.ENDING);
  private static final Path TABLE = temporary(".csv");
  private static final Mutations MUTATIONS = mutations();

  private ReadersFuzz() {}

  private static Path temporary(String ending) {
    try {
      Path file = Files.createTempFile("fuzz", ending);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One input; whatever it throws is a find. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) return;
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    try {
      if (input[0] == MUTATION && rest.length >= Integer.BYTES) {
        mutated(ByteBuffer.wrap(rest).getInt());
        return;
      }
      if (input[0] == ODD && rest.length >= Integer.BYTES) {
        odd(ByteBuffer.wrap(rest).getInt());
        return;
      }
      if (input[0] == PICTURE) {
        folder(rest);
        return;
      }
      switch (Math.floorMod(input[0], 5)) {
        case 0 -> table(rest);
        case 1 -> pasted(new String(rest, StandardCharsets.UTF_8));
        case 2 -> tensors(rest);
        case 3 -> experiment(rest);
        default -> zip(rest);
      }
    } catch (SeriesException | ExperimentException e) {
      checkSentence(String.valueOf(e.getMessage()));
    }
  }

  /** A folder in which one picture stands three times. */
  static SeriesSet folder(byte[] picture) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    try {
      for (int i = 0; i < 3; i++) Files.write(folder.resolve(i + ".png"), picture);
      return SeriesFiles.open(folder);
    } finally {
      for (int i = 0; i < 3; i++) Files.deleteIfExists(folder.resolve(i + ".png"));
      Files.delete(folder);
    }
  }

  /** A document of some kind with something changed in it, by a number. */
  private static void mutated(int number) throws IOException {
    MUTATIONS.write(Math.abs(number % LAST_MUTATION), FILE);
    ExperimentFile.open(FILE);
  }

  /** A table with something odd about it, by a number. */
  private static void odd(int number) throws IOException {
    OddTable table = OddTables.table(Math.abs(number % LAST_MUTATION));
    Files.write(TABLE, table.bytes());
    String wrong = TableOracle.wrong(TABLE, table);
    if (!wrong.isEmpty()) throw new AssertionError(table.told() + " => " + wrong);
  }

  private static Mutations mutations() {
    try {
      return new Mutations(MutationsTest.documents());
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void table(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    SeriesFiles.preview(FILE, ImportChoices.AUTOMATIC).problem().ifPresent(p -> checkSentence(p));
    SeriesFiles.open(FILE, ImportChoices.AUTOMATIC);
  }

  private static void pasted(String text) {
    SeriesFiles.preview("pasted", text, ImportChoices.AUTOMATIC);
    SeriesFiles.open("pasted", text, ImportChoices.AUTOMATIC);
  }

  private static void tensors(byte[] bytes) {
    try {
      Safetensors.read(bytes);
    } catch (IOException e) {
      checkPart(String.valueOf(e.getMessage()));
    }
  }

  /** Entries that are sound as such, with contents that need not be. */
  private static void experiment(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int from = 0;
    for (int i = 0; i < ENTRIES.length; i++) {
      int to = from;
      // The last one is binary and holds zeros itself.
      while (to < bytes.length && (i == ENTRIES.length - 1 || bytes[to] != 0)) to++;
      if (to > from) entries.put(ENTRIES[i], Arrays.copyOfRange(bytes, from, to));
      from = Math.min(bytes.length, to + 1);
    }
    Archive.write(FILE, entries);
    ExperimentFile.open(FILE);
  }

  private static void zip(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    ExperimentFile.open(FILE);
  }

  private static void checkSentence(String sentence) {
    checkPart(sentence);
    if (!sentence.endsWith(".")) throw new AssertionError("no sentence: " + sentence);
  }

  private static void checkPart(String words) {
    boolean forPeople =
        words.length() < 600
            && words.chars().noneMatch(c -> c == '\n' || c == 0)
            && !words.matches("(?s).*[a-z]Exception[;)].*")
            // A message of Java's own; a cell that is quoted may hold the same words.
            && !words.startsWith("Cannot invoke")
            && !words.equals("null");
    if (!forPeople) throw new AssertionError("not for people: " + words);
  }

  /** Writes inputs to start from into a folder: heads of the samples, and a small experiment. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    // The fuzzer wants the folder of what it finds to be there.
    Files.createDirectories(folder.resolveSibling("corpus"));
    for (var sample : Samples.all()) {
      String text = new String(DataTable.write(sample.open()), StandardCharsets.UTF_8);
      String head = text.substring(0, Math.min(text.length(), 400));
      Files.writeString(folder.resolve("table-" + sample.id()), "\0" + head);
      Files.writeString(folder.resolve("pasted-" + sample.id()), "\1" + head);
    }
    for (Path file : ReaderSeeds.files()) {
      Files.write(
          folder.resolve("form-" + file.getFileName()),
          joined(new byte[] {0}, Files.readAllBytes(file)));
    }
    for (String text : ReaderSeeds.TEXTS) {
      Files.writeString(
          folder.resolve("form-text-" + ReaderSeeds.TEXTS.indexOf(text)), "\0" + text);
    }
    for (int i = 0; i < ReaderSeeds.MIDI.size(); i++) {
      Files.write(
          folder.resolve("form-midi-" + i), joined(new byte[] {0}, ReaderSeeds.MIDI.get(i)));
    }
    for (int i = 0; i < ReaderSeeds.FILMS.size(); i++) {
      Files.write(
          folder.resolve("form-film-" + i), joined(new byte[] {0}, ReaderSeeds.FILMS.get(i)));
    }
    List<byte[]> pictures = ReaderSeeds.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      Files.write(
          folder.resolve("form-picture-" + i), joined(new byte[] {PICTURE}, pictures.get(i)));
    }
    Path small = SmallExperiment.save(folder.resolve("small.undercurrent"));
    byte[] zip = Files.readAllBytes(small);
    Map<String, byte[]> entries = Archive.read(small, Set.of(ENTRIES));
    Files.delete(small);
    Files.write(folder.resolve("zip"), joined(new byte[] {4}, zip));
    byte[] all = {3};
    for (String name : ENTRIES) {
      byte[] entry = Objects.requireNonNull(entries.get(name), name);
      all = joined(all.length > 1 ? joined(all, new byte[] {0}) : all, entry);
      if (name.endsWith("tensors")) {
        Files.write(folder.resolve("tensors"), joined(new byte[] {2}, entry));
      }
    }
    Files.write(folder.resolve("experiment"), all);
    Files.write(folder.resolve("mutation"), new byte[] {MUTATION, 0, 0, 0, 15});
    Files.write(folder.resolve("odd"), new byte[] {ODD, 0, 0, 0, 15});
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
