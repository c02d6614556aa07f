package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Backtest;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figures;
import undercurrent.figure.ReportTable;
import undercurrent.inference.HorizonScore;
import undercurrent.series.NumberWords;
import undercurrent.session.Background;
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
  private final Button start = new Button(Words.of("backtest.start"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label said = new Label();
  private final FigurePane figure;
  private final VBox table = new VBox();
  private AtomicBoolean stopped = new AtomicBoolean();

  private BacktestDialog(Lab lab, Window owner) {
    this.lab = lab;
    figure = new FigurePane(lab, Words.of("backtest.hint"), pane -> {});
    figure.setPrefSize(680, 520);
    table.setId("backtest-table");
    refits.setSelected(true);
    refits.setId("backtest-refits");
    start.setId("backtest-start");
    start.getStyleClass().add("accent");
    start.setOnAction(e -> start());
    bar.setVisible(false);
    said.setWrapText(true);
    said.setId("backtest-said");
    WrappingBar inputs = new WrappingBar();
    inputs
        .getChildren()
        .addAll(
            row(new Label(Words.of("backtest.origins")), origins),
            row(new Label(Words.of("backtest.horizon")), horizon),
            row(refits, start, bar));
    VBox.setVgrow(figure, Priority.ALWAYS);
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    VBox content = new VBox(10, inputs, said, figure, table);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("backtest.title"), content);
    dialog.setOnHidden(e -> stopped.set(true));
  }

  private static HBox row(Node... controls) {
    HBox row = new HBox(8, controls);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
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
      said.setText(String.valueOf(e.getMessage()));
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    stopped = stop;
    start.setDisable(true);
    bar.setVisible(true);
    bar.setProgress(0);
    var unused =
        Background.callAside(
                () ->
                    backtest.run(
                        Workers.ALONE,
                        done -> {
                          if (stop.get()) throw new CancellationException();
                          double share = (double) done / backtest.origins();
                          Platform.runLater(() -> bar.setProgress(share));
                        }))
            .whenComplete((result, e) -> Platform.runLater(() -> ended(backtest, result, e)));
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

  private void ended(Backtest backtest, Backtest.@Nullable Result result, @Nullable Throwable e) {
    start.setDisable(false);
    bar.setVisible(false);
    if (result == null) {
      String reason = e == null ? "" : String.valueOf(Background.cause(e).getMessage());
      said.setText(reason);
      return;
    }
    said.setText(
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
