package undercurrent.view;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/**
 * Asks what becomes of a training that is not saved.
 *
 * @param window that the question belongs to
 * @param place chooses where to save
 */
record UnsavedQuestion(
    Supplier<Window> window, Lab lab, Files files, Supplier<Optional<SaveWish>> place) {

  /** Whether there is something to lose. */
  boolean isNeeded() {
    return lab.unsaved().isTrained() || lab.unsaved().isCompared();
  }

  /**
   * Asks, where there is something to lose.
   *
   * @param text what becomes of what is not saved
   * @param then is done once it is saved or given up, and not when the person cancels
   */
  void ask(String text, Runnable then) {
    if (!isNeeded()) {
      then.run();
      return;
    }
    String name = lab.experiment().map(e -> e.data().name()).orElse("");
    ButtonType save = new ButtonType(Words.of("closing.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(Words.of("closing.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(Words.of("closing.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, save, discard, cancel);
    DialogFrame.put(alert, window.get());
    alert.setTitle(Words.of("closing.title"));
    alert.setHeaderText(
        Words.of(lab.unsaved().isTrained() ? "closing.header" : "closing.compared", name));
    alert.setOnHidden(
        e -> {
          Optional<ButtonType> answer = Optional.ofNullable(alert.getResult());
          if (answer.equals(Optional.of(discard))) then.run();
          if (answer.equals(Optional.of(save))) {
            place.get().ifPresent(wish -> files.save(wish, then));
          }
        });
    alert.show();
  }
}
