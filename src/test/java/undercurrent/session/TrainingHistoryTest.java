package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Moment;
import undercurrent.training.Training;

final class TrainingHistoryTest {
  private static Experiment experiment(int epochs) {
    SeriesSet set = new SineFamily(4, 12, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 4).with("epochs", epochs).experiment(set);
  }

  private static Training trained(int epochs, TrainingHistory history) {
    Training training = Run.of(experiment(epochs)).trainer();
    history.offer(training);
    while (training.status() == Training.Status.READY) {
      training.step();
      history.offer(training);
    }
    return training;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 61, 150, 700})
  void aboutSixtyEpochsAreKeptTheFirstAndTheLastAmongThem(int epochs) {
    TrainingHistory history = new TrainingHistory();
    Training training = trained(epochs, history);
    List<Integer> kept = history.moments().stream().map(Moment::epoch).toList();
    assertEquals(0, kept.getFirst());
    assertEquals(epochs, kept.getLast());
    assertEquals(kept.stream().sorted().distinct().toList(), kept);
    int expected = Math.min(epochs, TrainingHistory.USUAL) + 1;
    assertTrue(Math.abs(kept.size() - expected) <= 3, kept.toString());
    assertArrayEquals(
        training.checkpoint().weights(), history.moments().getLast().model().weights());
  }

  @Test
  void theDistancesGrow() {
    TrainingHistory history = new TrainingHistory();
    trained(700, history);
    List<Integer> kept = history.moments().stream().map(Moment::epoch).toList();
    for (int i = 2; i + 1 < kept.size(); i++) {
      assertTrue(kept.get(i) - kept.get(i - 1) >= kept.get(i - 1) - kept.get(i - 2), "" + kept);
    }
  }

  @Test
  void moreThanTheMemoryAllowsIsThinned() {
    TrainingHistory all = new TrainingHistory();
    trained(100, all);
    long one = all.moments().getFirst().bytes();
    TrainingHistory few = new TrainingHistory(10 * one);
    trained(100, few);
    assertTrue(one > 0 && few.moments().size() <= 10 && few.moments().size() >= 5);
    assertEquals(0, few.moments().getFirst().epoch());
    assertEquals(100, few.moments().getLast().epoch());
  }
}
