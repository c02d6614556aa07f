package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Mark;
import undercurrent.inference.NetworkLane;
import undercurrent.kind.FigureCard;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.CurvePoint;
import undercurrent.training.Workers;

/** Five networks on their way to five known lines, in small. */
final class NetworkRaceTest {
  @Test
  void theBoundsFallTowardsTheLinesAndCrossNone() {
    NetworkRace race = new NetworkRace(300, 200, 6);
    List<NetworkLane> lanes = new ArrayList<>();
    List<Integer> told = new ArrayList<>();
    for (NetworkLane runner : NetworkRace.FIVE) {
      lanes.add(race.run(runner, Workers.ALONE, lane -> told.add(lane.epochs().length)));
    }
    assertEquals(30, told.size());
    for (NetworkLane lane : lanes) {
      double[] bounds = lane.bounds();
      assertEquals(7, bounds.length);
      assertTrue(bounds[6] < bounds[0] - 0.05, lane.name() + " " + bounds[0] + " " + bounds[6]);
      for (double bound : bounds) {
        assertTrue(bound > lane.limit() - 0.01, lane.name() + " " + bound);
      }
    }
    Figure figure = Figures.race(lanes);
    assertEquals(5, figure.marks().stream().filter(m -> m instanceof Mark.Line).count());
    // Two networks share a line.
    assertEquals(4, figure.marks().stream().filter(m -> m instanceof Mark.Rule).count());
    assertTrue(figure.summary().contains("of 3.4173"), figure.summary());
  }

  /** The lesson opens with the equations that its series were made by, and shows the lines. */
  @Test
  void theLessonGivesTheEquationsAndShowsTheLines() {
    SeriesSet set = Samples.find("lesson-networks").orElseThrow().open();
    Experiment lesson = Recipe.of(set).experiment(set);
    assertEquals("deep", lesson.model().kind().id());
    List<String> figures = lesson.model().figures().stream().map(FigureCard::id).toList();
    assertTrue(figures.contains("limits"), figures.toString());
    Run run = Run.of(lesson);
    while (run.trainer().epoch() < 12) run.trainer().step();
    double elbo =
        run.trainer().curve().stream()
            .mapToDouble(CurvePoint::validationElbo)
            .filter(Double::isFinite)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    double bound = -(elbo + run.dataset().preparation().logScale());
    assertTrue(bound > 3.0 && bound < 3.6, "" + bound);
  }
}
