package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot.State;
import undercurrent.settings.Settings;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

final class SessionTest {
  private static Experiment experiment(int epochs) {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 8).with("epochs", epochs).experiment(set);
  }

  /** Pulls snapshots, as a window does, until one is as wanted. */
  private static Snapshot await(Session session, Predicate<Snapshot> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      Optional<Snapshot> snapshot = session.poll();
      if (snapshot.filter(wanted).isPresent()) return snapshot.get();
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("The snapshot did not come.");
  }

  @Test
  void aWatchedTrainingHasTheSameBitsAsAnUnwatchedOne() throws Exception {
    Experiment experiment = experiment(30);
    Run alone = Run.of(experiment);
    while (alone.trainer().status() == Training.Status.READY) alone.trainer().step();
    try (Session session = new Session(experiment)) {
      session.watch(new Watch(1, 15, 15));
      session.play();
      Snapshot seen = await(session, s -> s.state() == State.RUNNING && s.beliefs().isPresent());
      assertEquals(15, seen.beliefs().orElseThrow().filtered().length());
      Snapshot last = await(session, s -> s.state() == State.FINISHED);
      assertEquals(30, last.epoch());
      assertEquals(alone.trainer().curve().getLast().elbo(), last.curve().getLast().elbo(), 0.0);
      Experiment document = session.experiment().get(60, TimeUnit.SECONDS);
      assertArrayEquals(
          alone.trainer().checkpoint().weights(), document.checkpoint().orElseThrow().weights());
    }
  }

  @Test
  void aStepMakesOneUpdateAndStops() throws Exception {
    try (Session session = new Session(experiment(30))) {
      session.step();
      Snapshot one = await(session, s -> s.step() == 1);
      assertEquals(State.PAUSED, one.state());
      session.step();
      await(session, s -> s.step() == 2);
    }
  }

  @Test
  void pauseStopsAndPlayGoesOn() throws Exception {
    try (Session session = new Session(experiment(100_000))) {
      session.play();
      await(session, s -> s.state() == State.RUNNING && s.step() > 3);
      session.pause();
      Snapshot paused = await(session, s -> s.state() == State.PAUSED);
      session.watch(new Watch(0, 10, 5));
      Snapshot looked = await(session, s -> s.beliefs().isPresent());
      assertEquals(paused.step(), looked.step());
      assertTrue(looked.beliefs().orElseThrow().fine());
      session.play();
      await(session, s -> s.step() > paused.step());
    }
  }

  @Test
  void aLiveSettingReachesTheTraining() throws Exception {
    Experiment experiment = experiment(100_000);
    try (Session session = new Session(experiment)) {
      session.play();
      TrainingSettings slower = Settings.with(experiment.training(), "learningRate", 0.001);
      session.adjust(slower);
      await(session, s -> s.settings().learningRate() == 0.001);
      await(session, s -> !s.curve().isEmpty() && s.curve().getLast().learningRate() == 0.001);
    }
  }

  @Test
  void whatCannotBeTrainedSaysWhy() throws Exception {
    Experiment wrong =
        Recipe.of(experiment(1).data())
            .with("likelihood", "bernoulli")
            .experiment(experiment(1).data());
    try (Session session = new Session(wrong)) {
      Snapshot failed = await(session, s -> s.state() == State.FAILED);
      String sentence = failed.sentence().orElseThrow();
      assertTrue(sentence.contains("likelihood") && sentence.endsWith("."), sentence);
    }
  }
}
