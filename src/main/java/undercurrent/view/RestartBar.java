package undercurrent.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Says that only a new training learns what was changed, and offers one. It lies over the list of
 * samples, so that no knob moves when it comes.
 */
final class RestartBar extends VBox {
  RestartBar(Lab lab) {
    super(6);
    setId("restartBar");
    getStyleClass().add("restart-bar");
    setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    Label words = new Label();
    words.setId("restartWords");
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            lab.edits()
                .revisionProperty()
                .map(r -> Words.of(lab.edits().isAhead() ? "edit.changed" : "knobs.changed")));
    Button apply = new Button(Words.of("knobs.apply"));
    apply.getStyleClass().addAll("accent", "small");
    apply.setOnAction(e -> apply(lab));
    Button undo = new Button(Words.of("knobs.undo"));
    undo.getStyleClass().add("small");
    undo.setOnAction(e -> lab.undoKnobs());
    getChildren().addAll(words, new HBox(6, apply, undo));
    visibleProperty().bind(lab.restartNeeded());
    managedProperty().bind(visibleProperty());
  }

  /** Who changes a model that was trained wants to see the new one learn. */
  private static void apply(Lab lab) {
    boolean trained = lab.isTrained();
    lab.restart();
    if (trained) lab.play();
  }
}
