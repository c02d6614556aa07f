package undercurrent.view;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.Range;
import undercurrent.text.Language;
import undercurrent.view.chart.DataTouch;
import undercurrent.view.chart.EpochStrip;
import undercurrent.view.chart.FigureChart;

/** A figure on the screen with its buttons; empty, it says what will come. */
final class FigurePane extends StackPane {
  private final Lab lab;
  private final Label hint = new Label();
  private final HBox buttons = new HBox(2);
  private final Following following = new Following();

  /** Made with the first figure: the window is there before. */
  private @Nullable FigureChart chart;

  private @Nullable EpochStrip epochs;
  private boolean alone;

  /** What a node draws in the place of the chart. */
  private Optional<Figure> drawn = Optional.empty();

  /** Makes what is shown again, in the language of a file. */
  private Optional<Supplier<Figure>> again = Optional.empty();

  private Optional<Supplier<MovingFigure>> film = Optional.empty();
  private Optional<DataTouch> touch = Optional.empty();
  private boolean presented;
  private Optional<Range> stretch = Optional.empty();
  private Consumer<Optional<Range>> onStretch = range -> {};

  FigurePane(Lab lab, String hintWords, Consumer<FigurePane> enlarge) {
    this.lab = lab;
    getStyleClass().add("card");
    setMinSize(0, 0);
    hint.setText(hintWords);
    hint.setWrapText(true);
    hint.getStyleClass().add("hint");
    Button larger = new IconButton(new FontIcon(Material2MZ.OPEN_IN_FULL));
    Tips.put(larger, "figure.enlarge");
    larger.setOnAction(e -> enlarge.accept(this));
    buttons.getChildren().add(larger);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    // Until there is a figure whose header they lie in, they can be set but not seen.
    buttons.setVisible(false);
    getChildren().addAll(buttons, hint);
    setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) enlarge.accept(this);
        });
    following.follow(lab.cursorProperty(), now -> whenMade(c -> c.cursor().moveTo(now)));
    following.follow(lab.cursor().restingProperty(), now -> whenMade(c -> c.cursor().rest(now)));
    following.follow(lab.preferences().darkProperty(), now -> whenMade(this::look));
    following.follow(lab.preferences().zoomProperty(), now -> whenMade(this::look));
  }

  private void whenMade(Consumer<FigureChart> action) {
    if (chart != null) action.accept(chart);
  }

  private void look(FigureChart made) {
    made.look(lab.preferences().darkProperty().get(), lab.preferences().zoomProperty().get());
  }

  private FigureChart made() {
    FigureChart made = chart;
    if (made != null) return made;
    made = new FigureChart();
    getChildren().remove(buttons);
    buttons.setVisible(true);
    made.header().getChildren().add(buttons);
    made.cursor().onMove(lab.cursor()::point);
    made.cursor().onRest(lab.cursor()::rest);
    made.cursor().rest(lab.cursor().restingProperty().get());
    look(made);
    made.alone(alone);
    made.present(presented);
    made.onStretch(onStretch);
    made.stretch(stretch);
    touch.ifPresent(made::touch);
    getChildren().add(made);
    chart = made;
    return made;
  }

  /** Puts a hint beside the line of the cursor that rests. */
  void hint(FirstHint pointer) {
    FigureChart made = made();
    getChildren().remove(pointer);
    getChildren().add(pointer);
    made.cursor().onRestPlaced(pointer::pointTo);
  }

  /** What gestures on observations do to the data. */
  void touch(DataTouch target) {
    touch = Optional.of(target);
    whenMade(c -> c.touch(target));
  }

  /** Puts a control before the button that enlarges. */
  void add(Node control) {
    buttons.getChildren().addFirst(control);
  }

  /** Shows a figure that can be made again. */
  void show(Supplier<Figure> maker) {
    show(maker.get(), maker);
  }

  void show(Figure figure) {
    show(figure, () -> figure);
  }

  void show(Figure figure, Supplier<Figure> maker) {
    drawn = Optional.empty();
    again = Optional.of(maker);
    film = Optional.empty();
    FigureChart made = made();
    made.show(figure);
    made.setVisible(true);
    hint.setVisible(false);
  }

  /** Shows a table in the place of a figure. */
  void show(String title, Node table) {
    drawn = Optional.empty();
    again = Optional.empty();
    film = Optional.empty();
    FigureChart made = made();
    made.show(title, table);
    made.setVisible(true);
    hint.setVisible(false);
  }

  /** Shows a sentence in the place of a figure. */
  void say(String title, String words) {
    Label sentence = new Label(SettingNames.inWords(words));
    sentence.getStyleClass().add("hint");
    sentence.setWrapText(true);
    show(title, sentence);
  }

  /** Gives it room in the window, or takes it away. */
  void give(boolean room) {
    setVisible(room);
    setManaged(room);
    if (!room) clear();
  }

  /**
   * Shows a figure that a node draws.
   *
   * @param written what of it can be exported
   * @param maker makes that again
   */
  void show(String title, Node node, Figure written, Supplier<Figure> maker) {
    FigureChart made = made();
    if (!made.isShown(node)) made.show(title, node);
    made.retitle(title);
    made.setVisible(true);
    hint.setVisible(false);
    drawn = Optional.of(written);
    again = Optional.of(maker);
    film = Optional.empty();
  }

  /** What is shown is one moment of a film. */
  void plays(Supplier<MovingFigure> maker) {
    film = Optional.of(maker);
  }

  /** Says that the figure is that of an earlier epoch, or no longer. */
  void epoch(OptionalInt epoch) {
    String words =
        epoch.isPresent() ? Words.of("figure.epoch", Integer.toString(epoch.getAsInt())) : "";
    whenMade(c -> c.note(words));
  }

  /** Whether no other figure is beside it. */
  void alone(boolean isAlone) {
    alone = isAlone;
    whenMade(c -> c.alone(isAlone));
  }

  /** In a presentation words stand beside the lines. */
  void present(boolean isPresented) {
    presented = isPresented;
    whenMade(c -> c.present(isPresented));
  }

  /** Called with the stretch of time that is zoomed into, or nothing when all is shown again. */
  void onStretch(Consumer<Optional<Range>> listener) {
    onStretch = listener;
  }

  /** Shows a stretch of time that another figure was zoomed into, or all again. */
  void stretch(Optional<Range> range) {
    stretch = range;
    whenMade(c -> c.stretch(range));
  }

  /** Whether the ranges of the axes stay while the figure changes. */
  void holdRanges(boolean hold) {
    whenMade(c -> c.holdRanges(hold));
  }

  /** The strip of epochs below the figure; made with the first call. */
  EpochStrip epochs() {
    if (epochs == null) {
      EpochStrip added = made().addEpochStrip();
      added.onEpoch(lab.replay()::goTo);
      added.onMove(lab.replay()::move);
      epochs = added;
    }
    return epochs;
  }

  void clear() {
    whenMade(c -> c.setVisible(false));
    hint.setVisible(true);
  }

  /** What is on the screen, in the language of a file. */
  Optional<Figure> figure(Language language) {
    return again.<Figure>map(maker -> Language.in(language, maker::get)).or(this::figure);
  }

  /** The film of which a moment is on the screen, in the language of a file. */
  Optional<MovingFigure> film(Language language) {
    return film.map(maker -> Language.in(language, maker::get));
  }

  /** What is on the screen. */
  Optional<Figure> figure() {
    return chart == null || !chart.isVisible() ? Optional.empty() : drawn.or(chart::figure);
  }
}
