package undercurrent.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.experiment.NetworkRace;
import undercurrent.figure.Figures;
import undercurrent.inference.NetworkLane;
import undercurrent.training.Workers;

/** Trains five inference networks on a system whose limits are known, and shows them on the way. */
final class RaceDialog {
  private static final int TRAINED = 2000;
  private static final int TESTED = 400;
  private static final int EPOCHS = 25;
  private final Dialog<ButtonType> dialog;
  private final LongWork work = new LongWork("race", Words.of("race.start"), this::start);
  private final FigurePane figure;
  private final Map<String, NetworkLane> lanes = new LinkedHashMap<>();

  private RaceDialog(Lab lab, Window owner) {
    figure = new FigurePane(lab, Words.of("race.hint"), pane -> {});
    figure.setPrefSize(860, 520);
    HBox controls = WideDialog.row(work.startButton(), work.bar(), work.said());
    HBox.setHgrow(work.said(), Priority.ALWAYS);
    VBox.setVgrow(figure, Priority.ALWAYS);
    VBox content = new VBox(10, controls, figure);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("race.title"), content);
    dialog.setOnHidden(e -> work.stop());
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
    lanes.clear();
    work.begin(
        stopped -> {
          NetworkRace race = new NetworkRace(trained, tested, epochs);
          for (NetworkLane runner : NetworkRace.FIVE) {
            race.run(runner, Workers.ALONE, lane -> tell(stopped, lane, epochs));
          }
          return Words.of("race.done");
        },
        done -> done.ifPresent(work::say));
  }

  private void tell(BooleanSupplier stopped, NetworkLane lane, int epochs) {
    if (stopped.getAsBoolean()) throw new CancellationException();
    Platform.runLater(
        () -> {
          lanes.put(lane.name(), lane);
          double done = lanes.size() - 1 + (lane.epochs().length - 1.0) / epochs;
          work.progress(done / NetworkRace.FIVE.size());
          figure.show(Figures.race(shown()));
        });
  }

  /** Those that have begun, and the limits of the others. */
  private List<NetworkLane> shown() {
    return NetworkRace.FIVE.stream().map(limit -> lanes.getOrDefault(limit.name(), limit)).toList();
  }

  /** How many networks have been trained to the end, or are being trained. */
  int begun() {
    return lanes.size();
  }

  /** Whether nothing is being trained. */
  boolean isIdle() {
    return work.isIdle();
  }

  /** Ends what is being trained, and closes the dialog. */
  void close() {
    dialog.close();
  }
}
