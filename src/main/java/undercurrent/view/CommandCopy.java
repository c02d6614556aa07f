package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentException;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.RunCommand;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;
import undercurrent.text.Language;
import undercurrent.text.ShellWords;
import undercurrent.training.TrainingSettings;

/** Copies the command line that makes a run, or says why there is none and what to do instead. */
record CommandCopy(Lab lab, FileTasks tasks) {
  /**
   * What came of it.
   *
   * @param words of the command; empty where there is none
   * @param sentence that a person reads
   */
  record Answer(List<String> words, String sentence) {}

  /** The command of the training that is open. */
  CompletableFuture<Answer> current() {
    return current(Language.chosen());
  }

  /** The same with a sentence in this language. */
  CompletableFuture<Answer> current(Language language) {
    Optional<Experiment> open = lab.experiment();
    if (open.isEmpty()) return new CompletableFuture<>();
    Experiment now = open.get();
    // Knobs that act at once are those of the run, the others are those that it began with.
    TrainingSettings training = lab.knobs().training().startingFrom(now.training());
    boolean isEdited = !now.revision().learned().isEmpty();
    boolean isTurned = lab.compared().steadiness().isTurned();
    return answer(now.model(), training, isEdited, isTurned, language);
  }

  /** The command of a pinned run. */
  CompletableFuture<Answer> of(KeptRun run) {
    return answer(run.model(), run.training(), run.isEdited(), run.isTurned(), Language.chosen());
  }

  private CompletableFuture<Answer> answer(
      ChosenModel<?> model,
      TrainingSettings training,
      boolean isEdited,
      boolean isTurned,
      Language language) {
    Optional<SeriesSet> read = lab.experiment().map(e -> e.revision().original());
    if (read.isEmpty()) return new CompletableFuture<>();
    String document = document();
    if (isEdited || isTurned) {
      String why = isEdited ? "command.edited" : "command.turned";
      return CompletableFuture.completedFuture(
          Language.in(language, () -> none(Words.of(why, document))));
    }
    SeriesSet set = read.get();
    return Background.callAside(
        () ->
            Language.in(
                language,
                () ->
                    lab.compared()
                        .sources()
                        .words(set)
                        .map(words -> found(words, set, model, training, document))
                        .orElseGet(() -> none(Words.of("command.noFile", document)))));
  }

  private static Answer found(
      List<String> source,
      SeriesSet set,
      ChosenModel<?> model,
      TrainingSettings training,
      String document) {
    try {
      List<String> words = RunCommand.words(source, set, model, training);
      return new Answer(words, Words.of("command.copied", ShellWords.line(words)));
    } catch (ExperimentException e) {
      return none(Words.of("command.refused", String.valueOf(e.getMessage()), document));
    }
  }

  /** The command that trains what a document holds. */
  private String document() {
    String file =
        lab.unsaved()
            .fileProperty()
            .get()
            .map(f -> String.valueOf(f.getFileName()))
            .orElse(
                lab.experiment().map(e -> e.data().name()).orElse("run") + ExperimentFile.ENDING);
    return ShellWords.line(List.of("undercurrent", "train", file, "--out", "run"));
  }

  private static Answer none(String sentence) {
    return new Answer(List.of(), sentence);
  }

  /** Puts the command on the clipboard, and says so, or why not. */
  void copy(CompletableFuture<Answer> coming) {
    var unused =
        coming.whenComplete(
            (answer, e) ->
                Platform.runLater(
                    () -> {
                      if (answer == null)
                        tasks.say(String.valueOf(Background.cause(e).getMessage()));
                      else if (answer.words().isEmpty()) tasks.say(answer.sentence());
                      else put(answer);
                    }));
  }

  private void put(Answer answer) {
    ClipboardContent content = new ClipboardContent();
    content.putString(ShellWords.line(answer.words()));
    Clipboard.getSystemClipboard().setContent(content);
    tasks.notify(answer.sentence());
  }
}
