package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.kind.Catalogue;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.StampForm;
import undercurrent.settings.Settings;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.Moment;

/**
 * The file of an {@link Experiment}, {@code .undercurrent}: a zip of {@code experiment.json},
 * {@code data.csv}, {@code curve.csv} and {@code weights.safetensors}, and where the replay of the
 * training was asked for, {@code replay.safetensors}. A training that is opened again goes on with
 * the same bits as if it had never been saved.
 */
public final class ExperimentFile {
  /** What file names end with. */
  public static final String ENDING = ".undercurrent";

  private static final System.Logger LOG = System.getLogger(ExperimentFile.class.getName());

  /** Documents of this version hold no state of a fit, which is then searched again. */
  private static final int OLD_SEARCH = 1;

  private static final String MANIFEST = "experiment.json";
  private static final String DATA = "data.csv";
  private static final String CURVE = "curve.csv";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String REPLAY = "replay.safetensors";
  private static final Set<String> ENTRIES = Set.of(MANIFEST, DATA, CURVE, WEIGHTS, REPLAY);

  /** Of the time axis, with what stands for them; earlier versions wrote none. */
  private static final String ORIGIN = "origin";

  private static final String FORM = "form";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ExperimentFile() {}

  /** True when a file name says that it is an experiment. */
  public static boolean isNamed(Path file) {
    return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Saves whole or not at all; the same experiment gives the same bytes.
   *
   * @throws ExperimentException when the place cannot be written
   */
  public static void save(Experiment experiment, Path file) {
    write(file, entries(experiment));
  }

  /** The same without the rows, which whoever opens it has. */
  static void saveWithoutData(Experiment experiment, Path file) {
    Map<String, byte[]> entries = entries(experiment);
    entries.remove(DATA);
    write(file, entries);
  }

  private static Map<String, byte[]> entries(Experiment experiment) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MANIFEST, bytes(JSON.writeValueAsString(manifest(experiment))));
    entries.put(DATA, bytes(DataTable.write(experiment.data())));
    entries.put(CURVE, bytes(CurveTable.write(experiment.curve())));
    experiment
        .checkpoint()
        .ifPresent(c -> entries.put(WEIGHTS, Safetensors.write(StoredWeights.of(experiment, c))));
    if (!experiment.replay().isEmpty()) {
      entries.put(
          REPLAY, Safetensors.write(StoredReplay.of(experiment.replay(), Run.layout(experiment))));
    }
    return entries;
  }

  private static void write(Path file, Map<String, byte[]> entries) {
    try {
      Archive.write(file, entries);
    } catch (IOException e) {
      throw new ExperimentException(
          "'%s' could not be saved (%s); choose another place.".formatted(file, reason(e)), e);
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
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) throw refused(name, "is a folder", null);
    // A pipe or a device would be waited for without end.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refused(name, "is not an ordinary file", null);
    }
    Map<String, byte[]> entries;
    try {
      entries = Archive.read(file, ENTRIES);
    } catch (NoSuchFileException e) {
      throw new ExperimentException("'%s' is not there; check the path.".formatted(file), e);
    } catch (Archive.TooLarge e) {
      throw new ExperimentException(
          "'%s' is too large: %s; open it where there is more.".formatted(name, reason(e)), e);
    } catch (ZipException e) {
      throw refused(name, "is no experiment, or only a part of one", e);
    } catch (IOException e) {
      throw refused(name, "cannot be read: " + reason(e), e);
    }
    return open(name, entries, catalogue, notes);
  }

  /** Opens what {@link #saveWithoutData} wrote and the program brings along. */
  static Experiment open(String name, InputStream in, SeriesSet data) throws IOException {
    Map<String, byte[]> entries = Archive.read(in, ENTRIES);
    entries.put(DATA, bytes(DataTable.write(data)));
    return open(name, entries, Catalogue.standard(), note -> {});
  }

  private static Experiment open(
      String name, Map<String, byte[]> entries, Catalogue catalogue, Consumer<String> notes) {
    Manifest manifest = readManifest(name, entries);
    refuse(name, MANIFEST, DocumentChecks.manifest(manifest.data()));
    Experiment untrained = untrained(name, manifest, entries, catalogue, notes);
    refuse(name, DATA, DocumentChecks.data(untrained.data()));
    if (manifest.checkpoint().isEmpty()) return untrained;
    if (manifest.version() == OLD_SEARCH && untrained.model().searchHasChanged()) {
      notes.accept(
          "'%s' holds a fit of a version whose search could stop at a local maximum; it is fitted once more."
              .formatted(name));
    }
    return new Experiment(
        untrained.data(),
        untrained.model(),
        untrained.training(),
        Optional.of(checkpoint(name, untrained, manifest.checkpoint().getFirst(), entries)),
        curve(name, untrained.curve().criterion(), entries),
        untrained.view(),
        replay(name, untrained, entries));
  }

  private static Manifest manifest(Experiment experiment) {
    SeriesSet set = experiment.data();
    return new Manifest(
        Manifest.FORMAT,
        Manifest.VERSION,
        new Manifest.Data(
            set.name(),
            set.channels(),
            Manifest.Time.of(set.time()),
            set.series().stream().map(s -> s.name()).toList(),
            set.split().bySeries(),
            set.split().trainingFraction(),
            set.split().validationFraction()),
        experiment.model().values(),
        Settings.values(experiment.training()),
        experiment.checkpoint().stream()
            .map(
                c ->
                    new Manifest.Progress(
                        c.epoch(),
                        c.step(),
                        c.batch(),
                        c.best().length > 0,
                        c.bestElbo(),
                        c.bestEpoch(),
                        c.waited(),
                        c.sums(),
                        c.status()))
            .toList(),
        new java.util.TreeMap<>(experiment.view()));
  }

  private static Manifest readManifest(String name, Map<String, byte[]> entries) {
    byte[] json = entries.get(MANIFEST);
    if (json == null) throw refused(name, "is a zip file but no experiment", null);
    try {
      // The version first: what a newer version holds may not fit at all.
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) throw refused(name, "is no experiment", null);
      int version = tree.path("version").asInt(0);
      if (version > Manifest.VERSION) {
        throw new ExperimentException(
            String.format(
                Locale.ROOT,
                "'%s' was made by a newer Undercurrent (format %d, this one reads %d); update this"
                    + " one.",
                name,
                version,
                Manifest.VERSION));
      }
      if (tree.path("data").path("time") instanceof ObjectNode time) {
        if (!time.has(ORIGIN)) time.put(ORIGIN, 0);
        if (!time.has(FORM)) time.put(FORM, StampForm.ISO.text());
      }
      Manifest manifest = JSON.treeToValue(tree, Manifest.class);
      if (!manifest.format().equals(Manifest.FORMAT)) {
        throw refused(name, "is no experiment", null);
      }
      return manifest;
    } catch (JacksonException e) {
      throw damaged(name, MANIFEST, e);
    }
  }

  private static Experiment untrained(
      String name,
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
              DataTable.read(text(name, entries, DATA), data.series(), data.channels().size()),
              new Split(data.splitBySeries(), data.trainingFraction(), data.validationFraction()));
      if (!set.split().isByTime() && set.split().bySeries().size() != set.series().size()) {
        throw damaged(name, MANIFEST, null);
      }
      StoredSettings stored =
          StoredSettings.of(manifest.version(), manifest.model(), manifest.training(), catalogue);
      stored.notes().forEach(note -> notes.accept("'%s': %s.".formatted(name, note)));
      Experiment fresh = Experiment.of(set, stored.model(), stored.training());
      return new Experiment(
          set, fresh.model(), fresh.training(), Optional.empty(), fresh.curve(), manifest.view());
    } catch (IOException | NullPointerException e) {
      throw damaged(name, DATA, e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          "'%s' has a setting that does not fit: %s".formatted(name, DocumentChecks.words(e)), e);
    }
  }

  private static Curve curve(String name, Criterion criterion, Map<String, byte[]> entries) {
    try {
      return CurveTable.read(text(name, entries, CURVE), criterion);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(name, CURVE, e);
    }
  }

  private static Checkpoint checkpoint(
      String name, Experiment untrained, Manifest.Progress progress, Map<String, byte[]> entries) {
    byte[] bytes = entries.get(WEIGHTS);
    if (bytes == null) throw damaged(name, WEIGHTS, null);
    try {
      Checkpoint checkpoint =
          StoredWeights.checkpoint(Safetensors.read(bytes), Run.layout(untrained), progress);
      refuse(name, WEIGHTS, DocumentChecks.weights(checkpoint));
      return checkpoint;
    } catch (ExperimentException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(name, WEIGHTS, e);
    } catch (RuntimeException e) {
      // The data do not make a model: nothing observed, nothing to train on.
      throw new ExperimentException(
          "'%s' cannot be used: %s".formatted(name, DocumentChecks.words(e)), e);
    }
  }

  private static List<Moment> replay(
      String name, Experiment untrained, Map<String, byte[]> entries) {
    byte[] bytes = entries.get(REPLAY);
    if (bytes == null) return List.of();
    try {
      return StoredReplay.moments(Safetensors.read(bytes), Run.layout(untrained));
    } catch (IOException e) {
      throw damaged(name, REPLAY, e);
    }
  }

  private static String text(String name, Map<String, byte[]> entries, String entry) {
    byte[] bytes = entries.get(entry);
    if (bytes == null) throw damaged(name, entry, null);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses a part of which something is wrong. */
  private static void refuse(String name, String entry, Optional<String> wrong) {
    if (wrong.isEmpty()) return;
    throw refused(name, "is damaged in its part '" + entry + "': " + wrong.get(), null);
  }

  private static ExperimentException damaged(
      String name, String entry, @org.jspecify.annotations.Nullable Exception cause) {
    // An exception of our own readers says what it is and where.
    String what = cause instanceof IOException ? ": " + reason(cause) : "";
    return refused(name, "has a missing or damaged part, '" + entry + "'" + what, cause);
  }

  private static ExperimentException refused(
      String name, String what, @org.jspecify.annotations.Nullable Exception cause) {
    String sentence = "'%s' %s; open another copy of it.".formatted(name, what);
    return cause == null
        ? new ExperimentException(sentence)
        : new ExperimentException(sentence, cause);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    if (e instanceof java.nio.file.AccessDeniedException) return "there is no permission";
    if (e instanceof NoSuchFileException) return "the folder is not there";
    if (e instanceof java.io.EOFException) return "it ends too soon";
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
