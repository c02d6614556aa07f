package undercurrent.view;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import undercurrent.experiment.Experiment;
import undercurrent.kind.FigureCard;
import undercurrent.session.Background;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.text.Language;
import undercurrent.training.Moment;

/** Writes the replay of a training as an animated GIF or as numbered pictures, one at a time. */
final class ReplayExports {
  /** More frames than these show nothing more. */
  private static final int MOST_FRAMES = 64;

  private static final String GIF = ".gif";
  private final Lab lab;
  private final FileTasks tasks;
  private final Supplier<List<FigureCard>> shown;
  private final Label progress = new Label();
  private final Button cancel = new Button(Words.of("film.cancel"));
  private final HBox line = new HBox(8, progress, cancel);
  private Optional<AtomicBoolean> running = Optional.empty();

  /**
   * Nothing is written yet.
   *
   * @param shown gives the figures on the screen
   */
  ReplayExports(Lab lab, FileTasks tasks, Supplier<List<FigureCard>> shown) {
    this.lab = lab;
    this.tasks = tasks;
    this.shown = shown;
    line.setAlignment(Pos.CENTER);
    line.setVisible(false);
    line.managedProperty().bind(line.visibleProperty());
    progress.setId("film-progress");
    cancel.setId("film-cancel");
    cancel.getStyleClass().addAll("small");
    cancel.setOnAction(e -> cancel());
  }

  /** How far it is, for the status bar. */
  HBox line() {
    return line;
  }

  /** Adds what can be written to the export menu. */
  void fill(MenuButton menu) {
    Menu replay = new Menu(Words.of("film.menu"));
    replay.setDisable(!lab.replay().isPossible() || running.isPresent());
    List<FigureCard> cards = shown.get().stream().filter(FigureCard::isDrawn).toList();
    replay.getItems().add(items(Words.of("film.all"), cards));
    for (FigureCard card : cards) replay.getItems().add(items(card.title(), List.of(card)));
    menu.getItems().add(replay);
  }

  private Menu items(String title, List<FigureCard> cards) {
    Menu one = new Menu(title);
    one.setMnemonicParsing(false);
    one.getItems().add(FigureExports.item(Words.of("film.gif"), () -> chooseGif(cards)));
    one.getItems().add(FigureExports.item(Words.of("film.pictures"), () -> choosePictures(cards)));
    return one;
  }

  private void chooseGif(List<FigureCard> cards) {
    FileChooser chooser = tasks.chooser(Words.of("film.gif"));
    chooser.getExtensionFilters().add(new ExtensionFilter("GIF", "*" + GIF));
    chooser.setInitialFileName(Words.of("film.name") + GIF);
    tasks.chosen(chooser.showSaveDialog(tasks.window())).ifPresent(target -> start(cards, target));
  }

  private void choosePictures(List<FigureCard> cards) {
    FileChooser chooser = tasks.chooser(Words.of("film.folder"));
    chooser.setInitialFileName(Words.of("film.name"));
    tasks.chosen(chooser.showSaveDialog(tasks.window())).ifPresent(target -> start(cards, target));
  }

  /** Begins to write: a GIF into a file that is called so, else pictures into a new folder. */
  void start(List<FigureCard> cards, Path target) {
    Optional<Beliefs> beliefs =
        Optional.ofNullable(lab.snapshotProperty().get()).flatMap(s -> s.beliefs());
    if (running.isPresent() || beliefs.isEmpty()) return;
    List<Moment> moments = bounded(lab.replay().history());
    Experiment experiment = lab.experiment().orElseThrow();
    ReplayFilm film =
        new ReplayFilm(
            experiment,
            lab.edits().revisionProperty().get().orElse(experiment.revision()),
            lab.snapshotProperty().get().curve(),
            moments,
            beliefs.get().watch(),
            lab.selection().channelProperty().get(),
            cards,
            lab.preferences().darkProperty().get());
    Language language = lab.preferences().filesProperty().get();
    AtomicBoolean cancelled = new AtomicBoolean();
    running = Optional.of(cancelled);
    show(0, moments.size());
    var unused =
        Background.callAside(
                () -> {
                  boolean isGif = target.toString().endsWith(GIF);
                  java.util.function.IntConsumer done =
                      n -> Platform.runLater(() -> show(n, moments.size()));
                  return Language.in(
                      language,
                      () -> {
                        if (isGif) film.writeGif(target, cancelled::get, done);
                        else film.writePictures(target, cancelled::get, done);
                        return target;
                      });
                })
            .whenComplete((file, e) -> Platform.runLater(() -> ended(target, e)));
  }

  /** So many of them, with the first and the last. */
  static List<Moment> bounded(List<Moment> moments) {
    int size = moments.size();
    if (size <= MOST_FRAMES) return moments;
    return java.util.stream.IntStream.range(0, MOST_FRAMES)
        .mapToObj(i -> moments.get((int) ((long) i * (size - 1) / (MOST_FRAMES - 1))))
        .toList();
  }

  private void show(int done, int of) {
    if (running.isEmpty()) return;
    line.setVisible(true);
    progress.setText(Words.of("film.progress", Integer.toString(done), Integer.toString(of)));
  }

  /** Whether a replay is being written. */
  boolean isRunning() {
    return running.isPresent();
  }

  /** Ends the writing; nothing is left of it. */
  void cancel() {
    running.ifPresent(flag -> flag.set(true));
  }

  private void ended(Path target, @org.jspecify.annotations.Nullable Throwable e) {
    running = Optional.empty();
    line.setVisible(false);
    Throwable cause = e == null ? null : Background.cause(e);
    if (cause == null) {
      tasks.notify(Words.of("film.written", target));
    } else if (!(cause instanceof CancellationException)) {
      String words =
          cause instanceof FileAlreadyExistsException
              ? Words.of("film.exists", target)
              : Words.of("film.failed", target, String.valueOf(cause.getMessage()));
      tasks.say(words);
    }
  }
}
