package undercurrent.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import undercurrent.command.PhysicsCheck.Form;
import undercurrent.command.PhysicsCheck.Outcome;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/**
 * The silverbox, an electronic Duffing oscillator (Wigren and Schoukens 2013): 3072 rows to train
 * on in overlapping windows, and 1024 for a free run of 974 after 50. The linear part is known, as
 * Liu et al. (2022) give it. The file has the columns u and y, in volts, one row after another.
 */
final class SilverboxCheck {
  private static final int TRAINING = 3072;
  private static final int WINDOW = 100;
  private static final int STRIDE = 20;
  private static final int SEEN = 50;
  private static final double MILLI = 1000;
  private static final double RATE = 610.35;
  private static final double LIMIT = 4.5;
  private static final String UNIT = "mV";
  private static final List<Form> FORMS = List.of(Form.ONE, Form.FREE, Form.PHYSICS, Form.NETWORK);

  private final CheckRun run;
  private final SeriesSet set;

  SilverboxCheck(CheckRun run, Path file) {
    this.run = run;
    double[][] columns = FileColumns.read(file).of("u", "y");
    double[] u = columns[0];
    double[] y = columns[1];
    double[][] rows = new double[y.length][];
    for (int t = 0; t < rows.length; t++) {
      int before = Math.max(0, t - 1);
      int after = Math.min(rows.length - 1, t + 1);
      double speed = (y[after] - y[before]) / (after - before) * RATE;
      rows[t] = new double[] {MILLI * y[t], MILLI * speed, MILLI * y[t], MILLI * u[t]};
    }
    List<Series> series = new ArrayList<>();
    for (int from = 0; from + WINDOW <= TRAINING; from += STRIDE) {
      series.add(part(rows, from, from + WINDOW));
    }
    int windows = series.size();
    series.add(part(rows, TRAINING, rows.length));
    set =
        new SeriesSet(
            "silverbox",
            List.of(
                new Channel("displacement", UNIT, Channel.Kind.REAL, Channel.Role.TRUTH),
                new Channel("velocity", "mV/s", Channel.Kind.REAL, Channel.Role.TRUTH),
                new Channel("y", UNIT, Channel.Kind.REAL, Channel.Role.OBSERVED),
                new Channel("u", UNIT, Channel.Kind.REAL, Channel.Role.INPUT)),
            new TimeAxis("t", "", false, true),
            series,
            Split.of(windows, 1));
  }

  private static Series part(double[][] rows, int from, int to) {
    double[] times = new double[to - from];
    double[][] values = new double[times.length][];
    for (int t = 0; t < times.length; t++) {
      times[t] = t;
      values[t] = rows[from + t];
    }
    return new Series("rows" + from, times, values);
  }

  /**
   * Trains all forms; that of one chain, which does not depend on where a share goes, is judged.
   */
  List<Check.Reached> reached() {
    Recipe recipe =
        Recipe.of(set)
            .with(
                Map.of(
                    "kind", "physics",
                    "knownForm", "discrete",
                    "stateMatrix", "0.7636,0.0014;-272.4851,0.6917",
                    "inputMatrix", "0.2505;288.7715"))
            .with("learningRate", 0.005)
            .with("rateFall", 0.5)
            .with("batchSize", 32)
            .with("validateEvery", 0);
    List<Check.Reached> reached = new ArrayList<>();
    for (Form form : FORMS) {
      String name = Words.of("silverboxCheck.form", form.words());
      Trained trained = run.trained(name, set, recipe.with(form.settings()));
      Outcome outcome = Outcome.of(run, name, trained, SEEN, UNIT);
      double most = form == Form.ONE ? LIMIT : 1000;
      reached.add(new Check.Reached(name + ", " + UNIT, outcome.freeRun(), 0, most));
    }
    return reached;
  }
}
