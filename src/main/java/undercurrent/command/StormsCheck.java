package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.experiment.Trained;
import undercurrent.inference.LeadError;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/**
 * Tracks of storms by the recipe of the sample: forecasts from every row of the test storms must be
 * nearer than those of constant velocity, and the cone must hold about as many positions as its
 * level says.
 */
final class StormsCheck implements Check {
  private static final int DAY = 24;
  private static final double MOST_AFTER_A_DAY = 170;

  @Override
  public String id() {
    return "storms";
  }

  /** So many storms of all parts together. */
  @Override
  public Size size() {
    SeriesSet storms = storms();
    return new Size(CheckRun.epochs(storms), storms.series().size());
  }

  private static SeriesSet storms() {
    return Samples.find("storms").orElseThrow().open();
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Trained trained = run.trained("storms", first(storms(), run.size().series()));
    List<Reached> numbers = new ArrayList<>();
    for (LeadError lead : trained.scores().leads()) {
      String hours = NumberWords.format("%.0f h", lead.hours());
      run.say("stormsCheck.velocity", "%.1f", hours, lead.constantVelocity());
      double most = Math.nextDown(lead.constantVelocity());
      if (Math.round(lead.hours()) == DAY) most = Math.min(most, MOST_AFTER_A_DAY);
      numbers.add(new Reached(Words.of("stormsCheck.error", hours), lead.model(), 0, most));
      numbers.add(new Reached(Words.of("stormsCheck.cone", hours), lead.coverage(), 0.85, 0.95));
    }
    return numbers;
  }

  /** The first storms of each part, in proportion. */
  private static SeriesSet first(SeriesSet all, int count) {
    if (count >= all.series().size()) return all;
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Part part : Part.values()) {
      List<Series> own = new ArrayList<>();
      for (int s = 0; s < all.series().size(); s++) {
        if (all.split().bySeries().get(s) == part) own.add(all.series().get(s));
      }
      long some = Math.max(1, (long) own.size() * count / all.series().size());
      for (Series one : own.subList(0, (int) some)) {
        series.add(one);
        parts.add(part);
      }
    }
    return all.withSeries(series, new Split(parts, 1, 1));
  }
}
