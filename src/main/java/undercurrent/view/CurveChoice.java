package undercurrent.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import org.jspecify.annotations.Nullable;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;

/** Which figure stands in the place of the training curve. */
final class CurveChoice extends ChoiceBox<FigureCard> {

  /**
   * With the figures of the usual model.
   *
   * @param chosen is called when another one is chosen
   */
  CurveChoice(Runnable chosen) {
    setId("curves");
    setConverter(new ChoiceWords<>(FigureCard::title));
    offer(Catalogue.standard().usual());
    setAccessibleText(Words.of("figure.which"));
    getStyleClass().addAll("dense", "small");
    setFocusTraversable(false);
    valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) chosen.run();
            });
  }

  /** What a model has to show; what was chosen stays if it is there. */
  void offer(ChosenModel<?> model) {
    List<FigureCard> cards =
        model.figures().stream().filter(c -> c.place() == Place.CURVE).toList();
    if (cards.equals(getItems())) return;
    @Nullable FigureCard chosen = getValue();
    setItems(FXCollections.observableArrayList(cards));
    setValue(
        cards.stream()
            .filter(c -> chosen != null && c.id().equals(chosen.id()))
            .findFirst()
            .orElse(cards.getFirst()));
  }

  /** What can be chosen, by its name. */
  List<String> offered() {
    return getItems().stream().map(FigureCard::id).toList();
  }

  /** Shows another one, by its name. */
  void choose(String id) {
    getItems().stream().filter(card -> card.id().equals(id)).findFirst().ifPresent(this::setValue);
  }
}
