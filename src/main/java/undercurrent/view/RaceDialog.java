package undercurrent.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.NetworkRace;
import undercurrent.figure.Figures;
import undercurrent.inference.NetworkLane;
import undercurrent.session.Background;
import undercurrent.training.Workers;

/** Trains five inference networks on a system whose limits are known, and shows them on the way. */
final class RaceDialog {
  private static final int TRAINED = 2000;
  private static final int TESTED = 400;
  private static final int EPOCHS = 25;
  private final Dialog<ButtonType> dialog;
  private final Button start = new Button(Words.of("race.start"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label said = new Label();
  private final FigurePane figure;
  private final Map<String, NetworkLane> lanes = new LinkedHashMap<>();
  private AtomicBoolean stopped = new AtomicBoolean();

  private RaceDialog(Lab lab, Window owner) {
    figure = new FigurePane(lab, Words.of("race.hint"), pane -> {});
    figure.setPrefSize(860, 520);
    start.setId("race-start");
    start.getStyleClass().add("accent");
    start.setOnAction(e -> start());
    bar.setVisible(false);
    said.setWrapText(true);
    said.setId("race-said");
    HBox controls = new HBox(12, start, bar, said);
    start.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    controls.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(figure, Priority.ALWAYS);
    VBox content = new VBox(10, controls, figure);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("race.title"), content);
    dialog.setOnHidden(e -> stopped.set(true));
  }

  /** Shows the dialog. */
  static RaceDialog show(Lab lab, Window owner) {
    RaceDialog shown = new RaceDialog(lab, owner);
    shown.dialog.show();
    return shown;
  }

  private void start() {
    start(TRAINED, TESTED, EPOCHS);
  }

  /** Starts it with so many series and epochs. */
  void start(int trained, int tested, int epochs) {
    AtomicBoolean stop = new AtomicBoolean();
    stopped = stop;
    lanes.clear();
    start.setDisable(true);
    bar.setVisible(true);
    var unused =
        Background.callAside(
                () -> {
                  NetworkRace race = new NetworkRace(trained, tested, epochs);
                  for (NetworkLane runner : NetworkRace.FIVE) {
                    race.run(runner, Workers.ALONE, lane -> tell(stop, lane, epochs));
                  }
                  return true;
                })
            .whenComplete((done, e) -> Platform.runLater(() -> ended(e)));
  }

  private void tell(AtomicBoolean stop, NetworkLane lane, int epochs) {
    if (stop.get()) throw new CancellationException();
    Platform.runLater(
        () -> {
          lanes.put(lane.name(), lane);
          double done = lanes.size() - 1 + (lane.epochs().length - 1.0) / epochs;
          bar.setProgress(done / NetworkRace.FIVE.size());
          figure.show(Figures.race(shown()));
        });
  }

  /** Those that have begun, and the limits of the others. */
  private List<NetworkLane> shown() {
    return NetworkRace.FIVE.stream().map(limit -> lanes.getOrDefault(limit.name(), limit)).toList();
  }

  private void ended(@Nullable Throwable e) {
    start.setDisable(false);
    bar.setVisible(false);
    said.setText(
        e == null ? Words.of("race.done") : String.valueOf(Background.cause(e).getMessage()));
  }

  /** How many networks have been trained to the end, or are being trained. */
  int begun() {
    return lanes.size();
  }

  /** Whether nothing is being trained. */
  boolean isIdle() {
    return !start.isDisabled();
  }

  /** Ends what is being trained, and closes the dialog. */
  void close() {
    dialog.close();
  }
}
