package undercurrent.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Lesson;
import undercurrent.lesson.LessonException;
import undercurrent.lesson.Lessons;
import undercurrent.lesson.Outcome.Judgement;
import undercurrent.lesson.Question;
import undercurrent.lesson.Rehearsal;
import undercurrent.lesson.Step;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.session.WorkerThreads;
import undercurrent.text.Language;

/** {@code undercurrent lesson}: lists lessons, or works through some without a window. */
@Command(name = "lesson")
final class LessonCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "ID|FILE", descriptionKey = "lessons")
  private List<String> lessons = List.of();

  @Option(names = "--answers", split = ",", paramLabel = "ANSWER")
  private List<Double> answers = List.of();

  @Option(names = "--language")
  private String language = Language.chosen().code();

  @Option(names = "--json")
  private boolean json;

  LessonCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (lessons.isEmpty()) return list();
    List<Lesson> wanted = new ArrayList<>();
    for (String name : lessons) wanted.addAll(find(name));
    if (!answers.isEmpty() && wanted.size() > 1) {
      throw new BadUsage(Words.of("lesson.answersOfOne"));
    }
    ArrayNode all = JsonText.JSON.createArrayNode();
    boolean isSound = true;
    try (WorkerThreads workers = WorkerThreads.all()) {
      for (Lesson lesson : wanted) {
        Lecture lecture = Lecture.begin(lesson);
        requireAnswers(lesson);
        if (!json) console.say("%s (%s)", lesson.title(), lesson.id());
        ObjectNode one = all.addObject().put("lesson", lesson.id()).put("title", lesson.title());
        ArrayNode steps = one.putArray("steps");
        for (Rehearsal.Done done : new Rehearsal(lecture, workers).work(given(lesson), this::say)) {
          put(steps.addObject(), done);
          isSound &= isSound(lesson, done);
        }
      }
    }
    if (json) console.json(all);
    return isSound ? 0 : 1;
  }

  private int list() {
    ArrayNode all = JsonText.JSON.createArrayNode();
    for (String id : Lessons.ids()) {
      Lesson lesson = Lessons.of(id, language);
      if (json) all.addObject().put("lesson", id).put("title", lesson.title());
      else console.say("%-22s %s", id, lesson.title());
    }
    if (json) console.json(all);
    return 0;
  }

  private List<Lesson> find(String name) {
    if (name.equals("all")) {
      return Lessons.ids().stream().map(id -> Lessons.of(id, language)).toList();
    }
    if (Lessons.ids().contains(name)) return List.of(Lessons.of(name, language));
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      List<Path> files = Lessons.in(path);
      if (!files.isEmpty()) return files.stream().map(f -> Lessons.open(f, language)).toList();
    }
    if (Files.exists(path)) return List.of(Lessons.open(path, language));
    throw LessonException.in(name, "", Words.of("lesson.unknown"));
  }

  private List<Question> questions(Lesson lesson) {
    return lesson.steps().stream().flatMap(step -> step.question().stream()).toList();
  }

  private void requireAnswers(Lesson lesson) {
    List<Question> asked = questions(lesson);
    if (answers.size() > asked.size()) {
      throw new BadUsage(
          Words.counted("lesson.answers", asked.size(), asked.size(), answers.size()));
    }
    for (int i = 0; i < answers.size(); i++) {
      int choices = asked.get(i).ranges().size();
      double answer = answers.get(i);
      if (choices == 0) continue;
      if (answer == Math.rint(answer) && answer >= 1 && answer <= choices) continue;
      throw new BadUsage(Words.of("lesson.answer", i + 1, NumberWords.of(answer), choices));
    }
  }

  /** Choices are counted from 1 on by people. */
  private List<Double> given(Lesson lesson) {
    List<Question> asked = questions(lesson);
    List<Double> given = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      given.add(asked.get(i).isChoice() ? answers.get(i) - 1 : answers.get(i));
    }
    return given;
  }

  private void say(Rehearsal.Done done) {
    if (json) return;
    Step step = done.step();
    String trained =
        done.epochs() == 0
            ? ""
            : Words.of("lesson.epochs", done.epochs(), NumberWords.format("%.1f", done.seconds()));
    console.say("  %-16s %s", step.id(), trained);
    done.outcome()
        .ifPresent(
            outcome -> {
              outcome.judgement().ifPresent(judged -> sayAnswer(step.question(), judged));
              outcome
                  .numbers()
                  .forEach(
                      (quantity, value) ->
                          console.say("    {%s} = %s", quantity, NumberWords.of(value)));
            });
  }

  private void sayAnswer(Optional<Question> question, Judgement judged) {
    Question asked = question.orElseThrow();
    console.say(
        "    %s",
        Words.of(
            judged.isRight() ? "lesson.right" : "lesson.wrong",
            asked.value(),
            NumberWords.of(judged.truth()),
            answer(asked, judged.answer())));
  }

  private static String answer(Question question, double answer) {
    return question.isChoice()
        ? NumberWords.format("%d", (int) answer + 1)
        : NumberWords.of(answer);
  }

  /** A question must tell right answers from wrong ones. */
  private boolean isSound(Lesson lesson, Rehearsal.Done done) {
    if (done.step().question().isEmpty()) return true;
    if (!done.takenAsRight().isEmpty() && !done.takenAsWrong().isEmpty()) return true;
    console.complain(
        Words.of(
            done.takenAsRight().isEmpty() ? "lesson.noneRight" : "lesson.noneWrong",
            lesson.file(),
            done.step().id()));
    return false;
  }

  private static void put(ObjectNode one, Rehearsal.Done done) {
    one.put("step", done.step().id()).put("epochs", done.epochs()).put("seconds", done.seconds());
    done.outcome()
        .ifPresent(
            outcome -> {
              outcome
                  .judgement()
                  .ifPresent(
                      judged -> {
                        Question question = done.step().question().orElseThrow();
                        int first = question.isChoice() ? 1 : 0;
                        one.put("value", question.value().toString());
                        JsonText.put(one, "truth", judged.truth());
                        JsonText.put(one, "answer", judged.answer() + first);
                        one.put("right", judged.isRight());
                        ArrayNode right = one.putArray("takenAsRight");
                        done.takenAsRight().forEach(a -> right.add(a + first));
                        ArrayNode wrong = one.putArray("takenAsWrong");
                        done.takenAsWrong().forEach(a -> wrong.add(a + first));
                      });
              ObjectNode numbers = one.putObject("numbers");
              outcome
                  .numbers()
                  .forEach((quantity, value) -> numbers.put(quantity.toString(), value));
            });
  }
}
