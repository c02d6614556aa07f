package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.experiment.Backtest;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figures;
import undercurrent.figure.ReportTable;
import undercurrent.inference.HorizonScore;
import undercurrent.series.NumberWords;
import undercurrent.training.Workers;

/** Asks for origins and horizon, and shows the errors of the forecasts from there. */
final class BacktestDialog {
  private static final double LEVEL = 0.9;
  private static final double TABLE = 220;
  private final Lab lab;
  private final Dialog<ButtonType> dialog;
  private final TextField origins = number("backtest-origins", "12");
  private final TextField horizon = number("backtest-horizon", "12");
  private final CheckBox refits = new CheckBox(Words.of("backtest.refits"));
  private final LongWork work = new LongWork("backtest", Words.of("backtest.start"), this::start);
  private final FigurePane figure;
  private final VBox table = new VBox();

  private BacktestDialog(Lab lab, Window owner) {
    this.lab = lab;
    figure = new FigurePane(lab, Words.of("backtest.hint"), pane -> {});
    figure.setPrefSize(680, 520);
    table.setId("backtest-table");
    refits.setSelected(true);
    refits.setId("backtest-refits");
    WrappingBar inputs = new WrappingBar();
    inputs
        .getChildren()
        .addAll(
            WideDialog.row(new Label(Words.of("backtest.origins")), origins),
            WideDialog.row(new Label(Words.of("backtest.horizon")), horizon),
            WideDialog.row(refits, work.startButton(), work.bar()));
    VBox.setVgrow(figure, Priority.ALWAYS);
    VBox content = new VBox(10, inputs, work.said(), figure, table);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("backtest.title"), content);
    dialog.setOnHidden(e -> work.stop());
  }

  private static TextField number(String id, String value) {
    TextField field = new TextField(value);
    field.setId(id);
    field.setPrefColumnCount(4);
    return field;
  }

  /** Shows the dialog for what is open; nothing when nothing is. */
  static Optional<BacktestDialog> show(Lab lab, Window owner) {
    if (lab.experiment().isEmpty()) return Optional.empty();
    BacktestDialog shown = new BacktestDialog(lab, owner);
    shown.dialog.show();
    return Optional.of(shown);
  }

  private void start() {
    Backtest backtest;
    try {
      backtest = chosen();
    } catch (IllegalArgumentException e) {
      work.say(String.valueOf(e.getMessage()));
      return;
    }
    work.begin(
        stopped ->
            backtest.run(
                Workers.ALONE,
                done -> {
                  if (stopped.getAsBoolean()) throw new CancellationException();
                  double share = (double) done / backtest.origins();
                  Platform.runLater(() -> work.progress(share));
                }),
        result -> result.ifPresent(r -> show(backtest, r)));
  }

  private Backtest chosen() {
    Experiment now = lab.experiment().orElseThrow();
    Experiment fresh =
        Experiment.of(
            lab.edits().shown().orElse(now.data()), lab.knobs().model(), lab.knobs().training());
    return new Backtest(
        fresh, whole(origins, "origins"), whole(horizon, "horizon"), 1, refits.isSelected(), LEVEL);
  }

  private static int whole(TextField field, String name) {
    try {
      return Integer.parseInt(field.getText().strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          Words.of("backtest.noNumber", name, field.getText().strip()), e);
    }
  }

  private void show(Backtest backtest, Backtest.Result result) {
    work.say(
        result.notes().isEmpty()
            ? Words.of("backtest.done", backtest.start().model().kind().card().name())
            : String.join(" ", result.notes()));
    List<HorizonScore> scores = result.scores();
    if (scores.isEmpty()) return;
    String channel = scores.getFirst().channel();
    figure.show(Figures.horizons(scores, channel));
    ReportTable rows = table(scores, channel);
    table.setMinHeight(TABLE);
    table.getChildren().setAll(TableNode.of(rows, pin -> {}));
  }

  /** Root mean squared errors of one channel, a row a step. */
  private static ReportTable table(List<HorizonScore> all, String channel) {
    List<HorizonScore> scores = all.stream().filter(s -> s.channel().equals(channel)).toList();
    List<String> methods = scores.stream().map(HorizonScore::method).distinct().toList();
    List<ReportTable.Row> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>();
    heading.add(Words.of("backtest.steps"));
    heading.addAll(methods);
    heading.add(Words.of("backtest.coverage"));
    rows.add(new ReportTable.Row(true, heading));
    for (int steps : scores.stream().map(HorizonScore::steps).distinct().toList()) {
      List<String> cells = new ArrayList<>();
      boolean isAll = steps == HorizonScore.ALL;
      cells.add(isAll ? Words.of("backtest.all") : Integer.toString(steps));
      double coverage = Double.NaN;
      for (HorizonScore score : scores) {
        if (score.steps() != steps) continue;
        cells.add(NumberWords.of(score.rmse()));
        if (score.method().equals(HorizonScore.MODEL)) coverage = score.coverage();
      }
      cells.add(
          Double.isNaN(coverage)
              ? NumberWords.DASH
              : NumberWords.format("%.0f %%", 100 * coverage));
      rows.add(new ReportTable.Row(false, cells));
    }
    return new ReportTable(Words.of("backtest.title"), rows);
  }
}
