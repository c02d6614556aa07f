package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.output.FolderClaim;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.session.WorkerThreads;
import undercurrent.sweep.Axis;
import undercurrent.sweep.Cluster;
import undercurrent.sweep.Grid;
import undercurrent.sweep.Outcome;
import undercurrent.sweep.Plan;
import undercurrent.sweep.Share;
import undercurrent.sweep.Sweep;
import undercurrent.sweep.SweepFiles;
import undercurrent.sweep.SweepFolder;
import undercurrent.sweep.SweepTable;
import undercurrent.sweep.SweepWords;

/** {@code undercurrent sweep}: trains all combinations of some settings, with several seeds. */
@Command(name = "sweep")
final class SweepCommand implements Callable<Integer> {
  /** Combinations that are said; all stand in the tables. */
  private static final int MOST_LINES = 20;

  private final Console console;
  private final Catalogue catalogue;
  private final StopRequest stop;

  @Parameters(arity = "0..1", paramLabel = "FILE|SAMPLE", descriptionKey = "source")
  private @Nullable String source;

  @Option(names = "--grid", paramLabel = "KEY=VALUE,VALUE…")
  private List<String> grids = new ArrayList<>();

  @Option(names = "--seeds", paramLabel = "N")
  private int seeds = 1;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> set = new LinkedHashMap<>();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--master", paramLabel = "URL")
  private @Nullable String master = System.getProperty("spark.master");

  @Option(names = "--part", paramLabel = "I/N")
  private @Nullable String part;

  @Option(names = "--merge", paramLabel = "DIR")
  private @Nullable Path merged;

  @Option(names = "--json")
  private boolean json;

  SweepCommand(Console console, StopRequest stop, Catalogue catalogue) {
    this.console = console;
    this.stop = stop;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    if (merged != null) {
      boolean isAlone = source == null && out == null && part == null && grids.isEmpty();
      if (!isAlone || !set.isEmpty()) throw new BadUsage(Words.of("sweep.mergeAlone"));
      return merge(merged);
    }
    if (source == null || out == null) {
      throw new BadUsage(Words.of("sweep.missing"));
    }
    if (threads < 1) throw new BadUsage(Words.of("sweep.threads"));
    String wanted = part;
    Share share = wanted == null ? Share.WHOLE : BadUsage.of(() -> Share.parse(wanted));
    Grid grid = BadUsage.of(() -> new Grid(grids.stream().map(Axis::parse).toList(), seeds));
    if (master != null) cluster();
    String named = source;
    OpenedInput opened =
        ProgressBars.during(
            console, "reading", () -> OpenedInput.of(named, reading, catalogue, console));
    if (!json) console.notes(opened.notes());
    Plan plan = BadUsage.of(() -> plan(opened.experiment(), grid));
    Path folder = share.isWhole() ? out : out.resolve(share.folder());
    return FolderClaim.during(folder, () -> run(SweepFolder.of(folder, plan), share));
  }

  private Plan plan(Experiment experiment, Grid grid) {
    Recipe recipe = new Recipe(experiment.model(), experiment.training());
    Recipe shared = WantedSettings.of(recipe, set, Map.of()).changed();
    return Plan.of(shared.experiment(experiment.data()), grid);
  }

  private int run(SweepFolder folder, Share share) throws IOException {
    boolean isDone;
    stop.stake(StopRequest.Stake.RUNS);
    int runs = folder.plan().grid().runs();
    try (ProgressBar bar = ProgressBars.bar(console, "runs", runs)) {
      Sweep.Listener listener =
          (outcome, done, of) -> {
            bar.maxHint(ProgressBars.PARTS * of);
            bar.stepTo(ProgressBars.PARTS * done).setExtraMessage(outcome.point().name());
          };
      if (master != null) {
        isDone = cluster().run(folder, share, master, listener, stop::isAsked);
      } else {
        try (WorkerThreads workers = WorkerThreads.of(Math.min(threads, runs))) {
          isDone = Sweep.run(folder, share, workers, listener, stop::isAsked);
        }
      }
    }
    stop.stake(StopRequest.Stake.NOTHING);
    report(folder);
    if (!isDone) console.complain(Words.of("stopped.runs"));
    return isDone ? 0 : Commands.STOPPED;
  }

  private static Cluster cluster() {
    return ServiceLoader.load(Cluster.class)
        .findFirst()
        .orElseThrow(() -> new BadUsage(Words.of("sweep.noSpark")));
  }

  private int merge(Path folder) throws IOException {
    SweepFolder whole =
        FolderClaim.during(
            folder,
            () -> {
              SweepFolder joined = Sweep.merge(folder);
              report(joined);
              return joined;
            });
    int missing = whole.plan().grid().runs() - whole.outcomes().size();
    if (missing == 0) return 0;
    console.complain(Words.counted("sweep.incomplete", missing, missing));
    return 1;
  }

  private void report(SweepFolder folder) throws IOException {
    SweepTable table = SweepFiles.table(folder);
    SweepFiles.write(table, folder);
    Optional<Path> best = table.best().map(o -> folder.experiment(o.point()));
    if (json) {
      console.json(json(table, best));
      return;
    }
    console.line(SweepWords.of(table));
    List<SweepTable.Row> rows = table.rows();
    for (SweepTable.Row row : rows.subList(0, Math.min(MOST_LINES, rows.size()))) {
      console.say("  %s", line(row));
    }
    if (rows.size() > MOST_LINES) {
      console.say("  %s", Words.of("sweep.file", rows.size()));
    }
    best.ifPresent(path -> console.line(Words.of("sweep.best", path)));
    console.written(folder.path());
  }

  private static String line(SweepTable.Row row) {
    List<String> settings = new ArrayList<>();
    row.settings().forEach((key, value) -> settings.add(key + " " + value));
    String mean =
        Double.isFinite(row.mean()) ? NumberWords.format("%10.4f", row.mean()) : "         –";
    String spread =
        Double.isFinite(row.spread()) ? NumberWords.format(" ± %.4f", row.spread()) : "";
    return mean + spread + "  " + String.join(", ", settings);
  }

  private static ObjectNode json(SweepTable table, Optional<Path> best) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("runs", table.grid().runs()).put("done", table.outcomes().size());
    root.put("measure", table.measured().name().toLowerCase(Locale.ROOT));
    ArrayNode rows = root.putArray("combinations");
    for (SweepTable.Row row : table.rows()) {
      ObjectNode one = rows.addObject();
      ObjectNode settings = one.putObject("settings");
      row.settings().forEach(settings::put);
      one.put("trained", row.trained()).put("of", row.of());
      JsonText.put(one, "mean", row.mean());
      JsonText.put(one, "spread", row.spread());
    }
    best.ifPresent(path -> root.put("best", path.toString()));
    ArrayNode failed = root.putArray("notTrained");
    for (Outcome outcome : table.outcomes()) {
      if (outcome.status() == Outcome.Status.TRAINED) continue;
      failed
          .addObject()
          .put("run", outcome.point().number())
          .put("status", outcome.status().name())
          .put("message", outcome.message());
    }
    return root;
  }
}
