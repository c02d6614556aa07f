package undercurrent.experiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import undercurrent.edit.Revision;
import undercurrent.kind.Catalogue;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.Moment;

/**
 * The file of an {@link Experiment}, {@code .undercurrent}: a zip of {@code experiment.json},
 * {@code data.csv} (of a film {@code data.safetensors}), {@code curve.csv} and {@code
 * weights.safetensors}, where the replay of the training was asked for, {@code replay.safetensors},
 * and where runs are kept beside it, {@code comparisons.json}. A training that is opened again goes
 * on with the same bits as if it had never been saved.
 */
public final class ExperimentFile {
  /** What file names end with. */
  public static final String ENDING = ".undercurrent";

  private static final System.Logger LOG = System.getLogger(ExperimentFile.class.getName());

  /** Documents of this version hold no state of a fit, which is then searched again. */
  private static final int OLD_SEARCH = 1;

  private static final String DATA = "data.csv";
  private static final String FRAMES = "data.safetensors";
  private static final String CURVE = "curve.csv";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String REPLAY = "replay.safetensors";
  private static final Set<String> ENTRIES =
      Set.of(ManifestJson.ENTRY, DATA, FRAMES, CURVE, WEIGHTS, REPLAY, StoredComparisons.ENTRY);

  private ExperimentFile() {}

  /** True when a file name says that it is an experiment. */
  public static boolean isNamed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Saves whole or not at all; the same experiment gives the same bytes.
   *
   * @throws ExperimentException when the place cannot be written
   */
  public static void save(Experiment experiment, Path file) {
    write(file, entries(experiment));
  }

  /** What {@link #save} writes. */
  public static byte[] bytes(Experiment experiment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Archive.write(bytes, entries(experiment));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written.", e);
    }
    return bytes.toByteArray();
  }

  /** Saves without the rows, which are given again when the file is opened. */
  static void saveWithoutData(Experiment experiment, Path file) {
    Map<String, byte[]> entries = entries(experiment);
    entries.remove(DATA);
    entries.remove(FRAMES);
    write(file, entries);
  }

  private static Map<String, byte[]> entries(Experiment experiment) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ManifestJson.ENTRY, bytes(ManifestJson.write(Manifest.of(experiment))));
    entries.putAll(data(experiment.revision().original()));
    entries.put(CURVE, bytes(CurveTable.write(experiment.curve())));
    experiment
        .checkpoint()
        .ifPresent(c -> entries.put(WEIGHTS, Safetensors.write(StoredWeights.of(experiment, c))));
    if (!experiment.replay().isEmpty()) {
      entries.put(
          REPLAY, Safetensors.write(StoredReplay.of(experiment.replay(), Run.layout(experiment))));
    }
    if (!experiment.compared().isEmpty()) {
      entries.put(StoredComparisons.ENTRY, bytes(StoredComparisons.write(experiment.compared())));
    }
    return entries;
  }

  /** The rows of a film as numbers, those of others as a table. */
  private static Map<String, byte[]> data(SeriesSet set) {
    return FrameTensors.hold(set)
        ? Map.of(FRAMES, FrameTensors.write(set))
        : Map.of(DATA, DataTable.write(set));
  }

  private static void write(Path file, Map<String, byte[]> entries) {
    try {
      Archive.write(file, entries);
    } catch (IOException e) {
      throw new ExperimentException(
          ExperimentWords.of("experimentFile.notSaved", file, Refusals.reason(e)), e);
    }
  }

  /**
   * Opens what {@link #save} wrote.
   *
   * @throws ExperimentException one sentence that names the file and what is wrong with it
   */
  public static Experiment open(Path file) {
    return open(file, Catalogue.standard(), note -> LOG.log(System.Logger.Level.INFO, note));
  }

  /**
   * The same.
   *
   * @param catalogue the kinds that there are
   * @param notes take a sentence for everything that the file says and that is not used
   */
  public static Experiment open(Path file, Catalogue catalogue, Consumer<String> notes) {
    Refusals refusals = new Refusals(String.valueOf(file.getFileName()));
    if (Files.isDirectory(file))
      throw refusals.refused(ExperimentWords.of("experimentFile.folder"), null);
    // A pipe or a device would be waited for without end.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refusals.refused(ExperimentWords.of("experimentFile.notOrdinary"), null);
    }
    Map<String, byte[]> entries;
    try {
      entries = Archive.read(file, ENTRIES);
    } catch (NoSuchFileException e) {
      throw new ExperimentException(ExperimentWords.of("experimentFile.missing", file), e);
    } catch (Archive.TooLarge e) {
      throw new ExperimentException(
          ExperimentWords.of("experimentFile.tooLarge", refusals.name(), Refusals.reason(e)), e);
    } catch (ZipException e) {
      throw refusals.refused(ExperimentWords.of("experimentFile.incomplete"), e);
    } catch (IOException e) {
      throw refusals.refused(
          ExperimentWords.of("experimentFile.unreadable", Refusals.reason(e)), e);
    }
    return open(refusals, entries, catalogue, notes);
  }

  /** Opens a file that {@link #saveWithoutData} wrote and that comes with the program. */
  static Experiment open(String name, InputStream in, SeriesSet data) throws IOException {
    Map<String, byte[]> entries = Archive.read(in, ENTRIES);
    entries.putAll(data(data));
    return open(new Refusals(name), entries, Catalogue.standard(), note -> {});
  }

  private static Experiment open(
      Refusals refusals, Map<String, byte[]> entries, Catalogue catalogue, Consumer<String> notes) {
    byte[] json = entries.get(ManifestJson.ENTRY);
    if (json == null) throw refusals.refused(ExperimentWords.of("experimentFile.otherZip"), null);
    Manifest manifest = ManifestJson.read(json, refusals);
    refusals.check(ManifestJson.ENTRY, DocumentChecks.manifest(manifest.data()));
    Experiment untrained = untrained(refusals, manifest, entries, catalogue, notes);
    refusals.check(dataPart(entries), DocumentChecks.data(untrained.revision().original()));
    if (manifest.checkpoint().isEmpty()) return untrained;
    if (manifest.version() == OLD_SEARCH && untrained.model().searchHasChanged()) {
      notes.accept(ExperimentWords.of("experimentFile.olderFit", refusals.name()));
    }
    return new Experiment(
        revision(refusals, manifest, untrained.revision().original()),
        untrained.model(),
        untrained.training(),
        Optional.of(checkpoint(refusals, untrained, manifest.checkpoint().getFirst(), entries)),
        curve(refusals, untrained.curve().criterion(), entries),
        untrained.view(),
        replay(refusals, untrained, entries),
        untrained.compared());
  }

  private static Experiment untrained(
      Refusals refusals,
      Manifest manifest,
      Map<String, byte[]> entries,
      Catalogue catalogue,
      Consumer<String> notes) {
    Manifest.Data data = manifest.data();
    try {
      SeriesSet set =
          new SeriesSet(
              data.name(),
              data.channels(),
              data.time().axis(),
              series(refusals, data, entries),
              new Split(data.splitBySeries(), data.trainingFraction(), data.validationFraction()),
              data.frame().stream().findFirst());
      if (!set.split().isByTime() && set.split().bySeries().size() != set.series().size()) {
        throw refusals.damaged(ManifestJson.ENTRY, null);
      }
      StoredSettings stored =
          StoredSettings.of(manifest.version(), manifest.model(), manifest.training(), catalogue);
      stored.notes().forEach(note -> notes.accept("'%s': %s.".formatted(refusals.name(), note)));
      return Experiment.of(
              revision(refusals, manifest, set).begun(), stored.model(), stored.training())
          .withView(manifest.view())
          .withCompared(compared(refusals, set, entries, catalogue, notes));
    } catch (IOException | NullPointerException e) {
      throw refusals.damaged(dataPart(entries), e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          ExperimentWords.of("experimentFile.setting", refusals.name(), DocumentChecks.words(e)),
          e);
    }
  }

  private static Comparisons compared(
      Refusals refusals,
      SeriesSet set,
      Map<String, byte[]> entries,
      Catalogue catalogue,
      Consumer<String> notes) {
    byte[] bytes = entries.get(StoredComparisons.ENTRY);
    if (bytes == null) return Comparisons.NONE;
    Comparisons all =
        StoredComparisons.read(
            bytes,
            refusals,
            catalogue,
            note -> notes.accept("'%s': %s.".formatted(refusals.name(), note)));
    refusals.check(StoredComparisons.ENTRY, DocumentChecks.forecasts(all, set));
    return all;
  }

  private static Revision revision(Refusals refusals, Manifest manifest, SeriesSet set) {
    try {
      return new Revision(
          set, StoredEdit.edits(manifest.learnedEdits()), StoredEdit.edits(manifest.edits()));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          ExperimentWords.of("experimentFile.unusable", refusals.name(), DocumentChecks.words(e)),
          e);
    }
  }

  private static List<Series> series(
      Refusals refusals, Manifest.Data data, Map<String, byte[]> entries) throws IOException {
    byte[] frames = entries.get(FRAMES);
    return frames == null
        ? DataTable.read(reader(refusals, entries, DATA), data.series(), data.channels().size())
        : FrameTensors.read(frames, data.series(), data.channels().size());
  }

  /** The entry that the rows are read from. */
  private static String dataPart(Map<String, byte[]> entries) {
    return entries.containsKey(FRAMES) ? FRAMES : DATA;
  }

  private static Curve curve(Refusals refusals, Criterion criterion, Map<String, byte[]> entries) {
    try {
      return CurveTable.read(text(refusals, entries, CURVE), criterion);
    } catch (IOException | IllegalArgumentException e) {
      throw refusals.damaged(CURVE, e);
    }
  }

  private static Checkpoint checkpoint(
      Refusals refusals,
      Experiment untrained,
      Manifest.Progress progress,
      Map<String, byte[]> entries) {
    byte[] bytes = entries.get(WEIGHTS);
    if (bytes == null) throw refusals.damaged(WEIGHTS, null);
    try {
      Checkpoint checkpoint =
          StoredWeights.checkpoint(Safetensors.read(bytes), Run.layout(untrained), progress);
      refusals.check(WEIGHTS, DocumentChecks.weights(checkpoint));
      return checkpoint;
    } catch (ExperimentException e) {
      throw e;
    } catch (IOException e) {
      throw refusals.damaged(WEIGHTS, e);
    } catch (RuntimeException e) {
      // The data do not make a model: nothing observed, nothing to train on.
      throw new ExperimentException(
          ExperimentWords.of("experimentFile.unusable", refusals.name(), DocumentChecks.words(e)),
          e);
    }
  }

  private static List<Moment> replay(
      Refusals refusals, Experiment untrained, Map<String, byte[]> entries) {
    byte[] bytes = entries.get(REPLAY);
    if (bytes == null) return List.of();
    try {
      return StoredReplay.moments(Safetensors.read(bytes), Run.layout(untrained));
    } catch (IOException e) {
      throw refusals.damaged(REPLAY, e);
    }
  }

  private static String text(Refusals refusals, Map<String, byte[]> entries, String entry) {
    return new String(present(refusals, entries, entry), StandardCharsets.UTF_8);
  }

  private static Reader reader(Refusals refusals, Map<String, byte[]> entries, String entry) {
    return new InputStreamReader(
        new ByteArrayInputStream(present(refusals, entries, entry)), StandardCharsets.UTF_8);
  }

  private static byte[] present(Refusals refusals, Map<String, byte[]> entries, String entry) {
    byte[] bytes = entries.get(entry);
    if (bytes == null) throw refusals.damaged(entry, null);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
