package undercurrent.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import undercurrent.experiment.Example;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentException;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.TrainedSamples;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.kind.Catalogue;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.PngWriter;
import undercurrent.series.ImportChoices;
import undercurrent.series.Sample;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;
import undercurrent.session.ExperimentSource;
import undercurrent.session.UnsavedChanges;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;

/** Opens, saves and exports; files are read and written away from the screen's thread. */
final class Files {
  private static final System.Logger LOG = System.getLogger(Files.class.getName());
  private final Lab lab;
  private final Supplier<Window> window;
  private final RecentFiles recent = new RecentFiles();
  private Optional<File> folder = Optional.empty();

  Files(Lab lab, Supplier<Window> window) {
    this.lab = lab;
    this.window = window;
  }

  RecentFiles recent() {
    return recent;
  }

  void open(Sample sample) {
    inBackground(sample.title(), sample::open, this::start);
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
    inBackground(sample.title(), () -> TrainedSamples.open(sample), lab::open);
  }

  /** Opens the example of a kind. */
  void open(Example example) {
    inBackground(example.sample().title(), example::experiment, lab::open);
  }

  private void start(SeriesSet set) {
    lab.open(Recipe.of(set).experiment(set));
  }

  /** Opens an experiment at once, and a table after a look at it. */
  void open(Path file) {
    String name = String.valueOf(file.getFileName());
    if (ExperimentFile.isNamed(file)) {
      List<String> notes = new ArrayList<>();
      inBackground(
          name,
          () -> ExperimentFile.open(file, Catalogue.standard(), notes::add),
          experiment -> {
            recent.add(file);
            lab.open(experiment, ExperimentSource.of(file));
            if (!notes.isEmpty()) say(String.join(" ", notes));
          });
      return;
    }
    inBackground(
        name,
        () -> SeriesFiles.preview(file, ImportChoices.AUTOMATIC),
        preview ->
            new ImportDialog(
                    window.get(),
                    preview,
                    choices -> SeriesFiles.preview(file, choices),
                    choices ->
                        inBackground(
                            name,
                            () -> SeriesFiles.open(file, choices),
                            set -> {
                              recent.add(file);
                              start(set);
                            }))
                .show());
  }

  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      say(Words.of("file.nothingPasted"));
      return;
    }
    String name = Words.of("file.pasted");
    inBackground(
        name,
        () -> SeriesFiles.preview(name, text, ImportChoices.AUTOMATIC),
        preview ->
            new ImportDialog(
                    window.get(),
                    preview,
                    choices -> SeriesFiles.preview(name, text, choices),
                    choices ->
                        inBackground(
                            name, () -> SeriesFiles.open(name, text, choices), this::start))
                .show());
  }

  void chooseAndOpen() {
    FileChooser chooser = chooser(Words.of("file.openTitle"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(Words.of("file.all"), openable()),
            new ExtensionFilter(Words.of("file.experiments"), "*.undercurrent"),
            new ExtensionFilter(Words.of("file.tables"), "*.*"));
    chosen(chooser.showOpenDialog(window.get())).ifPresent(this::open);
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
    FileChooser chooser = chooser(Words.of("file.saveTitle"));
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
    return chosen(chooser.showSaveDialog(window.get()))
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
    inBackground(
        name,
        lab.document().thenApply(d -> d.withReplay(before(kept, d))),
        document ->
            inBackground(
                name,
                () -> {
                  ExperimentFile.save(document, file);
                  return file;
                },
                f -> {
                  of.ifPresent(u -> lab.unsaved().saved(u, document, f));
                  recent.add(f);
                  notify(Words.of("file.saved", f));
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
      MenuItem item = item(file.getFileName() + "   " + file.getParent(), () -> open(file));
      item.setMnemonicParsing(false);
      menu.getItems().add(item);
    }
    if (!present.isEmpty()) return;
    MenuItem none = new MenuItem(Words.of("file.noRecent"));
    none.setDisable(true);
    menu.getItems().add(none);
  }

  /** A menu for each figure on the screen: to copy it, or to write it in a format. */
  void fillExport(MenuButton menu, List<Figure> figures) {
    menu.getItems().clear();
    for (Figure figure : figures) {
      Menu one = new Menu(figure.title());
      one.setMnemonicParsing(false);
      one.getItems().add(item(Words.of("export.copyPicture"), () -> copyPicture(figure)));
      one.getItems().add(item(Words.of("export.copyData"), () -> copyData(figure)));
      for (String format : FigureFiles.formats(figure)) {
        String words = Words.of("export.item", format.toUpperCase(Locale.ROOT));
        one.getItems().add(item(words, () -> chooseAndExport(figure, format)));
      }
      menu.getItems().add(one);
    }
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    return item;
  }

  void copyPicture(Figure figure) {
    ClipboardContent content = new ClipboardContent();
    boolean dark = lab.preferences().darkProperty().get();
    content.putImage(
        Images.of(
            PngWriter.image(
                figure, FigureFiles.WIDTH, FigureFiles.HEIGHT, dark, FigureFiles.SCALE)));
    Clipboard.getSystemClipboard().setContent(content);
    notify(Words.of("export.copied", figure.title()));
  }

  void copyData(Figure figure) {
    ClipboardContent content = new ClipboardContent();
    content.putString(FigureCsv.csv(figure));
    Clipboard.getSystemClipboard().setContent(content);
    notify(Words.of("export.copied", figure.title()));
  }

  private void chooseAndExport(Figure figure, String format) {
    FileChooser chooser = chooser(Words.of("file.exportTitle", figure.title()));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(format.toUpperCase(Locale.ROOT), "*." + format));
    chooser.setInitialFileName(figure.id() + "." + format);
    chosen(chooser.showSaveDialog(window.get())).ifPresent(file -> export(figure, format, file));
  }

  void export(Figure figure, String format, Path file) {
    boolean dark = lab.preferences().darkProperty().get();
    inBackground(
        String.valueOf(file.getFileName()),
        () -> {
          FigureFiles.write(figure, format, dark, file);
          return file;
        },
        f -> notify(Words.of("file.exported", f)));
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

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private Optional<Path> chosen(@org.jspecify.annotations.Nullable File file) {
    if (file == null) return Optional.empty();
    folder = Optional.ofNullable(file.getParentFile());
    return Optional.of(file.toPath());
  }

  private <T> void inBackground(String name, Callable<T> task, Consumer<T> then) {
    inBackground(name, Background.call(task), then);
  }

  private <T> void inBackground(String name, CompletableFuture<T> task, Consumer<T> then) {
    var unused =
        task.whenComplete(
            (result, e) ->
                Platform.runLater(
                    () -> {
                      if (e == null) then.accept(result);
                      else say(sentence(name, Background.cause(e)));
                    }));
  }

  private static String sentence(String name, Throwable e) {
    if (e instanceof SeriesException || e instanceof ExperimentException) {
      return String.valueOf(e.getMessage());
    }
    LOG.log(System.Logger.Level.ERROR, "Could not open or write " + name, e);
    if (e instanceof OutOfMemoryError) return Words.of("file.noMemory", name);
    String reason = e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
    if (e instanceof FileSystemException file && file.getReason() != null)
      reason = file.getReason();
    return Words.of("file.unexpected", name, reason);
  }

  private void say(String sentence) {
    lab.troubleProperty().set(Optional.of(sentence));
  }

  private void notify(String sentence) {
    Notifications.create().owner(window.get()).text(sentence).showInformation();
  }
}
