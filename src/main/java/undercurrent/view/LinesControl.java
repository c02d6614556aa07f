package undercurrent.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import undercurrent.text.TextMistake;

/**
 * A setting of several lines, such as equations. It is checked while it is typed: a mistake is
 * underlined, and said below. What is right counts when the box is left or Ctrl+Enter is pressed;
 * Escape brings back what counts.
 */
final class LinesControl implements KnobControl {
  private static final int FEWEST_LINES = 5;
  private static final int MOST_LINES = 14;
  private final Commit commit;
  private final TextArea area = new TextArea();
  private final Label sentence = new Label();
  private final MistakeMark mark = new MistakeMark(area);
  private final StackPane box = new StackPane(area, mark);
  private String counts = "";

  LinesControl(Commit commit) {
    this.commit = commit;
    area.getStyleClass().addAll("dense", "lines");
    area.textProperty().addListener((o, before, now) -> typed(now));
    area.focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) count();
            });
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    sentence.setWrapText(true);
    sentence.setId("lines-sentence");
    sentence.managedProperty().bind(sentence.visibleProperty());
    say("", false);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      area.setText(counts);
      KeyboardReturn.release(area);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      count();
      event.consume();
    }
  }

  private void typed(String text) {
    area.setPrefRowCount(Math.clamp(text.lines().count() + 1, FEWEST_LINES, MOST_LINES));
    mark.place(Optional.empty());
    if (text.stripTrailing().equals(counts)) {
      say("", false);
      return;
    }
    try {
      commit.check(text);
      say(Words.of("lines.right"), false);
    } catch (TextMistake mistake) {
      mark.place(Optional.of(mistake));
      say(String.valueOf(mistake.getMessage()), true);
    } catch (IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()), true);
    }
  }

  private void say(String words, boolean isMistake) {
    sentence.setText(words);
    sentence.setVisible(!words.isEmpty());
    sentence.getStyleClass().setAll("label", isMistake ? "lines-mistake" : "lines-right");
    area.setAccessibleHelp(words);
  }

  /** What is wrong does not count, and stays to be mended. */
  private void count() {
    String text = area.getText().stripTrailing();
    if (text.equals(counts)) return;
    try {
      commit.check(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    commit.accept(text, false);
  }

  @Override
  public Node node() {
    return area;
  }

  @Override
  public List<Node> nodes() {
    return List.of(box, sentence);
  }

  @Override
  public boolean isBelow() {
    return true;
  }

  @Override
  public void show(Object value) {
    String text = value.toString();
    if (text.equals(counts)) return;
    counts = text;
    if (area.getText().stripTrailing().equals(text)) typed(area.getText());
    else area.setText(text);
  }
}
