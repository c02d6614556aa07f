package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import undercurrent.kind.ModelGraph;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.kind.ModelKind;
import undercurrent.session.Snapshot;
import undercurrent.training.StepPhase;

/** The graph of the model that is chosen, in a strip that can be folded to a line. */
final class ModelStrip extends HBox {
  private static final double BAR = 12;
  private final Lab lab;
  private final BooleanProperty folded = new SimpleBooleanProperty();

  /** Whether the person folded it while the window was wide. */
  private final BooleanProperty chosen = new SimpleBooleanProperty();

  private final FontIcon chevron = new FontIcon();
  private final Button fold = new IconButton(chevron);
  private final HBox row = new HBox(4);
  private final ScrollPane scroll = new ScrollPane(row);
  private final Label summary = new Label();
  private final BoxCard card;
  private List<GraphBox> boxes = List.of();
  private @Nullable ModelKind<?> shown;
  private boolean narrow;

  ModelStrip(Lab lab) {
    super(6);
    this.lab = lab;
    card = new BoxCard(lab);
    setId("model");
    getStyleClass().add("model-strip");
    setAlignment(Pos.CENTER_LEFT);
    fold.setId("model-fold");
    fold.setOnAction(
        e -> {
          boolean now = !folded.get();
          if (!narrow) chosen.set(now);
          folded.set(now);
        });
    chosen.addListener((o, before, now) -> folded.set(narrow || now));
    Tips.put(fold, "model.fold");
    row.setAlignment(Pos.CENTER_LEFT);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "model-scroll");
    scroll.setMinWidth(0);
    scroll.setFocusTraversable(false);
    row.heightProperty().addListener((o, before, now) -> height());
    row.widthProperty().addListener((o, before, now) -> height());
    scroll.widthProperty().addListener((o, before, now) -> height());
    HBox.setHgrow(scroll, Priority.ALWAYS);
    summary.setId("model-summary");
    summary.getStyleClass().add("model-summary");
    summary.setMinWidth(0);
    summary.setWrapText(true);
    folded.addListener((o, before, now) -> arrange());
    arrange();
    lab.knobs().modelProperty().addListener((o, before, now) -> refresh());
    lab.openedProperty().addListener((o, before, now) -> refresh());
    lab.snapshotProperty().addListener((o, before, now) -> meters());
    lab.replay().beliefsProperty().addListener((o, before, now) -> meters());
    refresh();
  }

  /** Room for the bar by which a narrow window scrolls. */
  private void height() {
    boolean isWider = row.minWidth(-1) > scroll.getWidth() + 1;
    double height = Math.ceil(row.getHeight()) + (isWider ? BAR : 0);
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
  }

  /** Folds it where the window is narrow, and else as the person chose. */
  void narrow(boolean isNarrow) {
    narrow = isNarrow;
    folded.set(narrow || chosen.get());
  }

  /** Whether the person wants a line only, where there is room for more. */
  BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Whether only a line is shown. */
  BooleanProperty foldedProperty() {
    return folded;
  }

  private void arrange() {
    chevron.setIconCode(folded.get() ? Material2AL.CHEVRON_RIGHT : Material2AL.EXPAND_MORE);
    getChildren().setAll(fold, folded.get() ? summary : scroll);
    if (folded.get()) card.close();
  }

  private void refresh() {
    ModelKind<?> kind = lab.knobs().model().kind();
    if (!kind.equals(shown)) {
      shown = kind;
      build(kind.graph());
      summary.setText(
          kind.graph().boxes().stream().map(Box::name).collect(Collectors.joining("  →  ")));
    }
    boxes.forEach(GraphBox::refresh);
    meters();
  }

  private void build(ModelGraph graph) {
    card.close();
    List<GraphBox> made = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (Box box : graph.boxes()) {
      if (!nodes.isEmpty()) nodes.add(joint(box));
      GraphBox drawn = new GraphBox(lab, box, b -> card.open(b.box(), b));
      HBox.setHgrow(drawn, Priority.ALWAYS);
      drawn.setMaxWidth(Double.MAX_VALUE);
      made.add(drawn);
      nodes.add(drawn);
    }
    boxes = made;
    row.getChildren().setAll(nodes);
  }

  /** What leads to a box: noise is added, all else is computed. */
  private static Node joint(Box to) {
    Label joint =
        new Label(
            null,
            new FontIcon(to.shape() == Shape.NOISE ? Material2AL.ADD : Material2AL.ARROW_FORWARD));
    joint.getStyleClass().add("graph-joint");
    joint.setMinWidth(Region.USE_PREF_SIZE);
    return joint;
  }

  private void meters() {
    Snapshot now = lab.snapshotProperty().get();
    if (now == null) return;
    boxes.forEach(box -> box.show(now.curve(), lab.replay().epoch()));
  }

  /** Highlights the boxes that work in these phases of an update. */
  void highlight(Set<StepPhase> phases) {
    boxes.forEach(box -> box.highlight(phases));
  }

  /** The boxes from left to right. */
  List<GraphBox> boxes() {
    return boxes;
  }
}
