package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptForecast;
import undercurrent.experiment.KeptRun;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Ghost;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/** The curves and the forecasts of pinned runs in the figures of the run that is open. */
record Ghosts(Lab lab) {
  /** A figure with those of them that belong in it. */
  Figure on(Figure figure) {
    return switch (figure.id()) {
      case "elbo" -> Figures.withGhosts(figure, curves());
      case "observed" -> Figures.withGhosts(figure, forecasts());
      default -> figure;
    };
  }

  /** Those that were trained on the same criterion: others have another axis. */
  private List<Ghost> curves() {
    Optional<Experiment> open = lab.experiment();
    List<Ghost> ghosts = new ArrayList<>();
    List<KeptRun> runs = lab.compared().now().pinned();
    for (int i = 0; i < runs.size(); i++) {
      KeptRun run = runs.get(i);
      boolean isSame =
          open.filter(e -> e.curve().criterion() == run.curve().criterion()).isPresent();
      if (run.isHidden() || !isSame || run.curve().epochs().length == 0) continue;
      double[] x = new double[run.curve().epochs().length];
      for (int k = 0; k < x.length; k++) x[k] = run.curve().epochs()[k];
      ghosts.add(new Ghost(run.name(), i, x, run.curve().shown()));
    }
    return ghosts;
  }

  private List<Ghost> forecasts() {
    Optional<SeriesSet> set = lab.experiment().map(Experiment::data);
    int channel = lab.selection().channelProperty().get();
    OptionalInt column = set.isEmpty() ? OptionalInt.empty() : set.get().observedIndex(channel);
    // Longitudes are drawn without the leap at the dateline, which one line alone does not know.
    if (column.isEmpty()
        || set.orElseThrow().channels().get(channel).kind() == Channel.Kind.LONGITUDE) {
      return List.of();
    }
    List<Ghost> ghosts = new ArrayList<>();
    List<KeptRun> runs = lab.compared().now().pinned();
    for (int i = 0; i < runs.size(); i++) {
      Optional<KeptForecast> forecast = runs.get(i).forecast();
      if (runs.get(i).isHidden() || forecast.isEmpty()) continue;
      if (forecast.get().series() != lab.selection().seriesProperty().get()) continue;
      double[][] median = forecast.get().median();
      double[] y = new double[median.length];
      for (int k = 0; k < y.length; k++) {
        y[k] = column.getAsInt() < median[k].length ? median[k][column.getAsInt()] : Double.NaN;
      }
      ghosts.add(new Ghost(runs.get(i).name(), i, forecast.get().times(), y));
    }
    return ghosts;
  }
}
