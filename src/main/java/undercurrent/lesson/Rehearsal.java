package undercurrent.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/**
 * Works through a lesson without a window, with the numbers of the window. Of each question it also
 * finds which answers the lesson would take for right and for wrong.
 */
public final class Rehearsal {
  private static final double NANOSECONDS = 1e9;

  /** How much farther off than allowed a wrong number is. */
  private static final double WELL_OFF = 2;

  private final Lecture lecture;
  private final Workers workers;

  /** From the first step of a lecture on. */
  public Rehearsal(Lecture lecture, Workers workers) {
    this.lecture = lecture;
    this.workers = workers;
  }

  /**
   * A step that was done.
   *
   * @param seconds that its training took
   * @param epochs that the run has; 0 of a step that trains nothing
   * @param takenAsRight answers that the lesson takes for right, and for wrong
   */
  public record Done(
      Step step,
      double seconds,
      int epochs,
      Optional<Outcome> outcome,
      List<Double> takenAsRight,
      List<Double> takenAsWrong) {}

  /**
   * Works through all steps.
   *
   * @param answers to the questions, in their order: a number, or a choice from 0 on; where they
   *     end the right answer is given
   * @param heard reads each step as it is done
   * @throws LessonException when the lesson asks for what its runs do not have
   */
  public List<Done> work(List<Double> answers, Consumer<Done> heard) {
    List<Done> all = new ArrayList<>();
    int asked = 0;
    while (true) {
      Optional<Double> given = Optional.empty();
      if (lecture.step().question().isPresent()) {
        if (asked < answers.size()) given = Optional.of(answers.get(asked));
        asked++;
      }
      Done done = step(given);
      all.add(done);
      heard.accept(done);
      if (lecture.isLast()) return all;
      lecture.next();
    }
  }

  private Done step(Optional<Double> given) {
    Step step = lecture.step();
    if (!lecture.awaitsOutcome())
      return new Done(step, 0, 0, Optional.empty(), List.of(), List.of());
    long began = System.nanoTime();
    Optional<Experiment> trained =
        step.epochs().isPresent() ? Optional.of(train(lecture.prepared())) : Optional.empty();
    double seconds = trained.isEmpty() ? 0 : (System.nanoTime() - began) / NANOSECONDS;
    int epochs = trained.map(e -> e.curve().getLast().epoch()).orElse(0);
    given.ifPresent(lecture::answer);
    Outcome outcome = lecture.judge(trained);
    List<Double> right = new ArrayList<>();
    List<Double> wrong = new ArrayList<>();
    if (step.question().isPresent()) {
      double truth = outcome.judgement().orElseThrow().truth();
      Question question = step.question().get();
      for (double answer : candidates(question, truth)) {
        (question.isRight(answer, truth) ? right : wrong).add(answer);
      }
      if (given.isEmpty()) {
        lecture.answer(right.getFirst());
        Outcome.Judgement judged =
            new Outcome.Judgement(
                right.getFirst(), truth, question.isRight(right.getFirst(), truth));
        outcome = new Outcome(Optional.of(judged), outcome.numbers(), outcome.run());
      }
    }
    lecture.accept(outcome);
    return new Done(step, seconds, epochs, Optional.of(outcome), right, wrong);
  }

  private static List<Double> candidates(Question question, double truth) {
    List<Double> candidates = new ArrayList<>();
    if (question.isChoice()) {
      for (int i = 0; i < question.ranges().size(); i++) candidates.add((double) i);
    } else {
      candidates.add(truth);
      candidates.add(truth - WELL_OFF * question.within());
      candidates.add(truth + WELL_OFF * question.within());
    }
    return candidates;
  }

  private Experiment train(Experiment prepared) {
    Run run = Run.of(prepared, workers);
    run.trainer().adjust(prepared.training());
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.experiment();
  }
}
