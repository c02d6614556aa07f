package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.inference.LeadError;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.report.ScoreRows;
import undercurrent.series.Part;

final class ScoreTableTest {
  private static final double NONE = Double.NaN;

  /** Of so many channels; that of channel k is k. */
  private static Scores of(int channels) {
    List<Score> list = new ArrayList<>();
    for (int k = 1; k <= channels; k++) {
      list.add(new Score("forecast", "note " + k, "", k, k, k, k, 0.9, 0.9, k == 1 ? 3 : 1));
    }
    return new Scores(Part.TEST, list, List.of(), List.of(), NONE, NONE);
  }

  private static String said(Scores scores) {
    StringWriter out = new StringWriter();
    new ScoreTable(scores)
        .say(new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false));
    return out.toString();
  }

  @Test
  void tenChannelsAreToldOneByOne() {
    assertEquals(12, said(of(10)).lines().count());
  }

  @Test
  void ofManyChannelsTheTotalAndTheWorstFiveAreTold() {
    List<String> lines = said(of(88)).lines().toList();
    assertEquals(9, lines.size());
    assertTrue(lines.get(2).contains("all 88"), lines.get(2));
    assertTrue(lines.get(3).contains("worst: note 88"), lines.get(3));
    assertTrue(lines.get(7).contains("worst: note 84"), lines.get(7));
    assertEquals("  All 88 scores are in scores.json.", lines.getLast());
  }

  @Test
  void theTotalIsOverAllObservations() {
    Score total = ScoreRows.total(of(2).list());
    // Three observations with error 1 and one with error 2.
    assertEquals(Math.sqrt((3 + 4) / 4.0), total.rmse(), 1e-12);
    assertEquals(5 / 4.0, total.mae(), 1e-12);
    assertEquals(4, total.count());
  }

  @Test
  void aLeadIsToldInTheUnitOfAClockOrInSteps() {
    assertEquals("6 h ahead", ScoreLines.ahead(lead(1, 6)) + " ahead");
    assertEquals("10 min", ScoreLines.ahead(lead(1, 1 / 6.0)));
    assertEquals("15 s", ScoreLines.ahead(lead(1, 15 / 3600.0)));
    assertEquals("1 step", ScoreLines.ahead(lead(1, NONE)));
    assertEquals("4 steps", ScoreLines.ahead(lead(4, 0)));
  }

  private static LeadError lead(int steps, double hours) {
    return new LeadError(steps, hours, 1, 1, 1, 1, 1);
  }
}
