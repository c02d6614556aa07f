package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptForecast;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.KeptScore;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Ghost;
import undercurrent.series.SeriesSet;

/**
 * Runs of several kinds on the same series: the forecasts of each kind in a figure of its own, with
 * one cursor and one stretch of time for all, and below a row for each kind with the mean and the
 * spread of its numbers over the seeds.
 */
final class KindsView extends VBox {
  private static final double GAP = 10;
  private static final double WIDTH = 430;
  private static final double HEIGHT = 250;
  private static final double LARGER = 1.9;
  private static final double LEAST = 280;
  private static final double ROOM = 110;
  private final Lab lab;
  private final TilePane figures = new TilePane(GAP, GAP);
  private final KindsPreview preview = new KindsPreview();
  private final ScrollPane scroll = new ScrollPane(figures);
  private final GridPane table = new GridPane(16, 4);
  private final Map<String, FigurePane> panes = new LinkedHashMap<>();
  private final Label hint = new Label(Words.of("kinds.hint"));
  private final Following following = new Following();
  private Experiment of;
  private int channel;
  private List<KeptRun> shown = List.of();

  /** The only figure that is shown, if one is enlarged. */
  private Optional<FigurePane> enlarged = Optional.empty();

  /**
   * Empty.
   *
   * @param opened has the data of the runs
   */
  KindsView(Lab lab, Experiment opened) {
    super(GAP);
    this.lab = lab;
    of = opened;
    figures.setId("kinds-figures");
    figures.setPrefColumns(2);
    table.setId("kinds-table");
    scroll.setFitToWidth(true);
    scroll.setMinHeight(LEAST);
    scroll.setPrefViewportWidth(2 * WIDTH + 3 * GAP);
    scroll.getStyleClass().add("edge-to-edge");
    setVgrow(scroll, Priority.ALWAYS);
    ScrollPane rows = new ScrollPane(table);
    rows.getStyleClass().add("edge-to-edge");
    rows.setMinHeight(ROOM);
    rows.setPrefViewportHeight(ROOM);
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setPrefWidth(2 * WIDTH);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.managedProperty().bind(hint.visibleProperty());
    getChildren().addAll(hint, scroll, rows);
    channel = lab.selection().channelProperty().get();
    following.follow(lab.preferences().zoomProperty(), now -> arrange());
    following.follow(lab.selection().channelProperty(), now -> look());
  }

  /** What will be trained, which is shown until something is. */
  void offer(List<Recipe> recipes) {
    preview.show(recipes);
  }

  /** The channel that is watched counts as long as the data of the runs are open. */
  private void look() {
    if (!isOpen()) return;
    show(of, shown);
  }

  private boolean isOpen() {
    return lab.compared().isOpen(of.revision().original());
  }

  /**
   * Shows runs; those of one kind belong together.
   *
   * @param experiment that has their data, also when something else is open now
   */
  void show(Experiment experiment, List<KeptRun> runs) {
    of = experiment;
    if (isOpen()) channel = lab.selection().channelProperty().get();
    shown = runs;
    Map<String, List<KeptRun>> kinds = new LinkedHashMap<>();
    for (KeptRun run : runs) {
      kinds.computeIfAbsent(run.model().kind().id(), id -> new ArrayList<>()).add(run);
    }
    panes.keySet().removeIf(id -> !kinds.containsKey(id));
    kinds.forEach((id, of) -> draw(panes.computeIfAbsent(id, k -> pane()), of));
    if (enlarged.filter(panes::containsValue).isEmpty()) enlarged = Optional.empty();
    arrange();
    fill(kinds);
  }

  private void arrange() {
    double zoom = lab.preferences().zoomProperty().get() * (enlarged.isPresent() ? LARGER : 1);
    List<Node> all =
        new ArrayList<>(enlarged.map(List::of).orElseGet(() -> List.copyOf(panes.values())));
    panes.values().forEach(pane -> pane.setPrefSize(WIDTH * zoom, HEIGHT * zoom));
    figures.getChildren().setAll(all);
    hint.setVisible(all.isEmpty());
    scroll.setContent(all.isEmpty() ? preview : figures);
  }

  private void enlarge(FigurePane pane) {
    enlarged = enlarged.isPresent() ? Optional.empty() : Optional.of(pane);
    arrange();
  }

  private FigurePane pane() {
    FigurePane pane = new FigurePane(lab, "", this::enlarge);
    pane.onStretch(
        range -> panes.values().stream().filter(o -> o != pane).forEach(o -> o.stretch(range)));
    return pane;
  }

  /** The forecast of the first seed with its band, and the medians of the others. */
  private void draw(FigurePane pane, List<KeptRun> runs) {
    SeriesSet set = of.data();
    String name = runs.getFirst().model().kind().card().name();
    List<KeptForecast> forecasts = runs.stream().flatMap(r -> r.forecast().stream()).toList();
    if (forecasts.isEmpty() || set.observedIndex(channel).isEmpty() || set.frame().isPresent()) {
      pane.say(name, Words.of("kinds.noForecast"));
      return;
    }
    KeptForecast first = forecasts.getFirst();
    int column = set.observedIndex(channel).getAsInt();
    List<Ghost> others = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      String seed = Words.of("kinds.seed", Long.toString(runs.get(i).training().seed()));
      int place = i - 1;
      runs.get(i)
          .forecast()
          .ifPresent(f -> others.add(new Ghost(seed, place, f.times(), column(f, column))));
    }
    Figure figure = Figures.observed(set, first.series(), channel, List.of(first.estimate()));
    Figure named = figure.titled(name, name + ". " + figure.summary());
    pane.show(Figures.withGhosts(named, others));
  }

  private static double[] column(KeptForecast forecast, int column) {
    double[] values = new double[forecast.median().length];
    for (int i = 0; i < values.length; i++) values[i] = forecast.median()[i][column];
    return values;
  }

  private void fill(Map<String, List<KeptRun>> kinds) {
    table.getChildren().clear();
    if (kinds.isEmpty()) return;
    List<String> headings =
        Stream.of(
                "sweep.kind",
                "sweep.seeds",
                "kinds.criterion",
                "pinned.best",
                "pinned.predicted",
                "pinned.ahead",
                "pinned.crps",
                "kinds.time")
            .map(Words::of)
            .toList();
    row(0, headings, true);
    int row = 1;
    for (List<KeptRun> runs : kinds.values()) row(row++, cells(runs), false);
  }

  private List<String> cells(List<KeptRun> runs) {
    return List.of(
        runs.getFirst().model().kind().card().name(),
        Integer.toString(runs.size()),
        RunWords.criterion(runs.getFirst().curve().criterion()),
        over(runs, r -> r.curve().best()),
        over(runs, r -> score(r, "predicted", KeptScore::rmse)),
        over(runs, r -> score(r, "forecast", KeptScore::rmse)),
        over(runs, r -> score(r, "forecast", KeptScore::crps)),
        over(runs, KeptRun::seconds));
  }

  private double score(KeptRun run, String name, ToDoubleFunction<KeptScore> number) {
    String called = of.data().channels().get(channel).name();
    return run.score(name, called).map(s -> number.applyAsDouble(s)).orElse(Double.NaN);
  }

  private static String over(List<KeptRun> runs, ToDoubleFunction<KeptRun> of) {
    return MeanSpread.of(runs.stream().mapToDouble(of).toArray()).words();
  }

  private void row(int row, List<String> cells, boolean isHeading) {
    for (int c = 0; c < cells.size(); c++) {
      Label label = new Label(cells.get(c));
      label.setMinWidth(Region.USE_PREF_SIZE);
      if (isHeading) label.getStyleClass().add("caption");
      boolean isNumber = c == 1 || c > 2;
      GridPane.setHalignment(label, isNumber ? HPos.RIGHT : HPos.LEFT);
      table.add(label, c, row);
    }
  }
}
