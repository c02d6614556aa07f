package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import undercurrent.lesson.Outcome.Judgement;
import undercurrent.lesson.Question;
import undercurrent.lesson.Span;
import undercurrent.text.Language;

/** The choices of a question, or a field for a number. */
final class LessonQuestion extends VBox {
  private static final double GAP = 6;
  private final Consumer<Optional<Double>> chosen;

  /**
   * Of a question.
   *
   * @param answer that was given before, if one was
   * @param judgement once it was compared; then nothing can be chosen any more
   * @param chosen hears of what is chosen
   */
  LessonQuestion(
      Question question,
      LessonBlocks blocks,
      Optional<Double> answer,
      Optional<Judgement> judgement,
      Consumer<Optional<Double>> chosen) {
    super(GAP);
    this.chosen = chosen;
    if (question.isChoice()) choices(question, blocks, answer, judgement);
    else number(question, answer, judgement.isPresent());
  }

  private void choices(
      Question question,
      LessonBlocks blocks,
      Optional<Double> answer,
      Optional<Judgement> judgement) {
    ToggleGroup group = new ToggleGroup();
    int right = judgement.map(j -> question.rightChoice(j.truth()).orElse(-1)).orElse(-1);
    for (int i = 0; i < question.choices().size(); i++) {
      int place = i;
      List<Span> spans = question.choices().get(i);
      RadioButton button = new RadioButton();
      button.setId("lesson-choice-" + (i + 1));
      button.setToggleGroup(group);
      button.setSelected(answer.filter(a -> a == place).isPresent());
      button.setDisable(judgement.isPresent());
      button.setOnAction(e -> chosen.accept(Optional.of((double) place)));
      var words = blocks.flow(spans);
      button.setAccessibleText(words.getAccessibleText());
      words.setOnMouseClicked(e -> button.fire());
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox line = new HBox(GAP, button, words);
      line.getStyleClass().add("lesson-choice");
      if (right == i) line.getChildren().add(mark(true));
      else if (judgement.isPresent() && button.isSelected()) line.getChildren().add(mark(false));
      getChildren().add(line);
    }
  }

  private static FontIcon mark(boolean isRight) {
    FontIcon icon = new FontIcon(isRight ? Material2AL.CHECK : Material2AL.CLOSE);
    icon.getStyleClass().add(isRight ? "lesson-right" : "lesson-wrong");
    icon.setAccessibleText(Words.of(isRight ? "lesson.right" : "lesson.wrong"));
    return icon;
  }

  private void number(Question question, Optional<Double> answer, boolean isOver) {
    TextField field = new TextField(answer.map(LessonQuestion::text).orElse(""));
    field.setId("lesson-number");
    field.setPromptText(Words.of("lesson.number"));
    field.setAccessibleText(Words.of("lesson.number"));
    field.setDisable(isOver);
    field.setPrefColumnCount(8);
    field.textProperty().addListener((o, before, now) -> chosen.accept(number(now)));
    HBox line = new HBox(GAP, field, new Label(question.unit()));
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
  }

  private static String text(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : Language.decimals(Double.toString(number));
  }

  /** With a decimal dot or comma. */
  private static Optional<Double> number(String text) {
    String dense = Language.typed(text.strip());
    if (!dense.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)")) return Optional.empty();
    return Optional.of(Double.parseDouble(dense));
  }
}
