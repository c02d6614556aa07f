package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.GateActivation;
import undercurrent.series.SeriesSet;

/** The gates of a gated transition over time, one line for each latent dimension. */
final class GateFigure {
  private final ShownSeries shown;
  private final GateActivation activation;

  GateFigure(SeriesSet set, GateActivation activation) {
    this.shown = new ShownSeries(set, activation.series());
    this.activation = activation;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    double[][] gates = activation.gates();
    int size = gates.length == 0 ? 0 : gates[0].length;
    int drawn = Math.min(size, LatentFigure.INKS.size());
    for (int d = 0; d < drawn; d++) {
      marks.add(
          new Mark.Line(
              Words.of("gate.legend", LatentFigure.symbol(d)),
              LatentFigure.INKS.get(d),
              Mark.Stroke.SOLID,
              activation.times(),
              Columns.of(gates, d)));
    }
    return new Figure(
        "gates",
        Words.of("gate.title", shown.title()),
        shown.timeAxis(),
        new Axis(Words.of("axis.gate"), "", Axis.Kind.NUMBER, 0, 1),
        marks,
        0,
        Words.of("gate.summary", drawn, Words.count("dimension", size)));
  }
}
