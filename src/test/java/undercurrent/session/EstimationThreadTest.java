package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Moment;

final class EstimationThreadTest {
  private static final Viewpoint VIEWPOINT = new Viewpoint(1, 15, 15);

  private static Replayed await(EstimationThread estimates) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      Optional<Replayed> answer = estimates.takeReplayed();
      if (answer.isPresent()) return answer.get();
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("The answer did not come.");
  }

  @Test
  void afterAFailureTheNextModelIsEstimated() throws Exception {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    Experiment experiment = Recipe.of(set).with("hiddenUnits", 4).with("epochs", 2).experiment(set);
    Moment moment = new Moment(0, 0, Run.of(experiment).trainer().checkpoint());
    AtomicInteger made = new AtomicInteger();
    EstimationThread estimates =
        new EstimationThread(
            () -> {
              if (made.getAndIncrement() == 0) throw new IllegalStateException("on purpose");
              return new WatchedModel(experiment);
            });
    try (estimates) {
      estimates.replay(moment, VIEWPOINT);
      Replayed failed = await(estimates);
      assertEquals(moment, failed.moment());
      assertTrue(failed.beliefs().isEmpty());
      estimates.replay(moment, VIEWPOINT);
      assertEquals(15, await(estimates).beliefs().orElseThrow().filtered().length());
      assertEquals(2, made.get());
    }
  }
}
