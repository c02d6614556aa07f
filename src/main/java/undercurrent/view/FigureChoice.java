package undercurrent.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import org.jspecify.annotations.Nullable;
import undercurrent.kind.FigureCard;

/** Which of several figures stands in one place of the window. */
final class FigureChoice extends ChoiceBox<FigureCard> {

  /**
   * Without figures yet.
   *
   * @param id of the control
   * @param words what is chosen, for a screen reader
   * @param chosen is called when another one is chosen
   */
  FigureChoice(String id, String words, Runnable chosen) {
    setId(id);
    setConverter(new ChoiceWords<>(FigureCard::title));
    setAccessibleText(words);
    getStyleClass().addAll("dense", "small");
    setFocusTraversable(false);
    valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) chosen.run();
            });
  }

  /** What there is to show; what was chosen stays if it is there, or the first. */
  void offer(List<FigureCard> cards) {
    if (cards.equals(getItems())) return;
    if (cards.isEmpty()) {
      getItems().clear();
      setValue(null);
      return;
    }
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
