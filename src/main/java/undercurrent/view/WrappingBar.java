package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * Groups of controls in a row, which goes on in further rows where it is too narrow: no word is
 * cut. A group that is aligned to the right stands at the right, with all that follow it.
 */
public class WrappingBar extends Pane {
  private static final double GAP = 8;

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Node> groups() {
    return getManagedChildren();
  }

  private List<List<Node>> rows(double room) {
    List<List<Node>> rows = new ArrayList<>();
    double used = 0;
    for (Node group : groups()) {
      double width = group.prefWidth(-1);
      if (rows.isEmpty() || used + GAP + width > room) {
        rows.add(new ArrayList<>());
        used = -GAP;
      }
      rows.getLast().add(group);
      used += GAP + width;
    }
    return rows;
  }

  private static double height(List<Node> row) {
    return row.stream().mapToDouble(group -> group.prefHeight(-1)).max().orElse(0);
  }

  /** Shows the line at the end of a group only where another group follows in its row. */
  private static void separate(Node group, boolean isFollowed) {
    if (!(group instanceof HBox box) || box.getChildren().isEmpty()) return;
    if (box.getChildren().getLast() instanceof Separator line) line.setVisible(isFollowed);
  }

  private static boolean isAtTheRight(Node group) {
    return group instanceof HBox box && box.getAlignment().getHpos() == HPos.RIGHT;
  }

  private double room(double width) {
    Insets insets = getInsets();
    return width - insets.getLeft() - insets.getRight();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = groups().stream().mapToDouble(group -> group.prefWidth(-1) + GAP).sum() - GAP;
    return Math.ceil(Math.max(0, width) + getInsets().getLeft() + getInsets().getRight());
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? Double.POSITIVE_INFINITY : room(width);
    double height =
        rows(room).stream().mapToDouble(row -> height(row) + GAP).sum()
            - GAP
            + getInsets().getTop()
            + getInsets().getBottom();
    return Math.ceil(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double room = room(getWidth());
    double y = getInsets().getTop();
    for (List<Node> row : rows(room)) {
      double height = height(row);
      double free = room - row.stream().mapToDouble(group -> group.prefWidth(-1) + GAP).sum() + GAP;
      double x = getInsets().getLeft();
      for (Node group : row) {
        separate(group, group != row.getLast());
        double width = Math.min(group.prefWidth(-1), room);
        if (isAtTheRight(group)) {
          x += Math.max(0, free);
          free = 0;
        }
        group.resizeRelocate(
            snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
        x += width + GAP;
      }
      y += height + GAP;
    }
  }
}
