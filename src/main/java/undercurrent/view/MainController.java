package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import undercurrent.experiment.Experiment;
import undercurrent.kind.ModelKind;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.session.Releases;
import undercurrent.settings.Settings;
import undercurrent.text.Visible;

/** Joins the controls of {@code main.fxml} with the {@link Lab}. */
public final class MainController {
  private final Lab lab;
  private final FileTasks tasks;
  private final Files files;
  private final LessonDesk desk;
  private final FigureExports exports;
  private @FXML BorderPane root = new BorderPane();
  private @FXML Button play = new Button();
  private @FXML FontIcon playIcon = new FontIcon();
  private @FXML Button step = new Button();
  private @FXML Button slow = new Button();
  private @FXML Button reset = new Button();
  private @FXML ChoiceBox<Speed> speed = new ChoiceBox<>();
  private @FXML Label epoch = new Label();
  private @FXML Label bound = new Label();
  private @FXML Label elbo = new Label();
  private @FXML Label best = new Label();
  private @FXML Label seed = new Label();
  private @FXML Button newSeed = new Button();
  private @FXML SplitMenuButton open = new SplitMenuButton();
  private @FXML Button save = new Button();
  private @FXML MenuButton export = new MenuButton();
  private @FXML Button backtest = new Button();
  private @FXML MenuButton compare = new MenuButton();
  private @FXML Button undo = new Button();
  private @FXML MenuButton lessons = new MenuButton();
  private @FXML Button theme = new Button();
  private @FXML Button help = new Button();
  private @FXML StackPane samples = new StackPane();
  private @FXML ScrollPane knobs = new ScrollPane();
  private @FXML VBox centre = new VBox();
  private @FXML HBox banner = new HBox();
  private @FXML WrappingBar lookBar = new WrappingBar();
  private @FXML ToggleButton settings = new ToggleButton();
  private @FXML VBox side = new VBox();
  private @FXML Label bannerText = new Label();
  private @FXML Button bannerAct = new Button();
  private @FXML Button bannerClose = new Button();
  private @FXML Label dataName = new Label();
  private @FXML Label seriesLabel = new Label();
  private @FXML SearchableComboBox<String> series = new SearchableComboBox<>();
  private @FXML Label channelLabel = new Label();
  private @FXML ComboBox<String> channel = new ComboBox<>();
  private @FXML Slider seen = new Slider();
  private @FXML Label seenText = new Label();
  private @FXML StatusLine status = new StatusLine();
  private final WindowFigures figures;
  private final CompareDesk comparing;
  private final ModelStrip strip;
  private final SlowMotion slowMotion;
  private final ReplayExports replayExports;

  private Optional<TransportButtons> transport = Optional.empty();
  private Optional<Presentation> presentation = Optional.empty();
  private Optional<Reflow> reflow = Optional.empty();

  MainController(Lab lab) {
    this.lab = lab;
    this.tasks = new FileTasks(lab, () -> root.getScene().getWindow());
    this.files = new Files(lab, tasks);
    this.figures = new WindowFigures(lab);
    this.exports = new FigureExports(lab, tasks, figures.places());
    this.comparing = new CompareDesk(lab, tasks);
    this.desk = new LessonDesk(lab, tasks, figures, unsaved(files::chooseWhereToSave));
    files.onLesson(desk::open);
    this.strip = new ModelStrip(lab);
    this.replayExports = new ReplayExports(lab, tasks, figures::cards);
    this.slowMotion = new SlowMotion(lab, strip::highlight);
  }

  @FXML
  void initialize() {
    SampleList list = new SampleList(lab, files::open, files::openTrained);
    samples.getChildren().addAll(list, new RestartBar(lab));
    KnobPane pane = new KnobPane(lab);
    knobs.setContent(pane);
    // The knobs take the room that they need, the samples what is left.
    knobs.prefHeightProperty().bind(pane.heightProperty().add(2));
    knobs.setMaxHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(figures.places(), Priority.ALWAYS);
    centre.getChildren().addFirst(tasks.waiting());
    centre
        .getChildren()
        .addAll(
            strip, slowMotion, figures.controls().editBar(), figures.places(), comparing.table());
    presentation =
        Optional.of(new Presentation(root, List.of(lookBar, strip), figures.places(), this, lab));
    reflow = Optional.of(new Reflow(root, side, centre, settings, strip, lab, this::presents));
    Tips.put(settings, "settings.tip");
    status.items(List.of(replayExports.line(), new NewVersion(lab, Releases.published()).line()));
    Tips.put(reset, "transport.resetTip");
    Tips.put(newSeed, "transport.newSeed");
    newSeed.disableProperty().bind(lab.knobs().locked("seed"));
    SpeedChoice.bind(speed, lab.preferences());
    Tips.put(open, "file.openTip");
    Tips.put(save, "file.saveTip");
    Tips.put(export, "file.exportTip");
    Tips.put(backtest, "backtest.tip");
    comparing.fill(compare, this::sweep);
    Tips.put(undo, "undo.tip");
    Tips.put(theme, "theme.tip");
    Tips.put(help, "help.tip");
    Tips.put(seen, "look.seenTip");
    Tips.put(bannerClose, "help.close");
    series.setAccessibleText(Words.of("look.series"));
    channel.setAccessibleText(Words.of("look.channel"));
    open.setOnShowing(e -> files.fillRecent(open));
    // A menu without an item does not open.
    files.fillRecent(open);
    export.setOnShowing(
        e -> {
          exports.fill(export, figures.figures(), figures.films().played());
          replayExports.fill(export);
        });
    new SelectionBar(lab, seriesLabel, series, channelLabel, channel, seen, seenText).bind();
    new Readout(lab, epoch, bound, elbo, best, seed, status).bind();
    new TroubleBanner(lab, banner, bannerText, bannerAct).bind();
    TransportButtons buttons = new TransportButtons(lab, play, playIcon, step, slow, status);
    buttons.bind();
    transport = Optional.of(buttons);
    lab.openedProperty().addListener((o, before, now) -> opened(now));
    lab.preferences().darkProperty().addListener((o, before, now) -> Themes.apply(now));
    new LetterSizes(root, side).follow(lab.preferences());
    new LessonMenu(desk, tasks, lessons).bind(root, new LessonPane(desk, lab), this::reflow);
    files.acceptDrops(root);
    Platform.runLater(play::requestFocus);
  }

  private void opened(@Nullable Experiment experiment) {
    if (experiment == null) return;
    String name = experiment.data().name();
    dataName.setText(Samples.find(name).map(Sample::title).orElse(Visible.name(name)));
  }

  @FXML
  void closeBanner() {
    lab.troubleProperty().set(Optional.empty());
  }

  /** The question that comes before what is not saved is given up. */
  UnsavedQuestion unsaved(Supplier<Optional<SaveWish>> place) {
    return new UnsavedQuestion(() -> root.getScene().getWindow(), lab, files, place);
  }

  @FXML
  void playOrPause() {
    if (desk.takesPlay()) desk.act();
    else transport.ifPresent(TransportButtons::playOrPause);
  }

  @FXML
  void step() {
    lab.step();
  }

  @FXML
  void slow() {
    if (slow.isDisable()) return;
    strip.foldedProperty().set(false);
    slowMotion.start();
  }

  @FXML
  void reset() {
    lab.restart();
  }

  @FXML
  void undo() {
    lab.undo();
  }

  void redo() {
    lab.redo();
  }

  @FXML
  void newSeed() {
    long next = lab.knobs().training().seed() + 1;
    lab.knobs().trainingProperty().set(Settings.with(lab.knobs().training(), "seed", next));
    lab.restart();
  }

  @FXML
  void open() {
    files.chooseAndOpen();
  }

  @FXML
  void save() {
    files.chooseAndSave();
  }

  void export() {
    export.show();
  }

  void lessons() {
    lessons.show();
  }

  @FXML
  void backtest() {
    var unused = BacktestDialog.show(lab, root.getScene().getWindow());
  }

  void sweep() {
    var unused = SweepDialog.show(lab, root.getScene().getWindow(), files::open);
  }

  void paste() {
    files.paste();
  }

  @FXML
  void theme() {
    lab.preferences().darkProperty().set(!lab.preferences().darkProperty().get());
  }

  @FXML
  void help() {
    help(Optional.empty());
  }

  /** The page of the kind that is chosen. */
  void helpOnKind() {
    help(Optional.of(lab.knobs().model().kind()));
  }

  private void help(Optional<ModelKind<?>> at) {
    HelpDialog.dialog(lab, root.getScene().getWindow(), at, files::open).show();
  }

  /**
   * Escape ends the first of these that is shown: an update in slow motion, the hint, an earlier
   * epoch, an enlarged figure, a presentation, the settings of a narrow window, the banner.
   */
  void back() {
    if (slowMotion.leave() || figures.hint().close()) return;
    if (lab.replay().epoch().isPresent()) lab.replay().leave();
    else if (figures.places().restore()) return;
    else if (presents()) present();
    else if (settings.isSelected()) settings.setSelected(false);
    else closeBanner();
  }

  /** Begins or ends a presentation. */
  void present() {
    settings.setSelected(false);
    presentation.ifPresent(Presentation::toggle);
  }

  private boolean presents() {
    return presentation.filter(Presentation::isOn).isPresent();
  }

  /** A presentation has ended: the width may be another one. */
  void reflow() {
    reflow.ifPresent(Reflow::arrange);
  }

  /** What Play says now. */
  ReadOnlyStringProperty playWords() {
    return play.textProperty();
  }

  /** The epoch, and of how many. */
  ReadOnlyStringProperty epochWords() {
    return epoch.textProperty();
  }

  ReplayExports replayExports() {
    return replayExports;
  }

  /** Whether the graph of the model is folded to a line. */
  BooleanProperty modelFolded() {
    return strip.chosenProperty();
  }

  WindowFigures figures() {
    return figures;
  }

  /** Pins, kinds side by side, and commands. */
  CompareDesk comparing() {
    return comparing;
  }

  Files files() {
    return files;
  }

  LessonDesk desk() {
    return desk;
  }

  FigureExports exports() {
    return exports;
  }
}
