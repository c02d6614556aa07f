package undercurrent.view;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.Figure;
import undercurrent.view.chart.FigureChart;

/** A figure on the screen with its buttons; empty, it says what will come. */
final class Card extends StackPane {
  private final FigureChart chart = new FigureChart();
  private final Label hint = new Label();
  private final HBox buttons = new HBox(2);

  Card(Lab lab, String hintWords, Consumer<Card> enlarge) {
    getStyleClass().add("card");
    setMinSize(0, 0);
    hint.setText(hintWords);
    hint.setWrapText(true);
    hint.getStyleClass().add("hint");
    chart.setVisible(false);
    Button larger = new Button(null, new FontIcon(Material2MZ.OPEN_IN_FULL));
    larger.getStyleClass().addAll("flat", "button-icon", "small");
    larger.setTooltip(new Tooltip(Words.of("figure.enlarge")));
    larger.setAccessibleText(Words.of("figure.enlarge"));
    larger.setOnAction(e -> enlarge.accept(this));
    larger.setFocusTraversable(false);
    buttons.getChildren().add(larger);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    chart.header().getChildren().add(buttons);
    getChildren().addAll(hint, chart);
    setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) enlarge.accept(this);
        });
    chart.onCursor(lab.cursorProperty()::set);
    lab.cursorProperty().addListener((o, before, now) -> chart.cursor(now));
    lab.darkProperty().addListener((o, before, now) -> look(lab));
    lab.zoomProperty().addListener((o, before, now) -> look(lab));
    look(lab);
  }

  private void look(Lab lab) {
    chart.look(lab.darkProperty().get(), lab.zoomProperty().get());
  }

  /** Puts a control before the button that enlarges. */
  void add(Node control) {
    buttons.getChildren().addFirst(control);
  }

  void show(Figure figure) {
    chart.show(figure);
    chart.setVisible(true);
    hint.setVisible(false);
  }

  /** Shows a table in the place of a figure. */
  void show(String title, Node table) {
    chart.show(title, table);
    chart.setVisible(true);
    hint.setVisible(false);
  }

  void clear() {
    chart.setVisible(false);
    hint.setVisible(true);
  }

  FigureChart chart() {
    return chart;
  }
}
