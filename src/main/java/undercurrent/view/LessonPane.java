package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import undercurrent.kind.ChosenModel;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Outcome;
import undercurrent.lesson.Question;
import undercurrent.lesson.Step;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** The lesson as a column: its text, its question, what came of it, and where to go on. */
final class LessonPane extends VBox {
  private static final double GAP = 10;
  private static final double LETTERS = 13;

  /** In the size of the letters: how wide the text is. */
  private static final double WIDTH = 25;

  private final LessonDesk desk;
  private final Lab lab;
  private final VBox page = new VBox(GAP);
  private final ScrollPane scroll = new ScrollPane(page);
  private int shownStep = -1;

  LessonPane(LessonDesk desk, Lab lab) {
    super(GAP);
    this.desk = desk;
    this.lab = lab;
    setId("lesson");
    getStyleClass().add("lesson");
    page.getStyleClass().add("lesson-page");
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    desk.changesProperty().addListener((o, before, now) -> show());
    lab.preferences().zoomProperty().addListener((o, before, now) -> show());
  }

  private void show() {
    if (desk.lecture().isEmpty()) {
      shownStep = -1;
      getChildren().clear();
      return;
    }
    Lecture lecture = desk.lecture().get();
    double letters = LETTERS * lab.preferences().zoomProperty().get();
    Map<undercurrent.lesson.Quantity, Double> numbers =
        lecture.outcome().map(Outcome::numbers).orElse(Map.of());
    LessonBlocks blocks = new LessonBlocks(letters, WIDTH * letters, numbers);
    page.getChildren().setAll(content(lecture, blocks));
    getChildren().setAll(head(lecture), scroll, foot(lecture));
    if (shownStep != lecture.index()) scroll.setVvalue(0);
    else if (lecture.outcome().isPresent()) showReply();
    shownStep = lecture.index();
  }

  /** Scrolls to what is said to an answer. */
  private void showReply() {
    scroll.applyCss();
    scroll.layout();
    scroll.setVvalue(1);
  }

  private Node head(Lecture lecture) {
    Label title = styled(lecture.lesson().title(), "lesson-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Button leave = new IconButton(new FontIcon(Material2AL.CLOSE));
    leave.setId("lesson-leave");
    leave.setOnAction(e -> desk.leave());
    Tips.put(leave, "lesson.leave");
    HBox line = new HBox(GAP, title, leave);
    line.setAlignment(Pos.TOP_LEFT);
    int steps = lecture.lesson().steps().size();
    return new VBox(
        2, line, styled(Words.of("lesson.stepOf", lecture.index() + 1, steps), "caption"));
  }

  private List<Node> content(Lecture lecture, LessonBlocks blocks) {
    Step step = lecture.step();
    List<Node> nodes = new ArrayList<>();
    if (lecture.index() == 0) nodes.addAll(blocks.nodes(lecture.lesson().summary()));
    if (!step.title().isEmpty()) nodes.add(styled(step.title(), "lesson-step"));
    nodes.addAll(blocks.nodes(step.text()));
    Optional<Outcome> outcome = lecture.outcome();
    step.question().ifPresent(question -> nodes.add(question(question, lecture, blocks)));
    if (lecture.awaitsOutcome()) nodes.add(act(lecture));
    outcome.ifPresent(reached -> nodes.addAll(reply(reached, step, blocks)));
    return nodes;
  }

  private Node question(Question question, Lecture lecture, LessonBlocks blocks) {
    LessonQuestion asked =
        new LessonQuestion(
            question,
            blocks,
            lecture.answer(),
            lecture.outcome().flatMap(Outcome::judgement),
            desk::choose);
    asked.setDisable(desk.isBusy());
    return asked;
  }

  private Node act(Lecture lecture) {
    Step step = lecture.step();
    if (desk.isBusy()) {
      ProgressIndicator busy = new ProgressIndicator();
      busy.getStyleClass().add("lesson-busy");
      HBox line = new HBox(GAP, busy, new Label(Words.of("lesson.busy")));
      line.setAlignment(Pos.CENTER_LEFT);
      return line;
    }
    Button act = new Button(words(step));
    act.setId("lesson-act");
    act.getStyleClass().add("accent");
    act.setOnAction(e -> desk.act());
    VBox all = new VBox(4, act);
    String sets = sets(lecture);
    if (!sets.isEmpty()) all.getChildren().add(styled(Words.of("lesson.sets", sets), "caption"));
    return all;
  }

  private static String words(Step step) {
    if (step.epochs().isEmpty()) return Words.of("lesson.check");
    return Words.of("lesson.play", step.epochs().getAsInt());
  }

  /** The settings that Play changes, by the names that their knobs have. */
  private static String sets(Lecture lecture) {
    ChosenModel<?> model = lecture.recipe().model();
    return lecture.step().set().keySet().stream()
        .map(key -> set(key, model, lecture.recipe().training()))
        .collect(Collectors.joining(", "));
  }

  private static String set(String key, ChosenModel<?> model, TrainingSettings training) {
    if (key.equals(ChosenModel.KIND)) {
      return Words.of("lesson.set", Words.of("knobs.kind"), model.kind().card().name());
    }
    Optional<Setting> own = KnobRows.find(model.knobs(), key);
    Setting setting =
        own.or(() -> KnobRows.find(Settings.of(TrainingSettings.class), key)).orElseThrow();
    Object value = Settings.value(own.isPresent() ? model.settings() : training, key);
    return Words.of("lesson.set", setting.label(), Settings.text(value));
  }

  private static List<Node> reply(Outcome outcome, Step step, LessonBlocks blocks) {
    List<Node> nodes = new ArrayList<>();
    outcome
        .judgement()
        .ifPresent(
            judged -> {
              boolean isRight = judged.isRight();
              VBox box = new VBox(GAP);
              box.setId("lesson-reply");
              box.getStyleClass().addAll("lesson-reply", isRight ? "lesson-yes" : "lesson-no");
              Label verdict =
                  styled(Words.of(isRight ? "lesson.right" : "lesson.wrong"), "lesson-strong");
              box.getChildren().add(verdict);
              box.getChildren()
                  .addAll(blocks.nodes(isRight ? step.replies().right() : step.replies().wrong()));
              nodes.add(box);
            });
    nodes.addAll(blocks.nodes(step.replies().after()));
    return nodes;
  }

  private Node foot(Lecture lecture) {
    Button back = new Button(Words.of("lesson.back"));
    back.setId("lesson-back");
    back.setDisable(lecture.index() == 0 || desk.isBusy());
    back.setOnAction(e -> desk.previous());
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox foot = new HBox(GAP, back, room, onward(lecture));
    foot.getStyleClass().add("lesson-foot");
    return foot;
  }

  private Node onward(Lecture lecture) {
    boolean hasNext = !lecture.lesson().next().isEmpty();
    Button next =
        new Button(
            Words.of(
                !lecture.isLast()
                    ? "lesson.next"
                    : hasNext ? "lesson.nextLesson" : "lesson.leave"));
    next.setId("lesson-next");
    boolean isReady = !lecture.awaitsOutcome() && !desk.isBusy();
    next.setDisable(!isReady);
    if (isReady) next.getStyleClass().add("accent");
    next.setOnAction(
        e -> {
          if (!lecture.isLast()) desk.next();
          else if (hasNext) desk.openNext();
          else desk.leave();
        });
    return next;
  }

  private static Label styled(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
