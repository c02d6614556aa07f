package undercurrent.view;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import undercurrent.experiment.Experiment;
import undercurrent.session.Background;
import undercurrent.session.RecoveredWork;
import undercurrent.text.Language;
import undercurrent.training.Checkpoint;

/** Offers what earlier windows left unsaved, one after the other, until one is restored. */
record RecoveryDialog(Lab lab, Window owner) {
  private static final System.Logger LOG = System.getLogger(RecoveryDialog.class.getName());

  /** Looks for it in the background. */
  void offerAllIn(Path recoveries) {
    var unused =
        Background.call(() -> RecoveredWork.in(recoveries))
            .whenComplete(
                (all, e) -> {
                  if (e == null) Platform.runLater(() -> offer(all));
                  else LOG.log(System.Logger.Level.ERROR, "What was unsaved is not offered.", e);
                });
  }

  private void offer(List<RecoveredWork> all) {
    if (all.isEmpty()) return;
    RecoveredWork first = all.getFirst();
    List<RecoveredWork> others = all.subList(1, all.size());
    ButtonType restore = new ButtonType(Words.of("recovery.restore"), ButtonData.OK_DONE);
    ButtonType discard = new ButtonType(Words.of("recovery.discard"), ButtonData.NO);
    ButtonType later = new ButtonType(Words.of("recovery.later"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, words(first), restore, discard, later);
    DialogFrame.put(alert, owner);
    alert.setTitle(Words.of("recovery.title"));
    alert.setHeaderText(Words.of("recovery.header", first.experiment().data().name()));
    alert.setOnHidden(
        e -> {
          Optional<ButtonType> answer = Optional.ofNullable(alert.getResult());
          if (answer.equals(Optional.of(restore))) {
            lab.restore(first);
            others.forEach(RecoveredWork::leave);
            return;
          }
          if (answer.equals(Optional.of(discard))) first.discard();
          else first.leave();
          offer(others);
        });
    alert.show();
  }

  /** Both dates. */
  static String words(RecoveredWork left) {
    String kept = kept(left.experiment(), local(left.date()));
    return left.source().file().map(file -> kept + "\n" + file(file, left.fileDate())).orElse(kept);
  }

  private static String kept(Experiment experiment, String date) {
    Optional<Checkpoint> trained = experiment.checkpoint().filter(c -> c.step() > 0);
    return trained
        .map(
            c ->
                Words.of(
                    "recovery.kept", date, Integer.toString(c.epoch()), Long.toString(c.step())))
        .orElseGet(() -> Words.of("recovery.keptUntrained", date));
  }

  private static String file(Path file, Optional<Instant> changed) {
    return changed
        .map(date -> Words.of("recovery.file", file, local(date)))
        .orElseGet(() -> Words.of("recovery.fileGone", file));
  }

  /** As people of the language write it. */
  private static String local(Instant instant) {
    return DateTimeFormatter.ofPattern(Words.of("recovery.date"), Language.chosen().dates())
        .format(instant.atZone(ZoneId.systemDefault()));
  }
}
