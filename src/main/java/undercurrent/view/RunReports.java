package undercurrent.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import undercurrent.experiment.Trained;
import undercurrent.output.WholeFile;
import undercurrent.report.Provenance;
import undercurrent.report.RunPage;
import undercurrent.session.ExperimentSource;
import undercurrent.text.Language;
import undercurrent.text.ShellWords;

/** Writes the run that is open on one page of HTML. */
record RunReports(Lab lab, FileTasks tasks) {
  private static final String ENDING = ".html";

  /** For the export menu; a model that has learned nothing has no page. */
  MenuItem item() {
    MenuItem item = FigureExports.item(Words.of("report.item"), this::choose);
    item.setDisable(!lab.isTrained());
    return item;
  }

  private void choose() {
    FileChooser chooser = tasks.chooser(Words.of("report.title"));
    chooser.getExtensionFilters().add(new ExtensionFilter("HTML", "*" + ENDING));
    lab.experiment().ifPresent(e -> chooser.setInitialFileName(e.data().name() + ENDING));
    tasks.chosen(chooser.showSaveDialog(tasks.window())).ifPresent(this::write);
  }

  /** Writes the page of the training as it is between two steps. */
  void write(Path target) {
    ExperimentSource source = lab.unsaved().source();
    Language language = lab.preferences().filesProperty().get();
    String name = String.valueOf(target.getFileName());
    CompletableFuture<CommandCopy.Answer> command = new CommandCopy(lab, tasks).current(language);
    tasks.inBackground(
        name,
        lab.document(),
        document ->
            tasks.inBackground(
                name,
                () ->
                    Language.in(
                        language,
                        () -> {
                          WholeFile.write(
                              target,
                              RunPage.html(
                                  document, Trained.of(document), origin(source, command.join())));
                          return target;
                        }),
                file -> tasks.notify(Words.of("report.written", file))));
  }

  private static Provenance origin(ExperimentSource source, CommandCopy.Answer command)
      throws IOException {
    Optional<Path> saved = source.file().filter(f -> !source.unsaved());
    Provenance origin = saved.isPresent() ? Provenance.of(saved.get()) : Provenance.unsaved();
    return command.words().isEmpty()
        ? origin.without(command.sentence())
        : origin.by(ShellWords.line(command.words()));
  }
}
