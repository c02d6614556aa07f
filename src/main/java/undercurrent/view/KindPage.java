package undercurrent.view;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import undercurrent.experiment.Example;
import undercurrent.kind.Card;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.settings.Setting;
import undercurrent.view.formula.FormulaNode;

/** The page of a kind in the help: its card, what to look at, its settings, and its example. */
final class KindPage extends VBox {
  private static final double FORMULA = 17;

  /**
   * @param zoom how much larger than usual everything is
   * @param open hears of the example that the person wants to see
   */
  KindPage(ModelKind<?> kind, double zoom, Consumer<Example> open) {
    super(10);
    setId("page-" + kind.id());
    getStyleClass().add("help-page");
    Card card = kind.card();
    getChildren()
        .addAll(
            styled(card.family(), "caption"),
            styled(card.name(), "help-title"),
            words(card.sentence()),
            equations(card, zoom),
            words(card.page()),
            heading("help.data"),
            words(card.data()),
            heading("help.example"),
            example(kind, open),
            heading("help.settings"));
    for (Setting setting : Catalogue.standard().chosen(kind).knobs()) {
      getChildren().add(new VBox(1, styled(setting.label(), "help-term"), words(setting.help())));
    }
    getChildren().addAll(heading("help.reference"), words(card.citation()));
  }

  private static VBox equations(Card card, double zoom) {
    VBox box = new VBox(6);
    box.setPadding(new Insets(2, 0, 4, 14));
    for (Card.Equation equation : card.equations()) {
      box.getChildren().add(new FormulaNode(equation.latex(), equation.unicode(), FORMULA * zoom));
    }
    return box;
  }

  private static VBox example(ModelKind<?> kind, Consumer<Example> open) {
    Example example = Example.of(kind);
    Button button = new Button(Words.of("help.open", example.sample().title()));
    button.setId("open-example");
    button.setOnAction(e -> open.accept(example));
    return new VBox(6, words(example.sample().teaches()), button);
  }

  private static Label heading(String key) {
    return styled(Words.of(key), "section");
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("help-words");
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static Label styled(String text, String style) {
    Label label = words(text);
    label.getStyleClass().add(style);
    return label;
  }
}
