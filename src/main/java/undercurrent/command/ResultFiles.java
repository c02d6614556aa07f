package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.inference.Lazy;
import undercurrent.kind.FigureCard;
import undercurrent.output.WholeFile;
import undercurrent.report.JsonText;
import undercurrent.report.ScoreReport;
import undercurrent.session.WorkerThreads;

/**
 * What a trained model leaves in a folder beside its document: scores, tables and figures. Several
 * are made at a time.
 */
record ResultFiles(
    Console console,
    Path folder,
    FigureWish figures,
    List<String> readerNotes,
    WorkerThreads workers) {
  /**
   * What was written.
   *
   * @param scores as in {@code scores.json}
   * @param notes what a person should know of the tables
   */
  record Written(ScoreReport report, ObjectNode scores, List<String> notes) {}

  /** Writes one file or some. */
  @FunctionalInterface
  interface Part {
    void write() throws IOException;
  }

  /**
   * Writes scores and tables.
   *
   * @param document writes the experiment, before any of them and beside its estimates
   */
  Written write(Experiment experiment, Trained trained, Part document) throws IOException {
    List<Estimate> estimates;
    try {
      estimates =
          ProgressBars.during(
              console, "estimates", () -> trained.estimates(workers, () -> write(document)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    EstimateTables tables = new EstimateTables(trained.dataset().source());
    List<String> notes = Collections.synchronizedList(new ArrayList<>());
    Lazy<ScoreReport> report =
        new Lazy<>(
            () ->
                ProgressBars.during(console, "scores", () -> ScoreReport.of(experiment, trained)));
    Lazy<ObjectNode> scores = new Lazy<>(() -> json(report.get()));
    // The model answers one thread at a time; the tables of its estimates need no more of it.
    Part ofModel =
        () -> {
          WholeFile.write(folder.resolve("scores.json"), JsonText.of(scores.get()) + "\n");
          EstimateTables.writeMatrices(trained.findings().whole(), folder.resolve("matrices.csv"));
        };
    List<Part> parts =
        List.of(
            ofModel,
            () -> tables.writeObservedIn(folder, estimates).ifPresent(notes::add),
            () -> tables.writeLatentIn(folder, estimates).ifPresent(notes::add),
            () -> tables.writeRegimes(estimates, folder.resolve("regimes.csv")));
    try {
      workers.each(parts, ResultFiles::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Written(report.get(), scores.get(), List.copyOf(notes));
  }

  private static void write(Part part) {
    try {
      part.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode json(ScoreReport report) {
    ObjectNode scores = report.json();
    ArrayNode notes = scores.putArray("readerNotes");
    readerNotes.forEach(notes::add);
    return scores;
  }

  /** Draws what is usual of the kind, as far as pictures are wished for. */
  void draw(Experiment experiment, Trained trained) throws IOException {
    if (figures == FigureWish.NONE) return;
    Pictures pictures = new Pictures(experiment, trained);
    List<FigureCard> cards = ProgressBars.during(console, "drawing", pictures::usual);
    try (ProgressBar bar = ProgressBars.bar(console, "figures", cards.size())) {
      pictures.write(
          cards, figures.formats(), folder, workers, name -> bar.stepBy(ProgressBars.PARTS));
    }
  }
}
