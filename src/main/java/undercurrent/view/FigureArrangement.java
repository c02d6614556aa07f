package undercurrent.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.text.Language;

/**
 * The places of the four figures of the window: all, those that are chosen, one that fills the
 * room, or one below a row of tabs where there is no room for all.
 */
final class FigureArrangement extends StackPane {
  private static final double GAP = 10;
  private static final Insets AROUND = new Insets(10, 12, 12, 12);
  private static final double UPPER_SHARE = 0.66;
  private static final double LOWER_SHARE = 0.5;

  /** What four figures need at the usual size of letters, in pixels. */
  private static final double LEAST_WIDTH = 820;

  private static final double LEAST_HEIGHT = 490;
  private static final double LEAST_HEIGHT_ALONE = 250;
  private final Lab lab;
  private final FigurePane observed;
  private final FigurePane plane;
  private final FigurePane curve;
  private final FigurePane latent;
  private final VBox rows = new VBox(GAP);
  private final ObservableList<FigurePane> chosen = FXCollections.observableArrayList();
  private final HBox tabs = new HBox();

  /** Scrolls one figure that has too little room even alone. */
  private final ScrollPane scroll = new ScrollPane();

  private FigurePane tabbed;
  private boolean narrow;
  private boolean presented;
  private @Nullable FigurePane enlarged;

  FigureArrangement(Lab lab) {
    this.lab = lab;
    setId("figures");
    observed = new FigurePane(lab, Words.of("hint.observed"), this::toggle);
    plane = new FigurePane(lab, Words.of("hint.phase"), this::toggle);
    curve = new FigurePane(lab, Words.of("hint.curve"), this::toggle);
    latent = new FigurePane(lab, Words.of("hint.latent"), this::toggle);
    panes()
        .forEach(
            pane ->
                pane.onStretch(
                    range ->
                        panes().filter(other -> other != pane).forEach(o -> o.stretch(range))));
    rows.getStyleClass().add("figures");
    chosen.setAll(panes().toList());
    tabbed = observed;
    tabs();
    arrange();
    chosen.addListener((ListChangeListener<FigurePane>) change -> arrange());
    widthProperty().addListener((o, before, now) -> reflow());
    heightProperty().addListener((o, before, now) -> reflow());
    lab.preferences().zoomProperty().addListener((o, before, now) -> reflow());
  }

  FigurePane observed() {
    return observed;
  }

  FigurePane plane() {
    return plane;
  }

  FigurePane curve() {
    return curve;
  }

  FigurePane latent() {
    return latent;
  }

  /** All four, in the order of the window. */
  Stream<FigurePane> panes() {
    return Stream.of(observed, plane, curve, latent);
  }

  /** A figure of the screen in the language of a file; what cannot be made again as it is. */
  Figure in(Language language, Figure shown) {
    return panes()
        .filter(pane -> pane.figure().filter(f -> f.id().equals(shown.id())).isPresent())
        .flatMap(pane -> pane.figure(language).stream())
        .findFirst()
        .orElse(shown);
  }

  /** The same of a film. */
  MovingFigure in(Language language, MovingFigure shown) {
    return panes().flatMap(pane -> pane.film(language).stream()).findFirst().orElse(shown);
  }

  /** Above what was observed and the plane, below the curves and the latent state. */
  private void arrange() {
    enlarged = null;
    List<FigurePane> shown =
        showsTabs()
            ? List.of(tabbed.isManaged() ? tabbed : observed)
            : panes().filter(chosen::contains).toList();
    panes().forEach(pane -> pane.alone(shown.size() == 1));
    rows.getChildren()
        .setAll(
            switch (shown.size()) {
              case 4 -> List.of(row(observed, UPPER_SHARE, plane), row(curve, LOWER_SHARE, latent));
              case 3 -> List.of(row(shown.get(0)), row(shown.get(1), LOWER_SHARE, shown.get(2)));
              default -> shown.stream().map(this::row).toList();
            });
    if (showsTabs()) rows.getChildren().addFirst(tabs);
    leastHeight();
    scroll.setContent(showsTabs() ? rows : null);
    getChildren().setAll(showsTabs() ? scroll : rows);
  }

  private boolean showsTabs() {
    return narrow && !presented && chosen.size() == panes().count();
  }

  private void leastHeight() {
    rows.setMinHeight(
        showsTabs() ? LEAST_HEIGHT_ALONE * lab.preferences().zoomProperty().get() : 0);
  }

  /** Where there is no room for four figures, one is shown, and a row of buttons chooses it. */
  private void tabs() {
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("edge-to-edge", "figure-scroll");
    tabs.setId("figure-tabs");
    tabs.getStyleClass().add("figure-tabs");
    ToggleGroup group = new ToggleGroup();
    choices()
        .forEach(
            (words, pane) -> {
              ToggleButton tab = new ToggleButton(Words.of(words));
              tab.getStyleClass().add("small");
              tab.setFocusTraversable(false);
              tab.setToggleGroup(group);
              tab.setSelected(pane == tabbed);
              tab.disableProperty().bind(pane.managedProperty().not());
              tab.setOnAction(
                  e -> {
                    tab.setSelected(true);
                    tabbed = pane;
                    arrange();
                  });
              tabs.getChildren().add(tab);
            });
  }

  /** Shows a figure where there is room for one alone. */
  void bringForward(FigurePane pane) {
    int place = List.copyOf(choices().values()).indexOf(pane);
    ((ToggleButton) tabs.getChildren().get(place)).setSelected(true);
    tabbed = pane;
    arrange();
  }

  private void reflow() {
    if (getWidth() <= 0) return;
    double zoom = lab.preferences().zoomProperty().get();
    boolean now = getWidth() < LEAST_WIDTH * zoom || getHeight() < LEAST_HEIGHT * zoom;
    if (now == narrow) {
      leastHeight();
      return;
    }
    narrow = now;
    // The layout pass that noticed it is still running and must end first.
    Platform.runLater(this::arrange);
  }

  /** Shows all of the time again, as of another series. */
  void showAllTimes() {
    panes().forEach(pane -> pane.stretch(Optional.empty()));
  }

  /** In a presentation all that are chosen are shown, and words stand beside their lines. */
  void present(boolean isPresented) {
    presented = isPresented;
    panes().forEach(pane -> pane.present(isPresented));
    arrange();
  }

  /** Which of the figures are shown; all but in a presentation. */
  ObservableList<FigurePane> chosen() {
    return chosen;
  }

  /** All four by the keys of their words, in the order of the window. */
  Map<String, FigurePane> choices() {
    Map<String, FigurePane> choices = new LinkedHashMap<>();
    choices.put("presentation.observed", observed);
    choices.put("presentation.plane", plane);
    choices.put("presentation.curve", curve);
    choices.put("presentation.latent", latent);
    return choices;
  }

  private HBox row(FigurePane alone) {
    HBox row = row(new HBox(alone));
    alone.prefWidthProperty().bind(row.widthProperty());
    return row;
  }

  private HBox row(FigurePane left, double share, FigurePane right) {
    HBox row = row(new HBox(GAP, left, right));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.prefWidthProperty().bind(row.widthProperty().subtract(GAP).multiply(share));
    right.prefWidthProperty().bind(row.widthProperty().subtract(GAP).multiply(1 - share));
    return row;
  }

  /** One that takes its share of the height, whatever is in it. */
  private static HBox row(HBox row) {
    row.setMinHeight(0);
    row.setPrefHeight(0);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  /** Makes one figure fill the room, or brings the others back. */
  private void toggle(FigurePane card) {
    if (enlarged != null) {
      restore();
      return;
    }
    enlarged = card;
    card.prefWidthProperty().unbind();
    StackPane.setMargin(card, AROUND);
    getChildren().setAll(card);
  }

  /** Makes what was observed fill the room. */
  void enlargeObserved() {
    if (enlarged == null) toggle(observed);
  }

  /** Shows all figures; true when one was enlarged. */
  boolean restore() {
    if (enlarged == null) return false;
    arrange();
    return true;
  }
}
