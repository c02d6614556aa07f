package undercurrent.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.kind.FigureCard;
import undercurrent.lesson.Outcome.Judgement;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;

/**
 * A lesson that somebody works through: which step it is at, what was answered, and which runs were
 * trained. Every run starts from settings and a seed, or goes on from the document of the run
 * before, so that its numbers do not depend on what was turned in between. Not thread-safe, but for
 * {@link #judge}.
 */
public final class Lecture {
  private final Lesson lesson;
  private final SeriesSet data;
  private final List<Recipe> recipes;
  private final Map<Integer, Double> answers = new HashMap<>();
  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private int index;

  private Lecture(Lesson lesson, SeriesSet data, List<Recipe> recipes) {
    this.lesson = lesson;
    this.data = data;
    this.recipes = recipes;
  }

  /**
   * Begins a lesson: opens its data, and looks at the settings and figures of all steps.
   *
   * @throws LessonException when something does not fit
   */
  public static Lecture begin(Lesson lesson) {
    SeriesSet data;
    try {
      data = lesson.data().open();
    } catch (IllegalArgumentException e) {
      throw lesson.problem("data", end(e));
    }
    Recipe recipe = changed(lesson, Recipe.of(data), lesson.settings(), "settings");
    requireSettings(lesson, recipe);
    List<Recipe> recipes = new ArrayList<>();
    for (Step step : lesson.steps()) {
      String place = "steps[" + (recipes.size() + 1) + "]";
      recipe = changed(lesson, recipe, step.set(), place + ".set");
      if (step.epochs().isPresent()) {
        Map<String, String> epochs = Map.of("epochs", Integer.toString(step.epochs().getAsInt()));
        recipe = changed(lesson, recipe, epochs, place + ".play");
      }
      requireFigures(lesson, recipe, step, place + ".show");
      recipes.add(recipe);
    }
    return new Lecture(lesson, data, recipes);
  }

  private static String end(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static Recipe changed(
      Lesson lesson, Recipe recipe, Map<String, String> set, String place) {
    try {
      return recipe.with(set).requireUse(set.keySet());
    } catch (IllegalArgumentException e) {
      throw lesson.problem(place, end(e));
    }
  }

  /** A name that no kind has is a mistake; one that another kind has may matter later. */
  private static void requireSettings(Lesson lesson, Recipe recipe) {
    Controls controls = lesson.controls();
    Stream.of(
            Map.entry("only", controls.only().orElse(java.util.Set.of())),
            Map.entry("hide", controls.hidden()),
            Map.entry("lock", controls.locked()))
        .forEach(
            entry -> {
              for (String key : entry.getValue()) {
                boolean isKnown =
                    key.equals("kind")
                        || Settings.has(recipe.training(), key)
                        || recipe.model().has(key)
                        || !recipe.model().catalogue().knowing(key).isEmpty();
                if (!isKnown) {
                  throw lesson.problem(
                      entry.getKey(), LessonWords.of("lecture.unknownSetting", key));
                }
              }
            });
  }

  private static void requireFigures(Lesson lesson, Recipe recipe, Step step, String place) {
    List<String> known = recipe.model().figures().stream().map(FigureCard::id).toList();
    for (String id : step.show()) {
      if (known.contains(id)) continue;
      throw lesson.problem(
          place, LessonWords.of("lecture.unknownFigure", id, String.join(", ", known)));
    }
  }

  public Lesson lesson() {
    return lesson;
  }

  /** The step that it is at, from 0 on. */
  public int index() {
    return index;
  }

  public Step step() {
    return lesson.steps().get(index);
  }

  /** Settings as they are at the step. */
  public Recipe recipe() {
    return recipes.get(index);
  }

  /** The answer to the step's question, once there is one. */
  public Optional<Double> answer() {
    return Optional.ofNullable(answers.get(index));
  }

  /** What came of the step, once it did. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcomes.get(index));
  }

  /** Keeps an answer; one that was compared stays as it is. */
  public void answer(double answer) {
    if (step().question().isEmpty()) throw new IllegalStateException("The step asks nothing.");
    if (outcome().isEmpty()) answers.put(index, answer);
  }

  /** Whether the step asks something that is not answered yet. */
  public boolean awaitsAnswer() {
    return step().question().isPresent() && answer().isEmpty();
  }

  /** Whether the step has something to train or to compare that it has not yet. */
  public boolean awaitsOutcome() {
    boolean has = step().question().isPresent() || step().epochs().isPresent();
    return has && outcome().isEmpty();
  }

  /** Whether all steps are done. */
  public boolean isOver() {
    return isLast() && !awaitsOutcome();
  }

  public boolean isLast() {
    return index == lesson.steps().size() - 1;
  }

  /** Goes to the next step. */
  public void next() {
    if (!isLast()) index++;
  }

  /** Goes back to the step before. */
  public void previous() {
    if (index > 0) index--;
  }

  /** What the lesson begins with: its data and the settings of the first step, not trained. */
  public Experiment opening() {
    return recipes.getFirst().experiment(data);
  }

  /** What the step trains: a new run, or that of the steps before with more epochs. */
  public Experiment prepared() {
    Recipe recipe = recipe();
    Experiment fresh = recipe.experiment(data);
    if (!step().goesOn()) return fresh;
    Experiment before =
        last()
            .orElseThrow(() -> new IllegalStateException("There is no run to go on from."))
            .experiment();
    return new Experiment(
        fresh.revision(),
        fresh.model(),
        recipe.training(),
        before.checkpoint(),
        before.curve(),
        before.view(),
        before.replay());
  }

  /** The newest run before the step or of it. */
  private Optional<Measured> last() {
    for (int i = index; i >= 0; i--) {
      if (outcomes.containsKey(i)) return Optional.of(outcomes.get(i).run());
    }
    return Optional.empty();
  }

  /**
   * Compares the step with its run, which may take a second; the lecture is not changed by it.
   *
   * @param trained the document of the run; of a step that trains nothing it is not looked at
   * @throws LessonException when the run does not have what the lesson asks for
   */
  public Outcome judge(Optional<Experiment> trained) {
    Measured run =
        step().epochs().isPresent()
            ? new Measured(trained.orElseThrow())
            : last().orElseThrow(() -> new IllegalStateException("Nothing was trained yet."));
    Map<String, Measured> runs = new HashMap<>();
    for (int i = 0; i < index; i++) {
      String name = lesson.steps().get(i).keep();
      if (!name.isEmpty() && outcomes.containsKey(i)) runs.put(name, outcomes.get(i).run());
    }
    runs.put(Quantity.THIS_RUN, run);
    if (!step().keep().isEmpty()) runs.put(step().keep(), run);
    Optional<Judgement> judgement = step().question().map(q -> judgement(q, runs));
    Map<Quantity, Double> numbers = new LinkedHashMap<>();
    Step.Replies replies = step().replies();
    Stream.of(replies.right(), replies.wrong(), replies.after())
        .flatMap(LessonReader::quantities)
        .distinct()
        .forEach(quantity -> numbers.put(quantity, value(quantity, runs)));
    return new Outcome(judgement, numbers, run);
  }

  private Judgement judgement(Question question, Map<String, Measured> runs) {
    double truth = value(question.value(), runs);
    requireChoice(question, truth);
    double answer = answer().orElse(Double.NaN);
    return new Judgement(answer, truth, question.isRight(answer, truth));
  }

  private void requireChoice(Question question, double truth) {
    if (!question.isChoice() || question.rightChoice(truth).isPresent()) return;
    throw problem(LessonWords.of("lecture.noChoice", NumberWords.of(truth), question.value()));
  }

  private double value(Quantity quantity, Map<String, Measured> runs) {
    Function<String, Measured> named =
        name ->
            Optional.ofNullable(runs.get(name))
                .orElseThrow(
                    () -> new IllegalArgumentException(LessonWords.of("lecture.untrained", name)));
    double value;
    try {
      value = quantity.of(named);
    } catch (IllegalArgumentException e) {
      throw problem("'%s': %s".formatted(quantity, e.getMessage()));
    }
    if (Double.isFinite(value)) return value;
    throw problem(LessonWords.of("lecture.notFinite", quantity));
  }

  private LessonException problem(String sentence) {
    return lesson.problem("steps[" + (index + 1) + "]", sentence);
  }

  /** Keeps what came of the step. */
  public void accept(Outcome outcome) {
    outcomes.put(index, outcome);
  }
}
