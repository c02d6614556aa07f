package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.PhysicalReading;
import undercurrent.inference.PhysicalReading.Quantity;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;

/**
 * Latent states over time as quantities of a known system, each after the straight line that fits
 * it to the truth, beside the truth. Each is drawn in its own standard deviations, as their units
 * differ.
 */
final class PhysicalFigure {
  /** All truths have one colour, so that strokes tell them apart. */
  private static final Mark.Stroke[] TRUE = {Mark.Stroke.DASHED, Mark.Stroke.DOTTED};

  private final ShownSeries shown;
  private final PhysicalReading reading;
  private final List<Quantity> quantities;

  PhysicalFigure(SeriesSet set, PhysicalReading reading) {
    this.shown = new ShownSeries(set, reading.series());
    this.reading = reading;
    quantities = reading.beside(set);
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    int drawn = Math.min(quantities.size(), LatentFigure.INKS.size());
    for (int i = 0; i < drawn; i++) {
      Quantity quantity = quantities.get(i);
      String name = Visible.name(quantity.name());
      Ink ink = LatentFigure.INKS.get(i);
      double[] truth = quantity.truth().orElse(quantity.states());
      double[] moments = moments(truth);
      if (quantity.truth().isPresent()) {
        double[] x = scaled(truth, moments);
        marks.add(line(Words.of("physical.true", name), Ink.TRUTH, TRUE[i % TRUE.length], x));
        double[] fitted = scaled(quantity.fit().at(quantity.states()), moments);
        marks.add(line(Words.of("physical.latent", name), ink, Mark.Stroke.SOLID, fitted));
        shares.add(name + " R² " + share(quantity));
      } else {
        marks.add(line(name, ink, Mark.Stroke.SOLID, scaled(truth, moments)));
      }
    }
    String said = shares.isEmpty() ? Words.of("physical.none") : String.join(", ", shares);
    return new Figure(
        "physical",
        Words.of("physical.title", shown.title(), said),
        shown.timeAxis(),
        Axis.of(Words.of("axis.each"), ""),
        marks,
        0,
        Words.of("physical.summary", said));
  }

  private static String share(Quantity quantity) {
    return NumberWords.format("%.3f", quantity.fit().share());
  }

  private Mark line(String legend, Ink ink, Mark.Stroke stroke, double[] y) {
    return new Mark.Line(legend, ink, stroke, reading.times(), y);
  }

  /** Mean and standard deviation of what is known. */
  private static double[] moments(double[] values) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double value : values) {
      if (!NumberWords.isAvailable(value)) continue;
      sum += value;
      squares += value * value;
      count++;
    }
    double mean = count == 0 ? 0 : sum / count;
    double variance = count == 0 ? 0 : squares / count - mean * mean;
    return new double[] {mean, variance > 0 ? Math.sqrt(variance) : 1};
  }

  private static double[] scaled(double[] values, double[] moments) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) scaled[i] = (values[i] - moments[0]) / moments[1];
    return scaled;
  }
}
