package undercurrent.view;

import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Asks what becomes of a training that is not saved, before the window closes. */
record Closing(Stage stage, Lab lab, UnsavedQuestion question) {

  void listen() {
    stage.setOnCloseRequest(this::requested);
  }

  private void requested(WindowEvent event) {
    if (!question.isNeeded()) return;
    event.consume();
    question.ask(Words.of("closing.text"), stage::close);
  }
}
