package undercurrent.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figures;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.view.Undo.Before;

/**
 * The controls that select the series, the channel, and the row after which the forecast begins.
 */
record SelectionBar(
    Lab lab,
    Label seriesLabel,
    ComboBox<String> series,
    Label channelLabel,
    ComboBox<String> channel,
    Slider seen,
    Label seenText) {

  void bind() {
    lab.openedProperty().addListener((o, before, now) -> fill(now));
    series.showingProperty().addListener((o, before, now) -> nameSearch());
    series.skinProperty().addListener((o, before, now) -> nameSearch());
    series
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (o, before, now) -> {
              if (now.intValue() >= 0) lab.selection().seriesProperty().set(now.intValue());
            });
    channel
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (o, before, now) -> {
              if (now.intValue() >= 0)
                lab.selection().channelProperty().set(observed()[now.intValue()]);
            });
    lab.selection().channelProperty().addListener((o, before, now) -> select(now.intValue()));
    seen.valueProperty().bindBidirectional(lab.selection().seenShareProperty());
    double[] pressed = {seen.getValue()};
    seen.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pressed[0] = seen.getValue());
    seen.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (pressed[0] != seen.getValue()) lab.changes().remember(new Before.Seen(pressed[0]));
        });
    seenText
        .textProperty()
        .bind(lab.selection().seenShareProperty().map(s -> percent(s.doubleValue())));
  }

  /** Shows a channel that was chosen elsewhere, as by a click on a frame. */
  private void select(int chosen) {
    lab.experiment()
        .map(now -> now.data().observedIndex(chosen))
        .filter(i -> i.isPresent() && i.getAsInt() < channel.getItems().size())
        .ifPresent(i -> channel.getSelectionModel().select(i.getAsInt()));
  }

  /** The list and the field that searches it have no names of their own. */
  private void nameSearch() {
    Node search = series.lookup("#search");
    if (search != null) search.setAccessibleText(Words.of("look.search"));
    Node found = series.lookup("#filtered");
    if (found != null) found.setAccessibleText(Words.of("look.series"));
  }

  private static String percent(double share) {
    return NumberWords.format("%.0f %%", 100 * share);
  }

  private int[] observed() {
    return lab.experiment().orElseThrow().data().observedChannels();
  }

  private void fill(@Nullable Experiment now) {
    if (now == null) return;
    SeriesSet set = now.data();
    int shownSeries = lab.selection().seriesProperty().get();
    int shownChannel = lab.selection().channelProperty().get();
    series.setItems(
        FXCollections.observableArrayList(set.series().stream().map(Series::name).toList()));
    series.getSelectionModel().select(shownSeries);
    show(set.series().size() > 1, seriesLabel);
    List<String> names = Figures.channelNames(set);
    channel.setItems(FXCollections.observableArrayList(names));
    set.observedIndex(shownChannel).ifPresent(i -> channel.getSelectionModel().select(i));
    show(names.size() > 1, channelLabel);
    // Filling the lists has moved their selection.
    lab.selection().seriesProperty().set(shownSeries);
    lab.selection().channelProperty().set(shownChannel);
  }

  /** Shows or hides a label with the control beside it. */
  private static void show(boolean visible, Label label) {
    label.getParent().setVisible(visible);
    label.getParent().setManaged(visible);
  }
}
