package undercurrent.view;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Asks what becomes of a training that is not saved, before the window closes.
 *
 * @param place chooses where to save
 */
record Closing(Stage stage, Lab lab, Files files, Supplier<Optional<SaveWish>> place) {

  void listen() {
    stage.setOnCloseRequest(this::requested);
  }

  private void requested(WindowEvent event) {
    if (!lab.unsaved().isTrained()) return;
    event.consume();
    ask();
  }

  private void ask() {
    String name = lab.experiment().map(e -> e.data().name()).orElse("");
    ButtonType save = new ButtonType(Words.of("closing.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(Words.of("closing.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(Words.of("closing.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(Alert.AlertType.CONFIRMATION, Words.of("closing.text"), save, discard, cancel);
    DialogFrame.put(alert, stage);
    alert.setTitle(Words.of("closing.title"));
    alert.setHeaderText(Words.of("closing.header", name));
    alert.setOnHidden(
        e -> {
          Optional<ButtonType> answer = Optional.ofNullable(alert.getResult());
          if (answer.equals(Optional.of(discard))) stage.close();
          if (answer.equals(Optional.of(save))) {
            place.get().ifPresent(wish -> files.save(wish, stage::close));
          }
        });
    alert.show();
  }
}
