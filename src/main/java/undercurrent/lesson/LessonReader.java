package undercurrent.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import undercurrent.lesson.LessonText.Section;

/** Joins the two files of a lesson: what is done, as JSON, and what is said, as Markdown. */
final class LessonReader {
  /** The version of the form that this program reads. */
  static final int VERSION = 1;

  private static final int MOST_EPOCHS = 1_000_000;
  private static final int MOST_CHOICES = 9;
  private static final Set<String> KEYS =
      Set.of("lesson", "data", "settings", "only", "hide", "lock", "steps", "next");
  private static final Set<String> STEP_KEYS =
      Set.of("id", "set", "play", "continue", "keep", "show", "ask");
  private static final Set<String> ASK_KEYS = Set.of("value", "choices", "within", "unit");
  private final String textFile;
  private final JsonObject json;
  private final LessonText text;
  private final Set<String> kept = new HashSet<>();
  private boolean isTrained;

  private LessonReader(String textFile, JsonObject json, LessonText text) {
    this.textFile = textFile;
    this.json = json;
    this.text = text;
  }

  /**
   * Reads a lesson; its data and settings are looked at when it begins.
   *
   * @param id its name without ending
   * @param file the name of the JSON, and of the Markdown
   * @throws LessonException when a file is wrong
   */
  static Lesson read(
      String id,
      String file,
      String json,
      String textFile,
      String markdown,
      Optional<Path> folder) {
    JsonObject whole = JsonObject.of(file, json);
    return new LessonReader(textFile, whole, LessonText.read(textFile, markdown))
        .lesson(id, folder);
  }

  private Lesson lesson(String id, Optional<Path> folder) {
    json.requireOnly(KEYS);
    long version = json.whole("lesson", 0, 0);
    if (version != VERSION) {
      throw json.problem(
          "lesson",
          version > VERSION
              ? LessonWords.of("lessonReader.newerVersion", version, VERSION)
              : LessonWords.of("lessonReader.version", VERSION));
    }
    List<Step> steps = new ArrayList<>();
    for (JsonObject each : json.objects("steps")) steps.add(step(each));
    if (steps.isEmpty()) throw json.problem("steps", LessonWords.of("lessonReader.noStep"));
    requireWordsUsed(steps);
    return new Lesson(
        id,
        json.file(),
        textFile,
        folder,
        text.title(),
        text.summary(),
        data(folder),
        json.settings("settings"),
        controls(),
        steps,
        json.text("next").orElse(""));
  }

  private LessonData data(Optional<Path> folder) {
    JsonObject data =
        json.object("data")
            .orElseThrow(() -> json.problem("data", LessonWords.of("lessonReader.data")));
    data.requireOnly(Set.of("sample", "seed", "file"));
    Optional<String> sample = data.text("sample");
    Optional<String> file = data.text("file");
    if (sample.isPresent() == file.isPresent()) {
      throw data.problem(LessonWords.of("lessonReader.sampleOrFile"));
    }
    if (sample.isPresent()) {
      return new LessonData.OfSample(sample.get(), data.whole("seed", 1, Integer.MIN_VALUE));
    }
    Path name = Path.of(file.get());
    if (name.isAbsolute() || name.normalize().startsWith("..") || folder.isEmpty()) {
      throw data.problem("file", LessonWords.of("lessonReader.fileElsewhere"));
    }
    return new LessonData.OfFile(folder.get().resolve(name));
  }

  private Controls controls() {
    Optional<Set<String>> only =
        json.has("only") ? Optional.of(Set.copyOf(json.texts("only"))) : Optional.empty();
    return new Controls(only, Set.copyOf(json.texts("hide")), Set.copyOf(json.texts("lock")));
  }

  private Step step(JsonObject one) {
    one.requireOnly(STEP_KEYS);
    String id = one.text("id").orElseThrow(() -> one.problem(LessonWords.of("lessonReader.id")));
    Section words = text.sections().get(id);
    if (words == null) {
      throw one.problem("id", LessonWords.of("lessonReader.noWords", id, id, textFile));
    }
    OptionalInt epochs =
        one.has("play")
            ? OptionalInt.of((int) Math.min(MOST_EPOCHS, one.whole("play", 1, 1)))
            : OptionalInt.empty();
    boolean goesOn = one.flag("continue");
    if (goesOn && (!isTrained || epochs.isEmpty())) {
      throw one.problem("continue", LessonWords.of("lessonReader.noEarlierRun"));
    }
    isTrained |= epochs.isPresent();
    String keep = one.text("keep").orElse("");
    if (!keep.isEmpty() && epochs.isEmpty())
      throw one.problem("keep", LessonWords.of("lessonReader.needsPlay"));
    if (!keep.isEmpty()) kept.add(keep);
    Optional<Question> question = one.object("ask").map(ask -> question(ask, words));
    if (question.isEmpty() && !words.choices().isEmpty()) {
      throw textProblem(words, LessonWords.of("lessonReader.choicesAlone", id));
    }
    requireNumbers(words, one);
    return new Step(
        id,
        words.title(),
        words.text(),
        one.settings("set"),
        epochs,
        goesOn,
        keep,
        one.texts("show"),
        question,
        new Step.Replies(words.reply("right"), words.reply("wrong"), words.reply("after")));
  }

  private LessonException textProblem(Section words, String sentence) {
    return LessonException.in(textFile, words.line(), sentence);
  }

  private Question question(JsonObject ask, Section words) {
    ask.requireOnly(ASK_KEYS);
    String written =
        ask.text("value")
            .orElseThrow(() -> ask.problem("value", LessonWords.of("lessonReader.noMeasure")));
    Quantity value;
    try {
      value = Quantity.of(written);
    } catch (IllegalArgumentException e) {
      throw ask.problem("value", e.getMessage() + ".");
    }
    requireRuns(value, sentence -> ask.problem("value", sentence));
    for (String reply : List.of("right", "wrong")) {
      if (words.reply(reply).isEmpty()) {
        throw textProblem(words, LessonWords.of("lessonReader.noReply", reply));
      }
    }
    List<Range> ranges = ranges(ask, words);
    double within = ask.number("within", 0, 0);
    if (ranges.isEmpty() && within == 0) {
      throw ask.problem(LessonWords.of("lessonReader.choicesOrWithin"));
    }
    return new Question(
        value,
        ranges,
        words.choices(),
        ranges.isEmpty() ? within : 0,
        words.unit().or(() -> ask.text("unit")).orElse(""));
  }

  private static List<Range> ranges(JsonObject ask, Section words) {
    List<Range> ranges = new ArrayList<>();
    for (String text : ask.texts("choices")) {
      try {
        Range range = Range.of(text);
        for (Range other : ranges) {
          if (range.overlaps(other)) {
            throw ask.problem("choices", LessonWords.of("lessonReader.overlap", other, range));
          }
        }
        ranges.add(range);
      } catch (IllegalArgumentException e) {
        throw ask.problem("choices", e.getMessage() + ".");
      }
    }
    if (ranges.size() != words.choices().size() || ranges.size() > MOST_CHOICES) {
      throw ask.problem(
          "choices",
          LessonWords.of(
              "lessonReader.ranges", ranges.size(), words.choices().size(), MOST_CHOICES));
    }
    return ranges;
  }

  /** Numbers in braces are those of runs that there are by then, and stand in replies alone. */
  private void requireNumbers(Section words, JsonObject step) {
    if (quantities(words.text()).findAny().isPresent()) {
      throw textProblem(words, LessonWords.of("lessonReader.numbersPlace"));
    }
    for (List<Block> reply : words.replies().values()) {
      quantities(reply).forEach(q -> requireRuns(q, sentence -> textProblem(words, sentence)));
    }
    boolean isAfter = !words.reply("after").isEmpty();
    if (isAfter && !step.has("play") && !step.has("ask")) {
      throw textProblem(words, LessonWords.of("lessonReader.after"));
    }
  }

  private void requireRuns(
      Quantity value, java.util.function.Function<String, LessonException> problem) {
    for (String run : value.runs()) {
      if (run.equals(Quantity.THIS_RUN) ? isTrained : kept.contains(run)) continue;
      throw problem.apply(
          run.isEmpty()
              ? LessonWords.of("lessonReader.noRun", value)
              : LessonWords.of("lessonReader.unknownRun", value, run));
    }
  }

  static Stream<Quantity> quantities(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                switch (block) {
                  case Block.Paragraph(List<Span> spans) -> spans.stream();
                  case Block.Bullet(List<Span> spans) -> spans.stream();
                  case Block.Display display -> Stream.<Span>empty();
                })
        .flatMap(s -> s instanceof Span.Computed computed ? Stream.of(computed) : Stream.empty())
        .map(Span.Computed::quantity);
  }

  private void requireWordsUsed(List<Step> steps) {
    Set<String> ids = new LinkedHashSet<>(text.sections().keySet());
    Set<String> seen = new HashSet<>();
    for (Step step : steps) {
      if (!seen.add(step.id())) {
        throw json.problem("steps", LessonWords.of("lessonReader.idTwice", step.id()));
      }
      ids.remove(step.id());
    }
    if (ids.isEmpty()) return;
    Section words = Objects.requireNonNull(text.sections().get(ids.iterator().next()));
    throw textProblem(
        words, LessonWords.of("lessonReader.unknownStep", json.file(), ids.iterator().next()));
  }
}
