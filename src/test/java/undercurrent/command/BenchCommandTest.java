package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.model.Trainable;
import undercurrent.series.Dataset;
import undercurrent.training.Workers;

final class BenchCommandTest {
  /** The classroom model by hand: what each of its products costs forwards and backwards. */
  @Test
  void operationsAreThoseOfTheProducts() {
    BenchSize size = BenchSize.CLASSROOM;
    Dataset data = size.data(4, size.steps);
    Trainable model = size.model(data, 1);
    assertEquals(1, model.observationSize());
    assertEquals(2, model.latentSize());
    double one = new Stopwatch(size, 100, 8, Workers.ALONE).operations();
    double two = new Stopwatch(size, 100, 16, Workers.ALONE).operations();
    assertEquals(2, two / one, 1e-9);
    // The recursion of the cell alone: 100 steps of [8 × 32]·[32 × 96], three times.
    assertTrue(one > 3 * 2.0 * 100 * 8 * 32 * 96);
    assertTrue(one < 3 * 3 * 2.0 * 100 * 8 * 32 * 96);
  }

  @Test
  void theStopwatchCountsWholeSteps() {
    Stopwatch watch = new Stopwatch(BenchSize.CLASSROOM, 10, 4, Workers.ALONE);
    assertTrue(watch.milliseconds(0.05) > 0);
    int[] steps = watch.stepsWithin(0.5, 0.6);
    assertTrue(steps[0] >= 1);
    assertTrue(steps[1] >= steps[0]);
  }
}
