package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.inference.Degeneracy;
import undercurrent.series.SeriesSet;

/**
 * How the particles of a filter degenerate: how many of them count, when they were chosen anew, and
 * how few of the past have descendants.
 */
final class ParticlesFigure {
  private final ShownSeries shown;
  private final Degeneracy degeneracy;

  ParticlesFigure(SeriesSet set, Degeneracy degeneracy) {
    this.shown = new ShownSeries(set, degeneracy.series());
    this.degeneracy = degeneracy;
  }

  Figure figure() {
    double[] times = degeneracy.times();
    double[] survivors = Arrays.stream(degeneracy.survivors()).asDoubleStream().toArray();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule("", Words.of("particles.all"), degeneracy.particles(), false));
    marks.add(new Mark.Rule("", Words.of("particles.half"), degeneracy.particles() / 2.0, false));
    // They rise and fall too fast for a line alone.
    marks.add(
        new Mark.Band(
            Words.of("particles.effective"),
            Ink.BLUE,
            times,
            new double[times.length],
            degeneracy.effective()));
    marks.add(new Mark.Line("", Ink.BLUE, Mark.Stroke.FAINT, times, degeneracy.effective()));
    marks.add(chosenAnew());
    marks.add(
        new Mark.Line(
            Words.of("particles.ancestors"), Ink.VERMILION, Mark.Stroke.SOLID, times, survivors));
    return new Figure(
        "particles",
        Words.of("particles.title", shown.title()),
        shown.timeAxis(),
        new Axis(
            Words.of("axis.particles"), "", Axis.Kind.NUMBER, 0, 1.02 * degeneracy.particles()),
        marks,
        0,
        summary());
  }

  /** Where too few counted, so that those of the next row were chosen by their weights. */
  private Mark chosenAnew() {
    int[] rows =
        IntStream.range(1, degeneracy.times().length)
            .filter(t -> degeneracy.resampled()[t])
            .map(t -> t - 1)
            .toArray();
    return new Mark.Points(
        Words.of("particles.resampled"),
        Ink.ORANGE,
        Mark.Shape.DIAMOND,
        Arrays.stream(rows).mapToDouble(t -> degeneracy.times()[t]).toArray(),
        Arrays.stream(rows).mapToDouble(t -> degeneracy.effective()[t]).toArray());
  }

  private String summary() {
    double[] effective = degeneracy.effective();
    long resampled =
        IntStream.range(0, effective.length).filter(t -> degeneracy.resampled()[t]).count();
    return Words.of(
        "particles.summary",
        degeneracy.particles(),
        Numbers.words(Math.rint(Arrays.stream(effective).average().orElse(Double.NaN))),
        Numbers.words(Math.rint(Arrays.stream(effective).min().orElse(Double.NaN))),
        resampled,
        effective.length,
        degeneracy.survivors()[0]);
  }
}
