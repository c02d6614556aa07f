package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Example;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.session.Releases;

/** The help: keyboard shortcuts, and a page for each kind of model. */
final class HelpDialog {
  private static final double LIST = 230;
  private static final double PAGE = 620;
  private static final double HEIGHT = 600;

  private HelpDialog() {}

  /**
   * One page.
   *
   * @param heading that it is the first under, or nothing
   */
  private record Topic(String name, String heading, Supplier<Node> page) {}

  /**
   * The dialog.
   *
   * @param at whose page is shown first; the shortcuts where it is empty
   * @param open hears of an example that the person wants to see
   */
  static Dialog<ButtonType> dialog(
      Lab lab, Window owner, Optional<ModelKind<?>> at, Consumer<Example> open) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.setTitle(Words.of("help.title"));
    List<Topic> topics = new ArrayList<>();
    topics.add(new Topic(Words.of("help.shortcuts"), "", () -> shortcuts(lab)));
    List<ModelKind<?>> kinds = Catalogue.standard().kinds();
    String family = "";
    for (ModelKind<?> kind : kinds) {
      String own = kind.card().family();
      topics.add(
          new Topic(
              kind.card().name(),
              own.equals(family) ? "" : own,
              () -> new KindPage(kind, lab.zoomProperty().get(), open)));
      family = own;
    }
    dialog.getDialogPane().setContent(content(topics, at.map(k -> 1 + kinds.indexOf(k)).orElse(0)));
    dialog
        .getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(Words.of("help.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    Folders.offer(dialog, WindowLauncher.logs());
    return dialog;
  }

  private static Node content(List<Topic> topics, int first) {
    ListView<Topic> list = new ListView<>();
    list.setId("help-topics");
    list.getStyleClass().addAll("help-topics", "edge-to-edge");
    list.setCellFactory(view -> new TopicCell());
    list.getItems().setAll(topics);
    list.setMinWidth(LIST);
    list.setPrefWidth(LIST);
    list.setAccessibleText(Words.of("help.title"));
    ScrollPane page = new ScrollPane();
    page.setId("help-page");
    page.setFitToWidth(true);
    page.setPrefSize(PAGE, HEIGHT);
    HBox.setHgrow(page, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) return;
              page.setContent(now.page().get());
              page.setVvalue(0);
            });
    list.getSelectionModel().select(first);
    list.scrollTo(first);
    return new HBox(12, list, page);
  }

  private static Node shortcuts(Lab lab) {
    VBox page = new VBox(16, Shortcuts.sheet(Shortcuts.rows()));
    page.setPadding(new Insets(8, 12, 12, 12));
    NewVersion.choice(lab, Releases.published()).ifPresent(page.getChildren()::add);
    return page;
  }

  /** A name, below the heading of its group where that begins. */
  private static final class TopicCell extends ListCell<Topic> {
    @Override
    protected void updateItem(@Nullable Topic topic, boolean empty) {
      super.updateItem(topic, empty);
      if (topic == null || empty) {
        setGraphic(null);
        return;
      }
      VBox box = new VBox(4);
      if (!topic.heading().isEmpty()) {
        Label heading = new Label(topic.heading());
        heading.getStyleClass().add("section");
        box.getChildren().add(heading);
      }
      box.getChildren().add(new Label(topic.name()));
      setGraphic(box);
    }
  }
}
