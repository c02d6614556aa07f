package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.inference.DensityMaps;
import undercurrent.kind.ResultKey;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.CityPickups;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
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
    Experiment experiment = experiment(300);
    Run alone = Run.of(experiment);
    while (alone.trainer().status() == Training.Status.READY) alone.trainer().step();
    try (Session session = new Session(experiment)) {
      session.watch(new Viewpoint(1, 15, 15));
      session.play();
      // A fast machine may be through before the first snapshot is taken.
      Snapshot seen = await(session, s -> s.beliefs().isPresent());
      assertEquals(15, seen.beliefs().orElseThrow().filtered().length());
      Snapshot last =
          seen.state() == State.FINISHED ? seen : await(session, s -> s.state() == State.FINISHED);
      assertEquals(300, last.epoch());
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
      session.watch(new Viewpoint(0, 10, 5));
      Snapshot looked = await(session, s -> s.beliefs().isPresent());
      assertEquals(paused.step(), looked.step());
      assertTrue(looked.beliefs().orElseThrow().fine());
      session.play();
      await(session, s -> s.step() > paused.step());
    }
  }

  /** Wherever a short step is when the pause comes, the model is looked at closely after it. */
  @Test
  void everyPauseOfShortStepsIsFollowedByACloseLook() throws Exception {
    try (Session session = new Session(experiment(100_000))) {
      session.watch(new Viewpoint(0, 10, 5));
      for (int pause = 0; pause < 30; pause++) {
        session.play();
        await(session, s -> s.state() == State.RUNNING && s.answered() == session.orderCount());
        session.pause();
        await(
            session,
            s ->
                s.state() == State.PAUSED
                    && s.beliefs().filter(b -> b.fine() && b.step() == s.step()).isPresent());
      }
    }
  }

  /** A map of every hour takes a while; it is the same whatever is watched. */
  @Test
  void whatIsOfTheModelIsMeasuredOnceForTheSameWeights() throws Exception {
    SeriesSet set = new CityPickups(100, 2).generate(1);
    Experiment experiment = Recipe.of(set).with("kind", "density").experiment(set);
    Viewpoint first = new Viewpoint(0, 10, 5);
    Viewpoint second = new Viewpoint(0, 12, 5);
    try (Session session = new Session(experiment)) {
      session.watch(first);
      DensityMaps week = week(await(session, s -> isOf(s, first, 0)));
      session.watch(second);
      assertSame(week, week(await(session, s -> isOf(s, second, 0))));
      session.step();
      assertNotSame(week, week(await(session, s -> isOf(s, second, 1))));
    }
  }

  private static boolean isOf(Snapshot snapshot, Viewpoint watched, long step) {
    return snapshot
        .beliefs()
        .filter(b -> b.fine() && b.watch().equals(watched) && b.step() == step)
        .isPresent();
  }

  private static DensityMaps week(Snapshot snapshot) {
    return snapshot.beliefs().orElseThrow().results().need(ResultKey.DENSITY_WEEK);
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

  /** A random walk in noise. */
  private static Experiment longExperiment(int rows, int latent, int epochs) {
    Randomness random = Randomness.of(4).named("walk");
    double[][] values = new double[rows][1];
    double[] times = new double[rows];
    double level = 0;
    for (int t = 0; t < rows; t++) {
      times[t] = t;
      level += 0.1 * random.normal();
      values[t][0] = level + random.normal();
    }
    SeriesSet set =
        new SeriesSet(
            "walk",
            List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("walk", times, values)),
            Split.BY_TIME);
    return Recipe.of(set)
        .with("kind", "linear")
        .with("latentSize", latent)
        .with("epochs", epochs)
        .experiment(set);
  }

  @Test
  void aPauseHoldsALongStepWhereItIsAndChangesNothing() throws Exception {
    // An iteration must take much longer than what is not worth a progress bar.
    Experiment experiment = longExperiment(100_000, 8, 2);
    try (Session session = new Session(experiment)) {
      session.play();
      Snapshot within = await(session, s -> s.state() == State.RUNNING && s.part() > 0);
      assertTrue(within.part() < 1, "part " + within.part());
      session.pause();
      Snapshot held = await(session, s -> s.state() == State.PAUSED);
      Experiment document = session.experiment().get(60, TimeUnit.SECONDS);
      assertEquals(within.step(), held.step());
      assertEquals(held.epoch(), document.checkpoint().orElseThrow().epoch());
      session.play();
      Snapshot last = await(session, s -> s.state() == State.FINISHED);
      Run alone = Run.of(experiment);
      while (alone.trainer().status() == Training.Status.READY) alone.trainer().step();
      assertEquals(alone.trainer().epoch(), last.epoch());
      assertEquals(alone.trainer().curve().getLast().elbo(), last.curve().getLast().elbo(), 0.0);
    }
  }

  @Test
  void aLongLookTellsHowFarItIsAndGivesWayToAnOrder() throws Exception {
    try (Session session = new Session(longExperiment(400_000, 4, 1))) {
      session.watch(new Viewpoint(0, 300_000, 100_000));
      Snapshot looking = await(session, s -> s.state() == State.PAUSED && s.part() > 0);
      assertTrue(looking.beliefs().isEmpty());
      session.watch(new Viewpoint(0, 200_000, 100_000));
      await(session, s -> s.answered() == 2);
      Snapshot looked = await(session, s -> s.beliefs().isPresent());
      assertEquals(200_000, looked.beliefs().orElseThrow().watch().seen());
      assertEquals(0, looked.part(), 0);
    }
  }
}
