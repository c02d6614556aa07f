package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.ExactComparison;
import undercurrent.experiment.Experiment;
import undercurrent.figure.CursorValues;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Retouched;
import undercurrent.inference.Estimate;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.session.Snapshot.State;
import undercurrent.session.Viewpoint;
import undercurrent.training.Curve;
import undercurrent.training.Moment;

/**
 * The four figures of the window: what was observed, the phase plane or map, ELBO, latent state.
 */
final class WindowFigures {
  private final Lab lab;
  private final FigureArrangement places;
  private final FigurePane observed;
  private final FigurePane plane;
  private final FigurePane curve;
  private final FigurePane latent;
  private final FigureControls controls;
  private final FirstHint hint;
  private final FilmFigurePanes films;
  private final CardDrawing drawing;
  private final CurvePacing curves = new CurvePacing();
  private Optional<Beliefs> shownBeliefs = Optional.empty();
  private List<FigureCard> shownCards = List.of();

  WindowFigures(Lab lab) {
    this.lab = lab;
    hint = new FirstHint(lab);
    places = new FigureArrangement(lab);
    observed = places.observed();
    plane = places.plane();
    curve = places.curve();
    latent = places.latent();
    controls = new FigureControls(lab, places, this::redraw);
    films =
        new FilmFigurePanes(
            lab, this::redrawStrip, () -> controls.observations().choose("observed"));
    drawing = new CardDrawing(lab, films);
    lab.beside().fittedProperty().addListener((o, before, now) -> redraw());
    lab.snapshotProperty().addListener((o, before, now) -> update(now));
    lab.openedProperty().addListener((o, before, now) -> opened(now));
    lab.compared().comparisonsProperty().addListener((o, before, now) -> redraw());
    lab.edits().revisionProperty().addListener((o, before, now) -> edited());
    lab.selection().channelProperty().addListener((o, before, now) -> redraw());
    lab.replay().beliefsProperty().addListener((o, before, now) -> replayed());
    lab.selection()
        .seriesProperty()
        .addListener(
            (o, before, now) -> {
              places.showAllTimes();
              showSeries();
            });
  }

  /** Where the figures stand. */
  FigureArrangement places() {
    return places;
  }

  /** What is chosen in their headers. */
  FigureControls controls() {
    return controls;
  }

  /** The arithmetic of a row, which may stand in the place of the training curve. */
  ArithmeticPane arithmetic() {
    return drawing.arithmetic();
  }

  /** The hint of the first screen. */
  FirstHint hint() {
    return hint;
  }

  /**
   * Shows the line of the cursor at a moment, with the hint that it can be dragged.
   *
   * @param moment in the unit of the time axis
   */
  void point(double moment) {
    lab.cursor().offer(moment);
    observed.hint(hint);
    hint.offer();
  }

  private void opened(@Nullable Experiment experiment) {
    controls.opened(experiment);
    curves.forget();
    shownBeliefs = Optional.empty();
    places.showAllTimes();
    plane.give(true);
    places.panes().forEach(drawing::forget);
    plane.clear();
    curve.clear();
    latent.clear();
    showSeries();
  }

  /** The data are changed by hand: they are shown at once, their estimates when they come. */
  private void edited() {
    Experiment experiment = lab.openedProperty().get();
    Snapshot now = lab.snapshotProperty().get();
    if (experiment == null) return;
    if (now == null || shownBeliefs.isEmpty()) showSeries();
    else
      show(
          experiment,
          results(experiment, now.curve(), shownBeliefs.get()),
          controls.curves().getValue());
  }

  /** Before anything is estimated: the series as it was read. */
  private void showSeries() {
    Experiment experiment = lab.openedProperty().get();
    if (experiment == null || shownBeliefs.isPresent()) return;
    SeriesSet set = lab.edits().shown().orElse(experiment.data());
    int series = lab.selection().seriesProperty().get();
    if (set.frame().isPresent()) {
      showFilm(Results.NONE.and(ResultKey.SET, set).and(ResultKey.SERIES, series));
      return;
    }
    int channel = lab.selection().channelProperty().get();
    Optional<Retouched> edits =
        lab.edits().original().map(read -> new Retouched(read, Optional.empty()));
    Supplier<Figure> read =
        () ->
            Roll.isIn(set)
                ? Figures.roll(set, series, "roll", List.of())
                : Figures.observed(set, series, channel, List.of(), List.of(), edits);
    Results data = Results.NONE.and(ResultKey.SET, set).and(ResultKey.SERIES, series);
    drawing.showSeries(observed, data, read);
    if (controls.isMap(set)) {
      plane.show(() -> Figures.map(set, series, List.of()));
    }
  }

  /** A film that nothing is estimated of yet: its frames. */
  private void showFilm(Results data) {
    showPossible(observed, controls.observations(), data);
    showPossible(plane, controls.frames(), data);
  }

  private void showPossible(FigurePane pane, FigureChoice choice, Results data) {
    Optional<FigureCard> card = Optional.ofNullable(choice.getValue());
    drawing.show(pane, card.filter(c -> c.isPossible(data)), withCursor(data));
  }

  private Results withCursor(Results results) {
    OptionalDouble cursor = lab.cursorProperty().get();
    return cursor.isPresent() ? results.and(ResultKey.CURSOR, cursor.getAsDouble()) : results;
  }

  /** The strip of a film shows what is around the cursor. */
  private void redrawStrip() {
    Experiment experiment = lab.openedProperty().get();
    FigureCard card = controls.observations().getValue();
    if (experiment == null || card == null || !card.id().equals("film")) return;
    Snapshot now = lab.snapshotProperty().get();
    if (now != null && shownBeliefs.isPresent()) {
      drawing.show(
          observed, Optional.of(card), results(experiment, now.curve(), shownBeliefs.get()));
    } else {
      showSeries();
    }
  }

  private void redraw() {
    curves.forget();
    shownBeliefs = Optional.empty();
    showSeries();
    update(lab.snapshotProperty().get());
  }

  /** An earlier epoch is shown, or no longer. */
  private void replayed() {
    OptionalInt epoch = lab.replay().epoch();
    places.panes().forEach(pane -> pane.epoch(epoch));
    update(lab.snapshotProperty().get());
  }

  /** The kept epochs lie along the axis of a training curve, and of nothing else. */
  private void showEpochs(FigureCard chosen) {
    if (curve.figure().isEmpty()) return;
    List<Integer> epochs =
        chosen.isCurve() ? lab.replay().history().stream().map(Moment::epoch).toList() : List.of();
    curve.epochs().show(epochs, lab.replay().epoch());
    controls.offerReplay();
  }

  private void update(@Nullable Snapshot snapshot) {
    Experiment experiment = lab.openedProperty().get();
    if (snapshot == null || experiment == null) return;
    Curve points = snapshot.curve();
    FigureCard chosen = controls.curves().getValue();
    boolean runs = snapshot.state() == State.RUNNING;
    if (chosen.isCurve() && curves.isDue(points, runs)) {
      drawing.showCurve(curve, () -> chosen.figure(Results.NONE.and(ResultKey.CURVE, points)));
    }
    showEpochs(chosen);
    places.panes().forEach(pane -> pane.holdRanges(runs || lab.replay().isPlaying()));
    Optional<Beliefs> beliefs =
        lab.replay()
            .beliefsProperty()
            .get()
            .or(snapshot::beliefs)
            .filter(b -> b.watch().series() == lab.selection().seriesProperty().get());
    if (beliefs.isPresent() && !beliefs.equals(shownBeliefs)) {
      shownBeliefs = beliefs;
      show(experiment, results(experiment, points, beliefs.get()), chosen);
    }
  }

  /** What figures are drawn from while this is watched. */
  private Results results(Experiment experiment, Curve points, Beliefs beliefs) {
    List<Estimate> exact =
        lab.beside().fittedProperty().get().map(b -> beside(b, beliefs)).orElse(List.of());
    return withCursor(
        ShownResults.of(
            lab.edits().revisionProperty().get().orElse(experiment.revision()),
            lab.selection().channelProperty().get(),
            points,
            beliefs,
            lab.edits().isAhead() ? List.of() : exact));
  }

  private void show(Experiment experiment, Results results, FigureCard chosen) {
    List<FigureCard> cards = experiment.model().figures();
    Optional<FigureCard> ofObserved =
        Optional.ofNullable(controls.observations().getValue())
            .or(() -> CardLists.possible(cards, Place.OBSERVED, results).findFirst());
    Optional<FigureCard> inPlane = plane(cards, experiment.data(), results);
    shownCards =
        Stream.of(ofObserved, inPlane, Optional.of(chosen), CardLists.first(cards, Place.LATENT))
            .flatMap(Optional::stream)
            .toList();
    drawing.show(observed, ofObserved, results);
    drawing.show(latent, CardLists.first(cards, Place.LATENT), results);
    boolean isIdle = inPlane.filter(c -> CardLists.saysNothing(c, results)).isPresent();
    plane.give(!isIdle);
    if (!isIdle) drawing.show(plane, inPlane, results);
    if (!chosen.isCurve()) drawing.show(curve, Optional.of(chosen), results);
  }

  /** The first figure of the plane, or where a map is wanted, the last that these data have. */
  private Optional<FigureCard> plane(List<FigureCard> cards, SeriesSet set, Results results) {
    if (set.frame().isPresent()) return Optional.ofNullable(controls.frames().getValue());
    Stream<FigureCard> possible = CardLists.possible(cards, Place.PLANE, results);
    return controls.isMap(set) ? possible.reduce((before, after) -> after) : possible.findFirst();
  }

  private static List<Estimate> beside(ExactComparison exact, Beliefs beliefs) {
    Viewpoint watch = beliefs.watch();
    return exact.estimates(watch.series(), watch.seen(), watch.horizon());
  }

  /** What figures of what is watched are drawn from. */
  Results shownResults() {
    Snapshot now = lab.snapshotProperty().get();
    if (now == null) throw new IllegalStateException("Nothing has been estimated yet.");
    return results(lab.experiment().orElseThrow(), now.curve(), now.beliefs().orElseThrow());
  }

  /** A figure of what is watched, by its name. */
  Figure figure(String id) {
    Results results = shownResults();
    return lab.experiment().orElseThrow().model().figures().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow()
        .figure(results);
  }

  /** The figures on the screen, for export. */
  List<Figure> figures() {
    return places.panes().flatMap(card -> card.figure().stream()).toList();
  }

  /** The figures of films, and their player. */
  FilmFigurePanes films() {
    return films;
  }

  /** What the figures on the screen are made by. */
  List<FigureCard> cards() {
    return shownCards;
  }

  /** Moves the cursor along the points of what was observed. */
  void moveCursor(int by) {
    observed
        .figure()
        .map(figure -> CursorValues.move(figure, lab.cursorProperty().get(), by))
        .filter(OptionalDouble::isPresent)
        .ifPresent(lab.cursor()::rest);
  }
}
