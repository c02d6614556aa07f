package undercurrent.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
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
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.kind.Catalogue;
import undercurrent.math.Parameters;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;

/**
 * The file of an {@link Experiment}, {@code .undercurrent}: a zip of {@code experiment.json},
 * {@code data.csv}, {@code curve.csv} and {@code weights.safetensors}. A training that is opened
 * again goes on with the same bits as if it had never been saved.
 */
public final class ExperimentFile {
  /** What file names end with. */
  public static final String ENDING = ".undercurrent";

  private static final System.Logger LOG = System.getLogger(ExperimentFile.class.getName());
  private static final String MANIFEST = "experiment.json";
  private static final String DATA = "data.csv";
  private static final String CURVE = "curve.csv";
  private static final String WEIGHTS = "weights.safetensors";
  private static final Set<String> ENTRIES = Set.of(MANIFEST, DATA, CURVE, WEIGHTS);
  private static final String FIRST = "adam.first.";
  private static final String SECOND = "adam.second.";
  private static final String BEST = "best.";
  private static final String STATE = "state";

  /** Of the time axis; earlier versions wrote none. */
  private static final String ORIGIN = "origin";

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
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MANIFEST, bytes(JSON.writeValueAsString(manifest(experiment))));
    entries.put(DATA, bytes(DataTable.write(experiment.data())));
    entries.put(CURVE, bytes(CurveTable.write(experiment.curve())));
    experiment
        .checkpoint()
        .ifPresent(c -> entries.put(WEIGHTS, Safetensors.write(tensors(experiment, c))));
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
    Manifest manifest = readManifest(name, entries);
    refuse(name, MANIFEST, DocumentChecks.manifest(manifest.data()));
    Experiment untrained = untrained(name, manifest, entries, catalogue, notes);
    refuse(name, DATA, DocumentChecks.data(untrained.data()));
    if (manifest.checkpoint().isEmpty()) return untrained;
    return new Experiment(
        untrained.data(),
        untrained.model(),
        untrained.training(),
        Optional.of(checkpoint(name, untrained, manifest.checkpoint().getFirst(), entries)),
        curve(name, untrained.curve().criterion(), entries),
        untrained.view());
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
      if (tree.path("data").path("time") instanceof ObjectNode time && !time.has(ORIGIN)) {
        time.put(ORIGIN, 0);
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
    } catch (IOException | CsvParseException | NumberFormatException | NullPointerException e) {
      throw damaged(name, DATA, e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          "'%s' has a setting that does not fit: %s".formatted(name, DocumentChecks.words(e)), e);
    }
  }

  private static Curve curve(String name, Criterion criterion, Map<String, byte[]> entries) {
    try {
      return CurveTable.read(text(name, entries, CURVE), criterion);
    } catch (CsvParseException | IllegalArgumentException | java.util.NoSuchElementException e) {
      throw damaged(name, CURVE, e);
    } catch (NegativeArraySizeException e) {
      throw damaged(name, CURVE, e);
    }
  }

  private static Map<String, Tensor> tensors(Experiment experiment, Checkpoint checkpoint) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<Parameters.Entry> layout = Run.layout(experiment);
    put(tensors, layout, "", checkpoint.weights());
    put(tensors, layout, FIRST, checkpoint.firstMoment());
    put(tensors, layout, SECOND, checkpoint.secondMoment());
    if (checkpoint.best().length > 0) put(tensors, layout, BEST, checkpoint.best());
    if (checkpoint.state().length > 0) tensors.put(STATE, Tensor.of(checkpoint.state()));
    return tensors;
  }

  private static void put(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, String prefix, float[] all) {
    for (Parameters.Entry entry : layout) {
      float[] own =
          java.util.Arrays.copyOfRange(all, entry.offset(), entry.offset() + entry.size());
      tensors.put(prefix + entry.name(), new Tensor(entry.rows(), entry.columns(), own));
    }
  }

  private static Checkpoint checkpoint(
      String name, Experiment untrained, Manifest.Progress progress, Map<String, byte[]> entries) {
    byte[] bytes = entries.get(WEIGHTS);
    if (bytes == null) throw damaged(name, WEIGHTS, null);
    try {
      Map<String, Tensor> tensors = Safetensors.read(bytes);
      List<Parameters.Entry> layout = Run.layout(untrained);
      Checkpoint checkpoint =
          new Checkpoint(
              progress.epoch(),
              progress.step(),
              progress.batch(),
              joined(tensors, layout, ""),
              joined(tensors, layout, FIRST),
              joined(tensors, layout, SECOND),
              progress.hasBest() ? joined(tensors, layout, BEST) : new float[0],
              progress.bestElbo(),
              progress.bestEpoch(),
              progress.waited(),
              progress.sums(),
              progress.status(),
              state(tensors));
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

  /**
   * The state of a fit by iterations. In version 1 known equations kept theirs as floats, and other
   * fits none.
   */
  private static double[] state(Map<String, Tensor> tensors) {
    Tensor state = tensors.get(STATE);
    if (state != null) return state.doubles();
    Tensor noise = tensors.get("noise");
    if (noise == null) return new double[0];
    double[] numbers = new double[noise.data().length];
    for (int i = 0; i < numbers.length; i++) numbers[i] = noise.data()[i];
    return numbers;
  }

  private static float[] joined(
      Map<String, Tensor> tensors, List<Parameters.Entry> layout, String prefix)
      throws IOException {
    float[] all = new float[layout.stream().mapToInt(Parameters.Entry::size).sum()];
    for (Parameters.Entry entry : layout) {
      Tensor tensor = tensors.get(prefix + entry.name());
      if (tensor == null || tensor.rows() != entry.rows() || tensor.columns() != entry.columns()) {
        throw new IOException("'" + prefix + entry.name() + "' is missing or has another shape");
      }
      System.arraycopy(tensor.data(), 0, all, entry.offset(), entry.size());
    }
    return all;
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
    return refused(name, "has a missing or damaged part, '" + entry + "'", cause);
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
