package undercurrent.view;

import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.edit.Drawing;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.session.ExperimentSource;

/** An empty plane on which a series is drawn with the mouse, and opened as data. */
final class DrawDialog {
  private static final int USUAL = 200;
  private final Lab lab;
  private final Drawing drawing = new Drawing();
  private final DrawPlane plane = new DrawPlane(drawing, this::drawn);
  private final ChoiceBox<Integer> rows = new ChoiceBox<>();
  private final Label said = new Label();
  private final Dialog<ButtonType> dialog;
  private final Node open;

  private DrawDialog(Lab lab, Window owner) {
    this.lab = lab;
    rows.setId("draw-rows");
    rows.getItems().setAll(List.of(50, 100, USUAL, 400));
    rows.setValue(USUAL);
    rows.setAccessibleText(Words.of("draw.rows"));
    rows.valueProperty().addListener((o, before, now) -> drawn());
    Button clear = new Button(Words.of("draw.clear"));
    clear.setId("draw-clear");
    clear.setOnAction(
        e -> {
          drawing.clear();
          plane.redraw();
          drawn();
        });
    said.setWrapText(true);
    HBox controls = new HBox(8, new Label(Words.of("draw.rows")), rows, clear);
    controls.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(plane, Priority.ALWAYS);
    VBox content = new VBox(10, new Label(Words.of("draw.how")), plane, controls, said);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("draw.title"), content);
    ButtonType opens = new ButtonType(Words.of("draw.open"), ButtonData.OK_DONE);
    dialog.getDialogPane().getButtonTypes().addFirst(opens);
    open = dialog.getDialogPane().lookupButton(opens);
    open.addEventFilter(ActionEvent.ACTION, e -> open());
    drawn();
  }

  /** Shows the dialog. */
  static DrawDialog show(Lab lab, Window owner) {
    DrawDialog shown = new DrawDialog(lab, owner);
    shown.dialog.show();
    return shown;
  }

  private void drawn() {
    boolean isEnough = drawing.isEnough(rows.getValue());
    open.setDisable(!isEnough);
    said.setText(isEnough ? "" : Words.of("draw.more", Integer.toString(Drawing.FEWEST)));
  }

  private void open() {
    SeriesSet set = drawing.set(rows.getValue());
    lab.open(Recipe.of(set).experiment(set), new ExperimentSource(Optional.empty(), true));
  }
}
