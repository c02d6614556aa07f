package undercurrent.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.experiment.ExactComparison;
import undercurrent.experiment.Experiment;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard.Place;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;
import undercurrent.session.Player;

/** The controls in the headers of the figures: what is drawn there, and how it is played. */
final class FigureControls {
  private final Lab lab;
  private final FigureChoice curves;
  private final FigureChoice observations;
  private final FigureChoice frames;
  private final ToggleButton map = new ToggleButton(Words.of("figure.map"));
  private final ToggleButton phase = new ToggleButton(Words.of("figure.phase"));
  private final SegmentedButton mapOrPhase = new SegmentedButton(map, phase);
  private final ToggleButton beside = new ToggleButton(Words.of("figure.beside"));
  private final Button replay = new IconButton(new FontIcon(Material2MZ.SLOW_MOTION_VIDEO));
  private final PlayButton music;
  private final DataTouching touching;
  private final EditBar editBar;
  private final ToggleButton edit = new ToggleButton(null, new FontIcon(Material2AL.EDIT));

  /**
   * With the figures of the usual model.
   *
   * @param chosen is called when something else is to be drawn
   */
  FigureControls(Lab lab, FigureArrangement places, Runnable chosen) {
    this.lab = lab;
    curves = new FigureChoice("curves", Words.of("figure.which"), chosen);
    observations = new FigureChoice("observations", Words.of("figure.whichObserved"), chosen);
    frames = new FigureChoice("frames", Words.of("figure.whichFrames"), chosen);
    touching = new DataTouching(lab);
    editBar = new EditBar(lab, touching, () -> DrawDialog.show(lab, places.getScene().getWindow()));
    music = new PlayButton(lab, places.observed()::figure, new Player());
    ofCurve(places);
    ofPlane(places.plane(), chosen);
    ofObserved(places.observed());
    ofEdits(places.observed());
  }

  /** The button that shows the tools for changing the data. */
  private void ofEdits(FigurePane pane) {
    edit.setId("edit-data");
    edit.getStyleClass().addAll("flat", "button-icon", "small");
    edit.setFocusTraversable(false);
    edit.managedProperty().bind(edit.visibleProperty());
    Tips.put(edit, "edit.tip");
    pane.add(edit);
    pane.touch(touching);
    editBar.visibleProperty().bind(edit.selectedProperty().and(edit.visibleProperty()));
  }

  /** The tools for changing the data; hidden until they are asked for. */
  EditBar editBar() {
    return editBar;
  }

  private void ofCurve(FigureArrangement places) {
    FigurePane pane = places.curve();
    curves.offer(CardLists.curves(Catalogue.standard().usual()));
    pane.add(curves);
    replay.setId("replay");
    replay.setDisable(true);
    replay.setOnAction(e -> lab.replay().playOrStop());
    Tips.put(replay, "replay.tip");
    pane.add(replay);
    Button race = new Button(Words.of("race.button"));
    race.setId("race");
    race.getStyleClass().addAll("small", "dense");
    race.setFocusTraversable(false);
    race.setOnAction(e -> RaceDialog.show(lab, places.getScene().getWindow()));
    race.setVisible(false);
    race.managedProperty().bind(race.visibleProperty());
    curves
        .valueProperty()
        .addListener((o, before, now) -> race.setVisible(now != null && now.id().equals("limits")));
    Tips.put(race, "race.tip");
    pane.add(race);
  }

  private void ofPlane(FigurePane pane, Runnable chosen) {
    mapOrPhase.getStyleClass().add("small");
    map.setSelected(true);
    map.setFocusTraversable(false);
    phase.setFocusTraversable(false);
    mapOrPhase.setVisible(false);
    mapOrPhase.managedProperty().bind(mapOrPhase.visibleProperty());
    map.selectedProperty().addListener((o, before, now) -> chosen.run());
    pane.add(mapOrPhase);
    frames.setVisible(false);
    frames.managedProperty().bind(frames.visibleProperty());
    pane.add(frames);
  }

  private void ofObserved(FigurePane pane) {
    beside.setId("beside");
    beside.getStyleClass().addAll("dense", "small");
    beside.setFocusTraversable(false);
    Tips.put(beside, Words.of("figure.besideTip"), Tips.USUAL);
    beside.selectedProperty().bindBidirectional(lab.beside().wantedProperty());
    beside.managedProperty().bind(beside.visibleProperty());
    pane.add(beside);
    observations.setVisible(false);
    observations.managedProperty().bind(observations.visibleProperty());
    pane.add(observations);
    music.setVisible(false);
    pane.add(music);
  }

  /** Offers what can be drawn of the data that are open. */
  void opened(@Nullable Experiment experiment) {
    boolean isFilm = experiment != null && experiment.data().frame().isPresent();
    mapOrPhase.setVisible(experiment != null && experiment.data().isTrack());
    frames.setVisible(isFilm);
    beside.setVisible(experiment != null && ExactComparison.isPossible(experiment));
    if (experiment == null) return;
    curves.offer(CardLists.of(experiment, Place.CURVE));
    boolean roll = Roll.isIn(experiment.data());
    edit.setVisible(!roll && !isFilm);
    observations.setVisible(roll || isFilm);
    music.setVisible(roll && Roll.isMusic(experiment.data()));
    observations.offer(isFilm || roll ? CardLists.of(experiment, Place.OBSERVED) : List.of());
    frames.offer(isFilm ? CardLists.of(experiment, Place.PLANE) : List.of());
  }

  /** The training may have more earlier epochs than before, or none. */
  void offerReplay() {
    replay.setDisable(!lab.replay().isPossible());
  }

  /** What stands in the place of the training curve. */
  FigureChoice curves() {
    return curves;
  }

  /** What stands in the place of what was observed, of a roll. */
  FigureChoice observations() {
    return observations;
  }

  /** What stands in the plane, of a film: frames with an estimate beside them, or the phase. */
  FigureChoice frames() {
    return frames;
  }

  /** Whether a map is wanted in the place of the phase plane. */
  boolean isMap(SeriesSet set) {
    return set.isTrack() && map.isSelected();
  }
}
