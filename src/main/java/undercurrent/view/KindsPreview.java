package undercurrent.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Card;

/**
 * What will be trained: each kind that is chosen, what it is for, and the settings it will have.
 */
final class KindsPreview extends VBox {
  private static final double GAP = 12;

  KindsPreview() {
    super(GAP);
    setId("kinds-preview");
    getStyleClass().add("help-page");
  }

  /** Shows other kinds. */
  void show(List<Recipe> recipes) {
    getChildren().setAll(recipes.stream().map(KindsPreview::entry).toList());
  }

  private static VBox entry(Recipe recipe) {
    Card card = recipe.model().kind().card();
    return new VBox(
        2,
        label(card.name(), "help-term"),
        label(card.sentence(), "kinds-sentence"),
        label(RunWords.settings(recipe.model(), recipe.training()), "hint"));
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
