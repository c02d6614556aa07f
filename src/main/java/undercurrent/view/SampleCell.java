package undercurrent.view;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.series.Sample;
import undercurrent.session.Background;

/** One sample: a small picture of it, its title, and what it teaches. */
final class SampleCell extends ListCell<Sample> {
  private final Lab lab;
  private final ImageView picture = new ImageView();
  private final Label title = new Label();
  private final Label teaches = new Label();
  private final HBox row;

  SampleCell(Lab lab) {
    this.lab = lab;
    picture.setFitWidth(Thumbnails.WIDTH);
    picture.setFitHeight(Thumbnails.HEIGHT);
    title.getStyleClass().add("sample-title");
    teaches.getStyleClass().add("sample-teaches");
    teaches.setWrapText(true);
    VBox words = new VBox(1, title, teaches);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    lab.darkProperty().addListener((o, before, now) -> draw());
  }

  @Override
  protected void updateItem(@Nullable Sample sample, boolean empty) {
    super.updateItem(sample, empty);
    if (empty || sample == null) {
      setGraphic(null);
      return;
    }
    title.setText(sample.title());
    teaches.setText(sample.teaches());
    setGraphic(row);
    draw();
  }

  /** As high as the words need where they are wrapped. */
  @Override
  protected double computePrefHeight(double width) {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    if (isEmpty() || room <= 0) return super.computePrefHeight(width);
    return snappedTopInset() + snapSizeY(row.prefHeight(room)) + snappedBottomInset();
  }

  private void draw() {
    Sample sample = getItem();
    if (sample == null) return;
    boolean dark = lab.darkProperty().get();
    picture.setImage(null);
    var unused =
        Background.call(() -> Thumbnails.of(sample, dark))
            .thenAccept(
                image ->
                    Platform.runLater(
                        () -> {
                          if (sample.equals(getItem()) && dark == lab.darkProperty().get()) {
                            picture.setImage(image);
                          }
                        }));
  }
}
