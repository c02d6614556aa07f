package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import undercurrent.view.chart.FigureChart;

/** Finds words on the screen that are cut, and figures whose legend is left out. */
final class ShownWords {
  private ShownWords() {}

  /** What is wrong below a node; on the screen's thread. */
  static List<String> wrong(Node node) {
    List<String> found = new ArrayList<>();
    walk(node, found);
    return found;
  }

  /** A node and all below it that can be seen. */
  static Stream<Node> seen(Node node) {
    if (!node.isVisible()) return Stream.empty();
    if (!(node instanceof Parent parent)) return Stream.of(node);
    return Stream.concat(
        Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ShownWords::seen));
  }

  private static void walk(Node from, List<String> found) {
    seen(from)
        .forEach(
            node -> {
              switch (node) {
                case Labeled labeled -> labeled(labeled, found);
                case TextField field -> field(field, found);
                case FigureChart chart -> {
                  if (chart.figure().isPresent() && !chart.showsLegend()) {
                    found.add("no legend of " + chart.figure().get().title());
                  }
                  if (!chart.showsAxisNames()) {
                    found.add("name of an axis of " + chart.figure().orElseThrow().title());
                  }
                }
                default -> {}
              }
            });
  }

  private static void labeled(Labeled labeled, List<String> found) {
    String words = labeled.getText();
    if (words == null || words.isEmpty()) return;
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child == labeled.getGraphic() || !child.isVisible()) continue;
      if (child instanceof Text shown
          && !shown.getText().replace("\n", " ").equals(words.replace("\n", " "))) {
        found.add("%s is cut to %s".formatted(words, shown.getText()));
      }
    }
  }

  private static void field(TextField field, List<String> found) {
    double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
    Text measured = new Text(field.getText());
    measured.setFont(field.getFont());
    if (room > 0 && measured.getLayoutBounds().getWidth() > room + 1) {
      found.add("the field %s cuts %s".formatted(field.getId(), field.getText()));
    }
  }
}
