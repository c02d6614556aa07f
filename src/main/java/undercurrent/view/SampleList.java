package undercurrent.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.series.Sample;
import undercurrent.series.Samples;

/** The gallery of series that come along; a click or Enter opens one. */
final class SampleList extends ListView<Sample> {
  SampleList(Lab lab, Consumer<Sample> open) {
    getStyleClass().addAll("samples", "edge-to-edge");
    setCellFactory(list -> new SampleCell(lab));
    getItems().setAll(Samples.all());
    setAccessibleText(Words.of("samples.title"));
    lab.openedProperty().addListener((o, before, now) -> mark(now));
    setOnMouseClicked(
        e -> {
          Sample chosen = getSelectionModel().getSelectedItem();
          if (chosen != null) open.accept(chosen);
        });
    setOnKeyPressed(
        e -> {
          Sample chosen = getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.ENTER && chosen != null) open.accept(chosen);
        });
  }

  /** Selects the sample that is open, and none beside a file of a person's own. */
  private void mark(@Nullable Experiment experiment) {
    Optional<Sample> sample =
        Optional.ofNullable(experiment).flatMap(open -> Samples.find(open.data().name()));
    sample.ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
  }
}
