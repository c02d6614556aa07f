package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The {@link Preparation} of numbers and tracks: standardised values, standardised steps. */
final class StandardPreparation implements Preparation {
  private static final int NO_TRACK = -1;
  private static final double ROUNDED_METRES = 1e-5;
  private static final double[] NO_ROW = {};
  private final SeriesSet set;
  private final int[] observed;
  private final int latitude;
  private final int longitude;

  /** One for each series; empty when it is no track. */
  private final List<Fixes> fixes;

  private final Places places;
  private final Scaling scaling;
  private final int[] inputs;
  private final Scaling inputScaling;
  private final Shape shape;
  private volatile float[] ones = {};
  private volatile float[] lastGaps = {};

  StandardPreparation(SeriesSet set) {
    this.set = set;
    this.observed = set.observedChannels();
    this.latitude =
        set.isTrack() ? set.observedIndex(set.latitude().getAsInt()).orElseThrow() : NO_TRACK;
    this.longitude =
        set.isTrack() ? set.observedIndex(set.longitude().getAsInt()).orElseThrow() : NO_TRACK;
    this.shape = shape(set, observed.length);
    this.fixes = set.isTrack() ? fixesOf(set) : List.of();
    this.places = Places.fit(trainingPlaces());
    this.scaling =
        Scaling.fit(() -> set.trainingRows(this::unscaled), kept(), least(), groups(set, observed));
    this.inputs = set.inputChannels();
    this.inputScaling =
        Scaling.fit(
            () -> set.trainingRows(this::unscaledInputs),
            new boolean[inputs.length],
            new double[inputs.length]);
  }

  /** With the scaling that another one has learned. */
  private StandardPreparation(SeriesSet set, StandardPreparation learned) {
    this.set = set;
    observed = learned.observed;
    latitude = learned.latitude;
    longitude = learned.longitude;
    shape = learned.shape;
    fixes = set.isTrack() ? fixesOf(set) : List.of();
    places = learned.places;
    scaling = learned.scaling;
    inputs = learned.inputs;
    inputScaling = learned.inputScaling;
  }

  @Override
  public Preparation on(SeriesSet others) {
    return new StandardPreparation(others, this);
  }

  private static Shape shape(SeriesSet set, int size) {
    if (set.frame().isPresent()) return set.frame().get();
    return Support.of(set) == Support.BINARY ? new Shape.Roll(size) : new Shape.Vector(size);
  }

  /** The pixels of a film are measured in one unit and have one scale for each of its colours. */
  private static int[] groups(SeriesSet set, int[] observed) {
    return IntStream.range(0, observed.length)
        .map(d -> set.frame().map(f -> f.component(d)).orElse(d))
        .toArray();
  }

  private static List<Fixes> fixesOf(SeriesSet set) {
    int latitude = set.latitude().getAsInt();
    int longitude = set.longitude().getAsInt();
    return set.series().stream()
        .map(s -> new Fixes(s.channel(latitude), s.channel(longitude)))
        .toList();
  }

  private List<double[]> trainingPlaces() {
    List<double[]> starts = new ArrayList<>();
    for (int s = 0; s < fixes.size(); s++) {
      int length = set.series().get(s).length();
      for (int t = 0; t < length; t++) {
        boolean isKnown = fixes.get(s).hasStart(t);
        if (isKnown && set.split().part(s, t, length) == Part.TRAINING) {
          starts.add(fixes.get(s).start(t));
        }
      }
    }
    return starts;
  }

  private boolean[] kept() {
    boolean[] kept = new boolean[observed.length];
    for (int d = 0; d < kept.length; d++) {
      Channel.Kind kind = set.channels().get(observed[d]).kind();
      kept[d] = kind == Channel.Kind.BINARY || kind == Channel.Kind.PIXEL;
    }
    return kept;
  }

  /** Steps of one length differ by the rounding of places on the Earth. */
  private double[] least() {
    double[] least = new double[observed.length];
    if (latitude == NO_TRACK) return least;
    least[latitude] = ROUNDED_METRES;
    least[longitude] = ROUNDED_METRES;
    return least;
  }

  /** One row as the model sees it, before scaling. */
  private double[] unscaled(int series, int row) {
    double[] values = set.series().get(series).row(row);
    double[] out = new double[observed.length];
    for (int d = 0; d < out.length; d++) out[d] = values[observed[d]];
    if (latitude != NO_TRACK) {
      double[] step = fixes.get(series).step(row);
      out[longitude] = step[0];
      out[latitude] = step[1];
    }
    return out;
  }

  private double[] unscaledInputs(int series, int row) {
    double[] values = set.series().get(series).row(row);
    double[] out = new double[inputs.length];
    for (int i = 0; i < out.length; i++) out[i] = values[inputs[i]];
    return out;
  }

  @Override
  public int observationSize() {
    return observed.length;
  }

  @Override
  public Sequence apply(int series, int from, int to) {
    int size = observed.length;
    float[] values = new float[(to - from) * size];
    boolean[] missing = new boolean[values.length];
    boolean isWhole = true;
    Series own = set.series().get(series);
    boolean isTrack = latitude != NO_TRACK;
    for (int t = from; t < to; t++) {
      double[] row = isTrack ? unscaled(series, t) : NO_ROW;
      int at = (t - from) * size;
      for (int d = 0; d < size; d++) {
        double value = isTrack ? row[d] : own.value(t, observed[d]);
        missing[at + d] = Double.isNaN(value);
        if (missing[at + d]) isWhole = false;
        else values[at + d] = (float) scaling.toModel(d, value);
      }
    }
    float[] mask = ones(values.length);
    if (!isWhole) {
      mask = mask.clone();
      for (int i = 0; i < mask.length; i++) if (missing[i]) mask[i] = 0;
    }
    return new Sequence(
        series,
        from,
        to - from,
        values,
        mask,
        inputs(series, from, to),
        gaps(series, from, to),
        places(series, from, to),
        shape);
  }

  /** Ones; pieces of one length in which nothing is missing share them, as films are large. */
  private float[] ones(int length) {
    float[] shared = ones;
    if (shared.length == length) return shared;
    float[] made = new float[length];
    Arrays.fill(made, 1);
    ones = made;
    return made;
  }

  private float[] places(int series, int from, int to) {
    int size = placeSize();
    float[] out = new float[(to - from + 1) * size];
    for (int t = from; t <= to && size > 0; t++) {
      Fixes track = fixes.get(series);
      if (track.hasStart(t)) places.put(track.start(t), out, (t - from) * size);
    }
    return out;
  }

  @Override
  public int placeSize() {
    return latitude == NO_TRACK ? 0 : Places.SIZE;
  }

  @Override
  public void move(float[] at, float[] rows) {
    for (int n = 0; n * placeSize() < at.length; n++) {
      double east = scaling.toFile(longitude, rows[n * observed.length + longitude]);
      double north = scaling.toFile(latitude, rows[n * observed.length + latitude]);
      places.move(at, n * placeSize(), east, north);
    }
  }

  private float[] inputs(int series, int from, int to) {
    int size = inputs.length;
    float[] out = new float[(to - from) * size];
    for (int t = from; t < to && size > 0; t++) {
      double[] row = unscaledInputs(series, t);
      for (int i = 0; i < size; i++) {
        if (!Double.isNaN(row[i])) {
          out[(t - from) * size + i] = (float) inputScaling.toModel(i, row[i]);
        }
      }
    }
    return out;
  }

  private float[] gaps(int series, int from, int to) {
    double[] times = set.series().get(series).times();
    float[] gaps = new float[to - from];
    for (int t = Math.max(1, from); t < to; t++) gaps[t - from] = (float) (times[t] - times[t - 1]);
    // Pieces of one length in an even series share them, as most memory of a long one is theirs.
    float[] shared = lastGaps;
    if (Arrays.equals(gaps, shared)) return shared;
    lastGaps = gaps;
    return gaps;
  }

  @Override
  public double[][] restore(int series, int from, double[][] rows, boolean chained) {
    double[][] out = new double[rows.length][observed.length];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < observed.length; d++) out[i][d] = scaling.toFile(d, rows[i][d]);
      if (latitude == NO_TRACK) continue;
      double[] place =
          chained && i > 0
              ? Geo.moved(
                  out[i - 1][latitude], out[i - 1][longitude], out[i][longitude], out[i][latitude])
              : fromLastSeen(fixes.get(series), from + i, out[i]);
      out[i][latitude] = place[0];
      out[i][longitude] = place[1];
    }
    return out;
  }

  private double[] fromLastSeen(Fixes track, int row, double[] step) {
    if (!track.hasStart(row)) return track.first();
    double[] start = track.start(row);
    return Geo.moved(start[0], start[1], step[longitude], step[latitude]);
  }

  @Override
  public double scale(int place) {
    return scaling.sd()[place];
  }

  @Override
  public double shift(int place) {
    return scaling.mean()[place];
  }

  @Override
  public double inputScale(int place) {
    return inputScaling.sd()[place];
  }

  @Override
  public double inputShift(int place) {
    return inputScaling.mean()[place];
  }

  @Override
  public double logScale() {
    return scaling.logScale();
  }
}
