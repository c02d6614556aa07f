package undercurrent.view;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import undercurrent.experiment.Example;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.TrainedSamples;
import undercurrent.kind.Catalogue;
import undercurrent.lesson.Lessons;
import undercurrent.series.ImportChoices;
import undercurrent.series.ImportPreview;
import undercurrent.series.Sample;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.session.ExperimentSource;
import undercurrent.session.UnsavedChanges;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;

/** Opens, saves and exports; files are read and written away from the screen's thread. */
final class Files {
  private final Lab lab;
  private final FileTasks tasks;
  private final RecentFiles recent = new RecentFiles();
  private Consumer<Path> lessons = file -> {};

  Files(Lab lab, FileTasks tasks) {
    this.lab = lab;
    this.tasks = tasks;
  }

  /** Who opens lessons. */
  void onLesson(Consumer<Path> opened) {
    lessons = opened;
  }

  RecentFiles recent() {
    return recent;
  }

  void open(Sample sample) {
    tasks.inBackground(sample.title(), sample::open, this::start);
  }

  /**
   * Opens a sample as it is after its training, which is replayed by Play; one without a trained
   * document as it is before.
   */
  void openTrained(Sample sample) {
    if (!TrainedSamples.has(sample)) {
      open(sample);
      return;
    }
    tasks.inBackground(sample.title(), () -> TrainedSamples.open(sample), lab::open);
  }

  /** Opens the example of a kind. */
  void open(Example example) {
    tasks.inBackground(example.sample().title(), example::experiment, lab::open);
  }

  private void start(SeriesSet set) {
    lab.open(Recipe.of(set).experiment(set));
  }

  /** Opens an experiment or a lesson at once, and a table after a look at it. */
  void open(Path file) {
    if (Lessons.isNamed(file)) {
      lessons.accept(file);
      return;
    }
    String name = String.valueOf(file.getFileName());
    if (ExperimentFile.isNamed(file)) {
      List<String> notes = new ArrayList<>();
      tasks.reading(
          name,
          () -> ExperimentFile.open(file, Catalogue.standard(), notes::add),
          experiment -> {
            recent.add(file);
            lab.open(experiment, ExperimentSource.of(file));
            if (!notes.isEmpty()) tasks.say(String.join(" ", notes));
          });
      return;
    }
    look(
        name,
        choices -> SeriesFiles.preview(file, choices),
        choices -> lab.compared().sources().read(file, choices),
        set -> {
          recent.add(file);
          start(set);
        });
  }

  /** Shows what would be read of a table, and reads it as the person says. */
  private void look(
      String name,
      Function<ImportChoices, ImportPreview> preview,
      Function<ImportChoices, SeriesSet> open,
      Consumer<SeriesSet> then) {
    tasks.reading(
        name,
        () -> preview.apply(ImportChoices.AUTOMATIC),
        first ->
            new ImportDialog(
                    tasks.window(),
                    first,
                    preview,
                    choices -> tasks.reading(name, () -> open.apply(choices), then))
                .show());
  }

  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      tasks.say(Words.of("file.nothingPasted"));
      return;
    }
    String name = Words.of("file.pasted");
    look(
        name,
        choices -> SeriesFiles.preview(name, text, choices),
        choices -> SeriesFiles.open(name, text, choices),
        this::start);
  }

  void chooseAndOpen() {
    FileChooser chooser = tasks.chooser(Words.of("file.openTitle"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(Words.of("file.all"), openable()),
            new ExtensionFilter(Words.of("file.experiments"), "*.undercurrent"),
            new ExtensionFilter(Words.of("file.tables"), "*.*"));
    tasks.chosen(chooser.showOpenDialog(tasks.window())).ifPresent(this::open);
  }

  private static List<String> openable() {
    return Stream.concat(SeriesFiles.ENDINGS.stream(), Stream.of(ExperimentFile.ENDING))
        .map(ending -> "*" + ending)
        .toList();
  }

  void chooseAndSave() {
    chooseWhereToSave().ifPresent(wish -> save(wish, () -> {}));
  }

  Optional<SaveWish> chooseWhereToSave() {
    FileChooser chooser = tasks.chooser(Words.of("file.saveTitle"));
    ExtensionFilter plain = new ExtensionFilter(Words.of("file.experiments"), "*.undercurrent");
    ExtensionFilter replay = new ExtensionFilter(Words.of("file.withReplay"), "*.undercurrent");
    chooser.getExtensionFilters().add(plain);
    if (lab.replay().isPossible()) chooser.getExtensionFilters().add(replay);
    lab.experiment()
        .ifPresent(
            e -> {
              chooser.setInitialFileName(e.data().name() + ExperimentFile.ENDING);
              if (!e.replay().isEmpty()) chooser.setSelectedExtensionFilter(replay);
            });
    return tasks
        .chosen(chooser.showSaveDialog(tasks.window()))
        .map(file -> new SaveWish(file, chooser.getSelectedExtensionFilter() == replay));
  }

  /**
   * Saves the experiment as it is between two steps.
   *
   * @param then is done once it is saved, and not when it could not be
   */
  void save(SaveWish wish, Runnable then) {
    Path chosen = wish.file();
    Path file = ExperimentFile.isNamed(chosen) ? chosen : Path.of(chosen + ExperimentFile.ENDING);
    List<Moment> kept = wish.withReplay() ? lab.replay().history() : List.of();
    String name = String.valueOf(file.getFileName());
    Optional<UnsavedChanges> of = lab.unsaved().now();
    tasks.inBackground(
        name,
        lab.document().thenApply(d -> d.withReplay(before(kept, d))),
        document ->
            tasks.inBackground(
                name,
                () -> {
                  ExperimentFile.save(document, file);
                  return file;
                },
                f -> {
                  of.ifPresent(u -> lab.unsaved().saved(u, document, f));
                  lab.compared().saved(document);
                  recent.add(f);
                  tasks.notify(Words.of("file.saved", f));
                  then.run();
                }));
  }

  /** Those of the moments that are earlier than what the document holds itself. */
  private static List<Moment> before(List<Moment> moments, Experiment document) {
    int epoch = document.checkpoint().map(Checkpoint::epoch).orElse(0);
    return moments.stream().filter(m -> m.epoch() < epoch).toList();
  }

  /** An item for each of the files that were opened last and are still there. */
  void fillRecent(MenuButton menu) {
    List<Path> present = recent.present();
    menu.getItems().clear();
    for (Path file : present) {
      MenuItem item =
          FigureExports.item(file.getFileName() + "   " + file.getParent(), () -> open(file));
      item.setMnemonicParsing(false);
      menu.getItems().add(item);
    }
    if (!present.isEmpty()) return;
    MenuItem none = new MenuItem(Words.of("file.noRecent"));
    none.setDisable(true);
    menu.getItems().add(none);
  }

  void acceptDrops(Node node) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
        });
    node.setOnDragDropped(
        e -> {
          List<File> files = e.getDragboard().getFiles();
          e.setDropCompleted(!files.isEmpty());
          if (!files.isEmpty()) open(files.getFirst().toPath());
        });
  }
}
