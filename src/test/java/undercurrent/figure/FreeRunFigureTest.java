package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

final class FreeRunFigureTest {
  private static final SeriesSet SINE = SineFamily.USUAL.generate(1);

  /** The prediction is 0.95 of what was observed; beyond the last row there is no error. */
  @Test
  void bothErrorsAreOfTheSameRows() {
    Estimate predicted = FigureExamples.estimate(SINE, 0, Conditioning.PREDICTED, 0, 100, 2);
    Estimate forecast = FigureExamples.estimate(SINE, 0, Conditioning.FORECAST, 90, 20, 2);
    int channel = SINE.observedChannels()[0];
    Figure figure = Figures.freeRun(SINE, channel, predicted, forecast);
    double[] observed = SINE.series().getFirst().channel(channel);
    Mark.Line oneStep = (Mark.Line) figure.marks().getFirst();
    Mark.Line freeRun = (Mark.Line) figure.marks().get(1);
    double squares = 0;
    for (int h = 0; h < 10; h++) {
      double x = observed[90 + h];
      assertEquals(0.05 * Math.abs(x), oneStep.y()[h], 1e-12);
      double mean = forecast.observation().mean().at(h, 0);
      assertEquals(Math.abs(mean - x), freeRun.y()[h], 1e-12);
      squares += (mean - x) * (mean - x) / 10;
    }
    assertTrue(Arrays.stream(freeRun.y()).skip(10).allMatch(Double::isNaN));
    String rms = Numbers.words(Math.sqrt(squares));
    assertTrue(figure.title().contains("free running " + rms), figure.title());
  }
}
