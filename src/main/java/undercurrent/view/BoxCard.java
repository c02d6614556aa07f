package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import undercurrent.kind.Card;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.view.formula.FormulaNode;

/** What opens from a box of the graph: its sentence, its equations and its knobs. */
final class BoxCard {
  private static final double LETTERS = 15;
  private static final double USUAL = 13;
  private static final double WIDTH = 380;
  private static final double BELOW = 4;
  private final Lab lab;
  private final Popup popup = new Popup();
  private final List<KnobRows.Made> rows = new ArrayList<>();
  private final ChangeListener<Object> turned = (o, before, now) -> refresh();

  BoxCard(Lab lab) {
    this.lab = lab;
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAutoFix(true);
    popup.setOnHidden(e -> forget());
  }

  /** Opens below a box, in the place of what is open. */
  void open(Box box, Node at) {
    close();
    VBox content = content(box);
    popup.getContent().setAll(content);
    popup.getScene().getStylesheets().setAll(at.getScene().getStylesheets());
    refresh();
    lab.knobs().modelProperty().addListener(turned);
    lab.knobs().trainingProperty().addListener(turned);
    Bounds place = at.localToScreen(at.getLayoutBounds());
    popup.show(at, place.getMinX(), place.getMaxY() + BELOW);
  }

  void close() {
    popup.hide();
  }

  private void forget() {
    lab.knobs().modelProperty().removeListener(turned);
    lab.knobs().trainingProperty().removeListener(turned);
    rows.clear();
  }

  private VBox content(Box box) {
    double zoom = lab.preferences().zoomProperty().get();
    Label name = new Label(box.name());
    name.getStyleClass().add("data-name");
    Label sentence = new Label(box.sentence());
    sentence.setWrapText(true);
    sentence.setId("box-sentence");
    VBox content = new VBox(8, name, sentence);
    for (Card.Equation equation : box.equations()) {
      content
          .getChildren()
          .add(new FormulaNode(equation.latex(), equation.unicode(), LETTERS * zoom));
    }
    KnobRows maker = new KnobRows(lab);
    VBox knobs = new VBox(4);
    knobs.getStyleClass().add("knobs");
    for (String key : box.knobs()) {
      maker.of(key).ifPresent(rows::add);
    }
    rows.forEach(made -> knobs.getChildren().add(made.row()));
    if (!rows.isEmpty()) content.getChildren().add(knobs);
    // What is typed here must not reach the shortcuts of the window below.
    content.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() != KeyCode.ESCAPE && !e.isShortcutDown()) e.consume();
        });
    // A choice would keep this key for itself.
    content.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() != KeyCode.ESCAPE) return;
          close();
          e.consume();
        });
    content.setId("box-card");
    content.getStyleClass().add("box-card");
    content.setMaxWidth(WIDTH * zoom);
    content.setPrefWidth(WIDTH * zoom);
    content.setStyle(String.format(Locale.ROOT, "-fx-font-size: %dpx", Math.round(USUAL * zoom)));
    return content;
  }

  private void refresh() {
    rows.forEach(KnobRows.Made::refresh);
  }
}
