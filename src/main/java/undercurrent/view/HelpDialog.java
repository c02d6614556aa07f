package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Example;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.session.Releases;

/** The help: keyboard shortcuts, and a page for each kind of model. */
final class HelpDialog {
  private static final double LINE = 30;
  private static final double LIST = 230;
  private static final double PAGE = 700;
  private static final double HEIGHT = 600;
  private static final double BUTTONS = 70;

  private HelpDialog() {}

  /**
   * A line of the list.
   *
   * @param page that it opens; a heading opens none
   */
  private record Topic(String name, Optional<Supplier<Node>> page) {}

  /**
   * The dialog.
   *
   * @param at whose page is shown first; the shortcuts where it is empty
   * @param open hears of an example that the person wants to see
   */
  static Dialog<ButtonType> dialog(
      Lab lab, Window owner, Optional<ModelKind<?>> at, Consumer<Example> open) {
    List<Topic> topics = new ArrayList<>();
    topics.add(new Topic(Words.of("help.shortcuts"), Optional.of(() -> shortcuts(lab))));
    int first = 0;
    Map<String, List<ModelKind<?>>> families = new LinkedHashMap<>();
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      families.computeIfAbsent(kind.card().family(), f -> new ArrayList<>()).add(kind);
    }
    for (Map.Entry<String, List<ModelKind<?>>> family : families.entrySet()) {
      topics.add(new Topic(family.getKey(), Optional.empty()));
      for (ModelKind<?> kind : family.getValue()) {
        if (at.equals(Optional.of(kind))) first = topics.size();
        Supplier<Node> page =
            () -> new KindPage(kind, lab.preferences().zoomProperty().get(), open);
        topics.add(new Topic(kind.card().name(), Optional.of(page)));
      }
    }
    Dialog<ButtonType> dialog =
        WideDialog.of(
            owner,
            Words.of("help.title"),
            content(topics, first, lab.preferences().zoomProperty().get()));
    Folders.offer(dialog, WindowLauncher.logs());
    double zoom = lab.preferences().zoomProperty().get();
    dialog.getDialogPane().setPrefSize(zoom * (LIST + PAGE), zoom * (HEIGHT + BUTTONS));
    return dialog;
  }

  private static Node content(List<Topic> topics, int first, double zoom) {
    ListView<Topic> list = new ListView<>();
    list.setId("help-topics");
    list.getStyleClass().addAll("help-topics", "edge-to-edge");
    list.setCellFactory(view -> new TopicCell());
    list.getItems().setAll(topics);
    list.setFixedCellSize(zoom * LINE);
    list.setMinWidth(zoom * LIST);
    list.setPrefWidth(zoom * LIST);
    list.setAccessibleText(Words.of("help.title"));
    ScrollPane page = new ScrollPane();
    page.setId("help-page");
    page.setFitToWidth(true);
    page.setPrefSize(zoom * PAGE, zoom * HEIGHT);
    HBox.setHgrow(page, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null || now.page().isEmpty()) return;
              page.setContent(now.page().get().get());
              page.setVvalue(0);
            });
    list.getSelectionModel().select(first);
    list.scrollTo(first);
    return new HBox(12, list, page);
  }

  private static Node shortcuts(Lab lab) {
    VBox page = new VBox(16, Shortcuts.sheet(Shortcuts.rows()));
    page.setPadding(new Insets(8, 12, 12, 12));
    page.getChildren().add(LanguageChoice.of(lab.preferences()));
    NewVersion.choice(lab, Releases.published()).ifPresent(page.getChildren()::add);
    return page;
  }

  /** A name, or a heading, which cannot be chosen. */
  private static final class TopicCell extends ListCell<Topic> {
    @Override
    protected void updateItem(@Nullable Topic topic, boolean empty) {
      super.updateItem(topic, empty);
      boolean isHeading = topic != null && topic.page().isEmpty();
      setText(topic == null || empty ? null : topic.name());
      setDisable(isHeading);
      getStyleClass().remove("section");
      if (isHeading) getStyleClass().add("section");
    }
  }
}
