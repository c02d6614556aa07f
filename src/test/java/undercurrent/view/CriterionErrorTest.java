package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.kind.ResultKey;
import undercurrent.series.ImportChoices;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.session.Session;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.session.Viewpoint;

/** A likelihood that is estimated by particles stands in the window with its standard error. */
final class CriterionErrorTest {
  private static Experiment experiment(String filter) {
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < 40; t++) table.append(t).append(',').append(5 * Math.sin(t)).append('\n');
    SeriesSet set = SeriesFiles.open("x.csv", table.toString(), ImportChoices.AUTOMATIC);
    return Recipe.of(set)
        .with("kind", "growth")
        .with("filter", filter)
        .with("particles", 50)
        .with("epochs", 1)
        .experiment(set);
  }

  /** The last thing that is seen of a training to its end. */
  private static Snapshot settled(Session session) throws InterruptedException {
    Viewpoint watched = new Viewpoint(0, 20, 5);
    session.watch(watched);
    session.play();
    for (int i = 0; i < 30_000; i++) {
      Optional<Snapshot> now = session.poll();
      boolean ended = now.filter(s -> s.state() == State.FINISHED).isPresent();
      if (ended && now.get().isSettled(session.orderCount(), watched)) return now.get();
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("The training did not end.");
  }

  @Test
  void aLikelihoodByParticlesHasItsStandardError() throws Exception {
    try (Session session = new Session(experiment("bootstrap"))) {
      Snapshot last = settled(session);
      double error =
          last.beliefs().orElseThrow().results().get(ResultKey.CRITERION_ERROR).orElseThrow();
      Experiment saved = session.experiment().get(60, TimeUnit.SECONDS);
      assertEquals(Trained.of(saved).measured(Part.TRAINING).standardError(), error, 0);
      assertTrue(error > 0, "" + error);
      String words = StatusWords.criterion(last);
      assertTrue(words.endsWith(NumberWords.format(" ± %.2g", error)), words);
    }
  }

  @Test
  void anExactLikelihoodHasNone() throws Exception {
    try (Session session = new Session(experiment("ukf"))) {
      String words = StatusWords.criterion(settled(session));
      assertTrue(words.matches("−?\\d+\\.\\d{4}"), words);
    }
  }
}
