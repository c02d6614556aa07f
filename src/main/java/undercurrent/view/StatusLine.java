package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;

/**
 * The line below the figures: what the training does, how far it is, and its pace where there is
 * room for that. Words that the window cannot hold are in the tooltip.
 */
public final class StatusLine extends StatusBar {
  /** The space between the items at the right, as in the style sheet. */
  private static final double SPACING = 12;

  private final Label pace = new Label();
  private final Tooltip tip = new Tooltip();
  private List<String> notes = List.of();

  public StatusLine() {
    pace.setId("pace");
    getRightItems().add(pace);
  }

  /** Sets what stands before the pace. */
  void items(List<Node> items) {
    getRightItems().addAll(0, items);
  }

  /** Sets what the tooltip says of the series that is open. */
  void notes(List<String> notes) {
    this.notes = notes;
    requestLayout();
  }

  void pace(String words) {
    pace.setText(words);
  }

  @Override
  protected void layoutChildren() {
    // The preferred width of the bar may date from before the pace was shown or hidden.
    double whole = snappedLeftInset() + snappedRightInset();
    for (Node child : getChildrenUnmodifiable()) whole += child.prefWidth(-1);
    double others = whole - (pace.isManaged() ? pace.prefWidth(-1) + SPACING : 0);
    boolean fits = others + pace.prefWidth(-1) + SPACING <= getWidth();
    pace.setManaged(fits);
    pace.setVisible(fits);
    tell(others > getWidth());
    super.layoutChildren();
  }

  private void tell(boolean isCut) {
    List<String> lines = new ArrayList<>(notes);
    if (isCut) lines.addFirst(getText());
    tip.setText(String.join("\n", lines));
    setTooltip(lines.isEmpty() ? null : tip);
  }
}
