package undercurrent.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Axis;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Ink;
import undercurrent.figure.Mark;
import undercurrent.figure.Range;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.view.chart.FigureChart;

/**
 * Measures how many frames a second a figure of a million points is panned and zoomed with, drawn
 * by software, and how long it takes to find one of 10,000 series by typing. Run with {@code mvn -q
 * test-compile exec:exec@pan}.
 */
public final class Panning {
  private static final int ROWS = 1_000_000;
  private static final int SERIES = 10_000;
  private static final int FRAMES = 60;
  private static final int ROUNDS = 3;

  private Panning() {}

  public static void main(String[] arguments) {
    OffScreen.start();
    SeriesSet set = noise();
    pan("points", Figures.observed(set, 0, 0, List.of()));
    pan("line and band", lineAndBand(set));
    search();
    System.exit(0);
  }

  /** A slow wave with noise: there is something to draw in every row of pixels. */
  private static SeriesSet noise() {
    var random = Randomness.of(1).named("pan");
    double[] times = new double[ROWS];
    double[][] values = new double[ROWS][1];
    for (int t = 0; t < ROWS; t++) {
      times[t] = t;
      values[t][0] = Math.sin(6e-5 * t) + 0.3 * random.normal();
    }
    return set(List.of(new Series("noise", times, values)));
  }

  private static SeriesSet set(List<Series> series) {
    return new SeriesSet(
        "pan",
        List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new TimeAxis("t", "", false, true),
        series,
        Split.BY_TIME);
  }

  private static Figure lineAndBand(SeriesSet set) {
    double[] x = set.series().getFirst().times();
    double[] y = set.series().getFirst().channel(0);
    double[] low = Arrays.stream(y).map(v -> v - 0.5).toArray();
    double[] high = Arrays.stream(y).map(v -> v + 0.5).toArray();
    return new Figure(
        "latent",
        "Line and band",
        new Axis("t", "", Axis.Kind.TIME, Double.NaN, Double.NaN),
        Axis.of("y", ""),
        List.of(
            new Mark.Band("band", Ink.BLUE, x, low, high),
            new Mark.Line("line", Ink.BLUE, Mark.Stroke.SOLID, x, y)),
        0,
        "A line.");
  }

  private static void pan(String name, Figure figure) {
    FigureChart chart = OffScreen.call(FigureChart::new);
    Stage stage =
        OffScreen.call(
            () -> {
              Stage made = new Stage();
              made.setScene(new Scene(chart, 1280, 700));
              made.show();
              chart.show(figure);
              return made;
            });
    OffScreen.frames(stage.getScene(), 60);
    for (double share : new double[] {1, 0.5, 0.1, 0.02, 0.001}) {
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long spent = spent();
        long began = System.nanoTime();
        for (int frame = 0; frame < FRAMES; frame++) {
          double from = ROWS * (1 - share) * frame / FRAMES + frame;
          OffScreen.run(() -> chart.showX(new Range(from, from + share * ROWS)));
          OffScreen.frames(stage.getScene(), 1);
        }
        rates[round] = FRAMES / ((System.nanoTime() - began) * 1e-9);
        say(
            "%s, %.1f %% of a million in sight, round %d: %.1f frames/s, %.1f ms of processor a"
                + " frame",
            name, 100 * share, round, rates[round], (spent() - spent) * 1e-6 / FRAMES);
      }
      Arrays.sort(rates);
      say("%s, %.1f %%: median %.1f frames/s", name, 100 * share, rates[ROUNDS / 2]);
    }
    OffScreen.run(stage::hide);
  }

  private static void search() {
    List<Series> many = ManySeries.of(SERIES, 20);
    SeriesSet set = set(many);
    MainWindow window = TestWindows.open();
    long began = System.nanoTime();
    OffScreen.run(() -> window.lab().open(Recipe.of(set).with("kind", "level").experiment(set)));
    OffScreen.frames(window.scene(), 2);
    say("%d series opened in %.0f ms", SERIES, (System.nanoTime() - began) * 1e-6);
    @SuppressWarnings("unchecked") // The list of the names of series.
    ComboBox<String> list = (ComboBox<String>) window.scene().lookup("#series");
    for (String typed : List.of("s", "9", "99", "series 9987", "87 99")) {
      say("'%s' is found in %.0f ms", typed, ManySeries.search(window, list, typed) * 1e-6);
    }
    TestWindows.close(window);
  }

  /** Processor time of the threads that draw, in nanoseconds. */
  private static long spent() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("JavaFX") || t.getName().startsWith("QuantumRenderer"))
        .mapToLong(t -> threads.getThreadCpuTime(t.threadId()))
        .sum();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
