package undercurrent.view;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Reads what is written in a part of the window. */
final class LessonTexts {
  private LessonTexts() {}

  static String of(Node node) {
    if (node instanceof Text text) return text.getText();
    if (node instanceof Labeled labeled) return labeled.getText() + " ";
    StringBuilder all = new StringBuilder();
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) all.append(of(child));
    }
    return all.append(' ').toString();
  }
}
