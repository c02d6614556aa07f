package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;

/** A track on the coastline, with means and sample paths. */
final class MapFigure {
  private static final double SMALLEST_SPAN = 0.02;

  /** Ellipses of a forecast, and corners of each. */
  private static final int REGIONS = 8;

  private static final int CORNERS = 60;
  private final ShownSeries shown;
  private final List<Estimate> estimates;
  private final int latitude;
  private final int longitude;
  private final List<Mark> marks = new ArrayList<>();
  private double anchor;
  private Range seenX = Range.NONE;
  private Range seenY = Range.NONE;

  MapFigure(SeriesSet set, int series, List<Estimate> estimates) {
    if (!set.isTrack()) {
      throw new IllegalArgumentException(Words.of("map.refused", set.name()));
    }
    this.shown = new ShownSeries(set, series);
    this.estimates =
        estimates.stream().filter(e -> e.series() == series && e.length() > 0).toList();
    this.latitude = set.latitude().orElseThrow();
    this.longitude = set.longitude().orElseThrow();
  }

  Figure figure(String id) {
    double[] lat = shown.series().channel(latitude);
    anchor = Longitudes.first(shown.series().channel(longitude));
    double[] lon = Longitudes.unwrapped(shown.series().channel(longitude), anchor);
    estimates.forEach(this::paths);
    estimates.forEach(this::regions);
    track(lat, lon);
    estimates.forEach(this::mean);
    if (!seenX.isEmpty()) {
      seenX = widened(seenX);
      seenY = widened(seenY);
      marks.addFirst(new Mark.Area("", Ink.MUTED, land()));
    }
    double middle = seenY.isEmpty() ? 0 : Math.toRadians(Math.clamp(seenY.middle(), -80, 80));
    return new Figure(
        id,
        Words.of("map.title", shown.title()),
        axis(Words.of("axis.longitude"), Axis.Kind.LONGITUDE, seenX),
        axis(Words.of("axis.latitude"), Axis.Kind.LATITUDE, seenY),
        marks,
        1 / Math.cos(middle),
        summary(lat, lon));
  }

  private static Axis axis(String name, Axis.Kind kind, Range range) {
    return new Axis(name, "", kind, range.min(), range.max());
  }

  private void track(double[] lat, double[] lon) {
    int unseen = ForecastMarks.firstUnseen(estimates, lat.length);
    if (estimates.isEmpty()) {
      see(lat, lon);
      marks.add(
          new Mark.Path(Words.of("map.track"), lon, lat, shown.series().times(), shown.timeAxis()));
      return;
    }
    double[] before = Columns.before(lat, unseen);
    double[] later = Columns.from(lat, unseen);
    see(lat, lon);
    marks.add(new Mark.Line("", Ink.DATA, Mark.Stroke.FAINT, lon, lat));
    if (!Columns.isEmpty(before)) {
      marks.add(new Mark.Points(Words.of("observed"), Ink.DATA, Mark.Shape.DOT, lon, before));
    }
    if (!Columns.isEmpty(later)) {
      marks.add(new Mark.Points(ForecastMarks.unseen(), Ink.DATA, Mark.Shape.RING, lon, later));
    }
  }

  private void paths(Estimate e) {
    String legend = EstimateWords.paths(e.conditioning());
    for (int p = 0; p < Math.min(ObservedFigure.PATHS, e.paths().length); p++) {
      line(e, NumberRows.of(e.paths()[p]), p == 0 ? legend : "", Mark.Stroke.FAINT);
    }
  }

  /** Where a forecast without sample paths may lead: an ellipse for every few rows. */
  private void regions(Estimate e) {
    if (e.conditioning() != Conditioning.FORECAST || e.paths().length > 0) return;
    int every = (e.length() + REGIONS - 1) / REGIONS;
    String legend = Words.of("map.region", EstimateWords.level(e));
    for (int row = every - 1; row < e.length(); row += every) {
      double[][] ring = ellipse(e, row);
      if (Double.isNaN(ring[0][0])) continue;
      double[] lon = Longitudes.unwrapped(ring[1], anchor);
      see(ring[0], lon);
      marks.add(
          new Mark.Line(
              legend, EstimateWords.ink(e.conditioning()), Mark.Stroke.FAINT, lon, ring[0]));
      legend = "";
    }
  }

  /** {latitudes, longitudes} around a row, closed. */
  private double[][] ellipse(Estimate e, int row) {
    double[][] ring = new double[2][CORNERS + 1];
    int[] columns = {column(latitude), column(longitude)};
    double factor = e.regionFactor() / 2;
    for (int i = 0; i <= CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double[] along = {Math.sin(angle), Math.cos(angle)};
      for (int k = 0; k < 2; k++) {
        int c = columns[k];
        double width = e.observation().upper().at(row, c) - e.observation().lower().at(row, c);
        ring[k][i] = e.observation().median().at(row, c) + factor * width * along[k];
      }
    }
    return ring;
  }

  private void mean(Estimate e) {
    String name = EstimateWords.centre(e, e.observation()) + ", " + EstimateWords.given(shown, e);
    line(e, e.observation().median(), name, Mark.Stroke.SOLID);
  }

  private void line(Estimate e, NumberRows rows, String legend, Mark.Stroke stroke) {
    double[] lat = rows.column(column(latitude));
    double[] lon = Longitudes.unwrapped(rows.column(column(longitude)), anchor);
    see(lat, lon);
    marks.add(new Mark.Line(legend, EstimateWords.ink(e.conditioning()), stroke, lon, lat));
  }

  private int column(int channel) {
    return shown.set().observedIndex(channel).orElseThrow();
  }

  private void see(double[] lat, double[] lon) {
    seenX = seenX.and(Range.of(lon));
    seenY = seenY.and(Range.of(lat));
  }

  /** Some land around the track, to see where on the Earth it is. */
  private static Range widened(Range range) {
    double span = Math.max(range.span(), SMALLEST_SPAN);
    return range.ofLength(1.24 * span);
  }

  /** Land as far as a page of any shape may show. */
  private double[][] land() {
    double reach = 4 * Math.max(seenX.span(), seenY.span());
    return Coastline.within(seenX.ofLength(reach), seenY.ofLength(reach));
  }

  private String summary(double[] lat, double[] lon) {
    if (seenX.isEmpty()) return Words.of("map.nothing");
    double[] times = shown.series().times();
    String observed =
        Words.of(
            "map.summary",
            Columns.count(lat),
            Numbers.latitude(Range.of(lat).min(), 0.1),
            Numbers.latitude(Range.of(lat).max(), 0.1),
            Numbers.longitude(Range.of(lon).min(), 0.1),
            Numbers.longitude(Range.of(lon).max(), 0.1));
    return estimates.stream()
        .filter(e -> e.conditioning() == Conditioning.FORECAST)
        .findFirst()
        .map(
            e ->
                observed
                    + " "
                    + Words.of(
                        "map.forecast",
                        shown.moment(times[Math.clamp(e.from() - 1, 0, times.length - 1)]),
                        shown.moment(e.times()[e.length() - 1])))
        .orElse(observed);
  }
}
