package undercurrent.view;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.experiment.TrainedSamples;
import undercurrent.series.Sample;
import undercurrent.session.Background;

/**
 * One sample: a small picture of it, its title, what it teaches, and a button that opens it
 * trained; or the name of a group.
 */
final class SampleCell extends ListCell<SampleList.Row> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private final WindowPreferences preferences;
  private final ImageView picture = new ImageView();
  private final Label title = new Label();
  private final Label teaches = new Label();
  private final Button trained = new IconButton(new FontIcon(Material2MZ.SCHOOL));
  private final HBox row;

  /**
   * A cell without a sample.
   *
   * @param openTrained opens a sample trained
   */
  SampleCell(WindowPreferences preferences, Consumer<Sample> openTrained) {
    this.preferences = preferences;
    trained.getStyleClass().add("sample-trained");
    trained.setOnAction(
        e -> {
          if (getItem() instanceof SampleList.Row.Entry(Sample sample)) openTrained.accept(sample);
        });
    Tips.put(trained, Words.of("samples.trained"), Tips.USUAL);
    picture.setFitWidth(Thumbnails.WIDTH);
    picture.setFitHeight(Thumbnails.HEIGHT);
    title.getStyleClass().add("sample-title");
    teaches.getStyleClass().add("sample-teaches");
    teaches.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(4, title, trained);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(1, head, teaches);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    preferences.darkProperty().addListener((o, before, now) -> draw());
  }

  @Override
  protected void updateItem(SampleList.@Nullable Row item, boolean empty) {
    super.updateItem(item, empty);
    setMouseTransparent(!(item instanceof SampleList.Row.Entry));
    setText(item instanceof SampleList.Row.Heading heading ? heading.words() : null);
    pseudoClassStateChanged(HEADING, item instanceof SampleList.Row.Heading);
    if (empty || !(item instanceof SampleList.Row.Entry(Sample sample))) {
      setGraphic(null);
      return;
    }
    title.setText(sample.title());
    trained.setAccessibleText(Words.of("samples.openTrained", sample.title()));
    teaches.setText(sample.teaches());
    trained.setVisible(TrainedSamples.has(sample));
    setGraphic(row);
    draw();
  }

  /** As high as the words need where they are wrapped. */
  @Override
  protected double computePrefHeight(double width) {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    if (getGraphic() == null || room <= 0) return super.computePrefHeight(width);
    return snappedTopInset() + snapSizeY(row.prefHeight(room)) + snappedBottomInset();
  }

  private void draw() {
    SampleList.Row item = getItem();
    if (!(item instanceof SampleList.Row.Entry(Sample sample))) return;
    boolean dark = preferences.darkProperty().get();
    picture.setImage(null);
    var unused =
        Background.call(() -> Thumbnails.of(sample, dark))
            .thenAccept(
                image ->
                    Platform.runLater(
                        () -> {
                          if (item.equals(getItem()) && dark == preferences.darkProperty().get()) {
                            picture.setImage(image);
                          }
                        }));
  }
}
