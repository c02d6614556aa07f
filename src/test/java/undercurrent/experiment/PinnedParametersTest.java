package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.Parameter;
import undercurrent.series.ImportChoices;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/** Whatever parameter has a pin can be held by it at its estimate, and be released again. */
class PinnedParametersTest {
  /** Two channels, one with an input; a track; a season. */
  private static SeriesSet data(String name) {
    StringBuilder table = new StringBuilder();
    table.append(
        switch (name) {
          case "two" -> "t,flow rate (m),x.y\n";
          case "driven" -> "t,flow,u_rain\n";
          case "track" -> "t,lat,lon\n";
          default -> "t,x\n";
        });
    for (int t = 0; t < 48; t++) {
      double a = 3 * Math.sin(t * t) + 2 * Math.cos(t / 2.0) + 0.1 * t;
      double b = Math.cos(1.7 * t * t) + t % 4;
      table.append(t).append(',');
      switch (name) {
        case "two" -> table.append(a).append(',').append(b);
        case "driven" -> table.append(a + 2 * (t % 5)).append(',').append(t % 5);
        case "track" -> table.append(10 + 0.1 * t + 0.01 * a).append(',').append(20 + 0.02 * b);
        default -> table.append(a + b);
      }
      table.append('\n');
    }
    return SeriesFiles.open(
        name + ".csv", table.toString(), ImportChoices.AUTOMATIC.withSplit(Split.NONE));
  }

  private static Run fitted(SeriesSet set, String settings) {
    return Fits.fitted(set, (Object[]) settings.split("[ =]"));
  }

  @ParameterizedTest
  @CsvSource({
    "one, kind=level",
    "two, kind=level",
    "driven, kind=trend",
    "track, kind=trend",
    "one, kind=seasonal season=4",
    "one, kind=continuous process=ou",
    "track, kind=continuous process=velocity",
    "one, kind=airline season=4"
  })
  void aParameterIsHeldWhereItIs(String name, String settings) {
    SeriesSet set = data(name);
    Run free = fitted(set, settings);
    ExactFit fit = Fits.fit(free);
    int held = 0;
    for (FittedQuantity q : fit.quantities()) {
      if (!fit.canHold() || !NumberWords.isAvailable(q.value())) continue;
      Experiment changed =
          new Recipe(
                  free.experiment().model().holding(q.name(), q.value()),
                  free.experiment().training())
              .experiment(set);
      ExactFit again = Fits.fit(Run.of(changed));
      FittedQuantity same = Fits.quantity(again, q.name());
      assertEquals(Parameter.Place.FIXED, same.place(), q.name());
      assertEquals(q.value(), same.value(), 1e-9 * Math.abs(q.value()), q.name());
      assertEquals(fit.parameters() - 1, again.parameters(), q.name());
      assertEquals(
          free.experiment().model(), changed.model().releasing(q.name()), "released " + q.name());
      held++;
    }
    assertFalse(held == 0, settings);
  }
}
