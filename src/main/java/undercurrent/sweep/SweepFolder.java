package undercurrent.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.output.NamedFailure;
import undercurrent.output.WholeFolder;

/**
 * The folder of a sweep: its plan, the experiment that all runs begin with, a folder for each run
 * that is there whole or not at all, and a manifest, to which a line is added before and after each
 * run. Whatever ends the program, what is there can be gone on with.
 */
public final class SweepFolder {
  private static final String RUNS = "runs";
  private static final String MANIFEST = "manifest.jsonl";
  private static final String RUN = "run";
  private static final String EVENT = "event";
  private static final String DONE = "done";
  private static final String SECONDS = "seconds";
  private static final JsonMapper LINE = JsonMapper.shared();

  private final Path folder;
  private final Plan plan;

  private SweepFolder(Path folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Begins a sweep, or goes on with the same one.
   *
   * @throws SweepException when the folder holds another sweep
   */
  public static SweepFolder of(Path folder, Plan plan) throws IOException {
    PlanFiles wanted = PlanFiles.of(plan);
    boolean isBegun = PlanFiles.areIn(folder);
    if (isBegun && !PlanFiles.read(folder).equals(wanted)) {
      throw new SweepException(Words.of("sweepFolder.other", folder));
    }
    Files.createDirectories(folder.resolve(RUNS));
    if (!isBegun) wanted.write(folder);
    return new SweepFolder(folder, plan);
  }

  /**
   * Opens a sweep that was begun.
   *
   * @throws SweepException when there is none
   */
  public static SweepFolder open(Path folder) throws IOException {
    if (!PlanFiles.areIn(folder)) {
      throw new SweepException(Words.of("sweepFolder.none", folder));
    }
    return new SweepFolder(folder, PlanFiles.read(folder).plan());
  }

  public Plan plan() {
    return plan;
  }

  public Path path() {
    return folder;
  }

  /** The folder of a run, which is there when the run is done. */
  public Path run(Point point) {
    return folder.resolve(RUNS).resolve(point.name());
  }

  /** The document of a run. */
  public Path experiment(Point point) {
    return run(point).resolve(RunResult.EXPERIMENT);
  }

  public boolean isDone(Point point) {
    return Files.isRegularFile(run(point).resolve(RunResult.OUTCOME));
  }

  /** Takes away what a program that was killed had begun to write, and ends its last line. */
  public void clear() throws IOException {
    WholeFolder.clear(folder);
    WholeFolder.clear(folder.resolve(RUNS));
    Path manifest = folder.resolve(MANIFEST);
    if (Files.exists(manifest) && !Files.readString(manifest).endsWith("\n")) append("\n");
  }

  /** Says in the manifest that a run begins. */
  public void begun(Point point) throws IOException {
    append(line(point, "begun"));
  }

  /** Writes a run, and says so in the manifest. */
  public void finished(RunResult result, double seconds) throws IOException {
    Point point = result.outcome().point();
    WholeFolder.write(run(point), result::writeInto);
    append(done(result.outcome()).put(SECONDS, seconds));
  }

  private static ObjectNode done(Outcome outcome) {
    return line(outcome.point(), DONE).put("status", outcome.status().name());
  }

  private static ObjectNode line(Point point, String event) {
    return LINE.createObjectNode()
        .put(RUN, point.number())
        .put(EVENT, event)
        .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Lines are short: each is written at once, and no two are mixed. */
  private void append(ObjectNode line) throws IOException {
    append(LINE.writeValueAsString(line) + "\n");
  }

  private synchronized void append(String text) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    try {
      Files.writeString(manifest, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw NamedFailure.of(manifest, e);
    }
  }

  /** Seconds that each run took, as far as the manifest tells. */
  public Map<Integer, Double> seconds() throws IOException {
    Map<Integer, Double> seconds = new HashMap<>();
    Path file = folder.resolve(MANIFEST);
    if (!Files.exists(file)) return seconds;
    for (String text : Files.readAllLines(file)) {
      Optional<JsonNode> line = parsed(text);
      if (line.isEmpty() || !line.get().path(EVENT).asString("").equals(DONE)) continue;
      if (!line.get().path(SECONDS).isNumber()) continue;
      seconds.put(line.get().path(RUN).asInt(), line.get().path(SECONDS).asDouble());
    }
    return seconds;
  }

  /** Nothing for a line that was cut off when the program was killed. */
  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(LINE.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** What came of the runs that are done, in their order. */
  public List<Outcome> outcomes() throws IOException {
    Map<Integer, Outcome> all = new TreeMap<>();
    try (Stream<Path> runs = Files.list(folder.resolve(RUNS))) {
      for (Path run : runs.toList()) {
        Path file = run.resolve(RunResult.OUTCOME);
        if (!Files.isRegularFile(file)) continue;
        try {
          Outcome outcome = Outcome.read(Files.readString(file));
          all.put(outcome.point().number(), outcome);
        } catch (JacksonException | IllegalArgumentException e) {
          throw new SweepException(Words.of("sweepFolder.damaged", file), e);
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** Takes the runs of another folder of the same sweep; those that are here already stay. */
  void take(SweepFolder other) throws IOException {
    Map<Integer, Double> seconds = other.seconds();
    for (Outcome outcome : other.outcomes()) {
      Point point = outcome.point();
      if (isDone(point)) continue;
      Path from = other.run(point);
      WholeFolder.write(
          run(point),
          into -> {
            try (Stream<Path> files = Files.list(from)) {
              for (Path file : files.toList()) Files.copy(file, into.resolve(file.getFileName()));
            }
          });
      ObjectNode line = done(outcome);
      Double taken = seconds.get(point.number());
      append(taken == null ? line : line.put(SECONDS, taken));
    }
  }
}
