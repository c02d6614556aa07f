package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import undercurrent.figure.CsvText;
import undercurrent.output.WholeFile;
import undercurrent.report.CsvTable;
import undercurrent.report.ScoreReport;
import undercurrent.series.Part;

/** Several files that are trained one after the other, each into a folder, with one summary. */
final class TrainBatch {
  private static final List<String> HEADER =
      List.of("file", "folder", "status", "kind", "criterion");

  private final Console console;
  private final StopRequest stop;
  private final List<String> files;
  private final Path out;
  private final boolean json;
  private final List<List<String>> lines = new ArrayList<>();

  TrainBatch(Console console, StopRequest stop, List<String> files, Path out, boolean json) {
    this.console = console;
    this.stop = stop;
    this.files = files;
    this.out = out;
    this.json = json;
  }

  /** Trains a file into a folder. */
  @FunctionalInterface
  interface Job {
    TrainingRun.End train(String file, Path folder) throws IOException;
  }

  /**
   * A file that cannot be trained is said, and the others go on.
   *
   * @return what the program is to end with
   * @throws BadUsage when settings are wrong before they suited any file
   */
  int run(Job job) throws IOException {
    Set<String> taken = new HashSet<>();
    int exit = 0;
    boolean isBegun = false;
    for (String file : files) {
      if (stop.isAsked()) return Commands.STOPPED;
      String folder = folder(file, taken);
      if (!json) {
        console.say("%n%s", Words.of("trainBatch.file", file, lines.size() + 1, files.size()));
      }
      try {
        TrainingRun.End end = job.train(file, out.resolve(folder));
        isBegun = true;
        lines.add(line(file, folder, end));
        exit = Math.max(exit, end.exit());
      } catch (IOException | RuntimeException e) {
        if (e instanceof BadUsage wrong && !isBegun) throw wrong;
        String sentence = Sentences.of(e);
        console.complain(sentence);
        lines.add(line(file, folder, "failed", sentence));
        exit = Math.max(exit, 1);
      }
      WholeFile.write(out.resolve("summary.csv"), summary());
    }
    if (!json) console.say("%n%s", Words.of("trainBatch.summary", out.resolve("summary.csv")));
    return exit;
  }

  /** The name without its ending; names that are the same get numbers. */
  private static String folder(String file, Set<String> taken) {
    String name = String.valueOf(Path.of(file).getFileName());
    int dot = name.lastIndexOf('.');
    String stem = FileNames.of(dot > 0 ? name.substring(0, dot) : name);
    String folder = stem;
    for (int i = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); i++) folder = stem + "-" + i;
    return folder;
  }

  private static List<String> line(String file, String folder, String status, String message) {
    List<String> line = new ArrayList<>(List.of(CsvText.of(file), CsvText.of(folder), status));
    line.addAll(List.of("", ""));
    for (int i = 0; i <= Part.values().length; i++) line.add("");
    line.add(CsvText.of(message));
    return line;
  }

  private static List<String> line(String file, String folder, TrainingRun.End end) {
    Optional<ScoreReport> report = end.report();
    if (report.isEmpty()) return line(file, folder, "stopped", "");
    ScoreReport scores = report.get();
    List<String> line = new ArrayList<>(List.of(CsvText.of(file), CsvText.of(folder)));
    line.add(end.exit() == 0 ? "trained" : "diverged");
    line.add(scores.experiment().model().kind().id());
    line.add(scores.criterion().id());
    for (Part part : Part.values())
      line.add(CsvTable.cell(scores.criterion().reported(scores.bound(part))));
    line.add(CsvTable.cell(end.seconds()));
    line.add("");
    return line;
  }

  private String summary() {
    List<String> header = new ArrayList<>(HEADER);
    for (Part part : Part.values()) header.add(part.name().toLowerCase(Locale.ROOT));
    header.addAll(List.of("seconds", "message"));
    CsvTable table = new CsvTable(header);
    lines.forEach(table::add);
    return table.text();
  }
}
