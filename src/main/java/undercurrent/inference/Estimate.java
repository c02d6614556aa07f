package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;

/**
 * What a model thinks of one series over a stretch of time.
 *
 * @param series index in the {@link undercurrent.series.SeriesSet}
 * @param conditioning what each row has seen
 * @param method how it was computed: "inference network", "particle filter", "sample paths",
 *     "exact"
 * @param level the probability inside the bands, 0.9 by default
 * @param from the row of the series that row 0 stands at; a forecast starts beyond what it saw
 * @param times {@code [N]} in the unit of the set's time axis
 * @param observation of the observed channels in the file's units, noise included, {@code [N][C]}
 * @param latent of the latent state, {@code [N][Z]}; not the band of the observation
 * @param paths some sample paths of the observed channels, {@code [P][N][C]}; may be empty
 * @param crps continuous ranked probability score of each observation {@code [N][C]} in its
 *     channel's unit (of a track: metres north and east), of 0 and 1 and of categories the Brier
 *     score; NaN where nothing was observed
 * @param dimensions of the latent state by name; empty where they have none
 * @param regimes how likely each regime is at each row {@code [N][K]}; empty without regimes
 * @param notes what a person should know before trusting it, each a sentence
 * @param pit the probability below each observation {@code [N][C]}, uniform if the distributions
 *     are right; NaN where nothing was observed or it is not known
 * @param energy the energy score of each row {@code [N]}, the CRPS of all channels together in
 *     standardised units; NaN where it is not known
 */
public record Estimate(
    int series,
    Conditioning conditioning,
    String method,
    double level,
    int from,
    double[] times,
    Band observation,
    Band latent,
    double[][][] paths,
    NumberRows crps,
    List<LatentDimension> dimensions,
    double[][] regimes,
    List<String> notes,
    NumberRows pit,
    double[] energy) {
  /** The regimes of a model that has none. */
  public static final double[][] NO_REGIMES = {};

  /** The method of an exact forecast whose inputs are not known to its end. */
  public static final String INPUTS_HELD = "exact, inputs held at their last values";

  public Estimate {
    dimensions = List.copyOf(dimensions);
    notes = List.copyOf(notes);
  }

  /** Without the probabilities below observations and without energy scores. */
  public Estimate(
      int series,
      Conditioning conditioning,
      String method,
      double level,
      int from,
      double[] times,
      Band observation,
      Band latent,
      double[][][] paths,
      NumberRows crps,
      List<LatentDimension> dimensions,
      double[][] regimes,
      List<String> notes) {
    this(
        series,
        conditioning,
        method,
        level,
        from,
        times,
        observation,
        latent,
        paths,
        crps,
        dimensions,
        regimes,
        notes,
        NumberRows.unknown(crps.length(), crps.columns()),
        unknown(crps.length()));
  }

  private static double[] unknown(int count) {
    double[] unknown = new double[count];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  /** The same with other sample paths. */
  Estimate withPaths(double[][][] others) {
    return with(others, pit, energy);
  }

  /** The same with the probabilities below observations. */
  Estimate withPit(NumberRows known) {
    return with(paths, known, energy);
  }

  /** The same with the probabilities below observations and energy scores. */
  Estimate with(NumberRows knownPit, double[] knownEnergy) {
    return with(paths, knownPit, knownEnergy);
  }

  private Estimate with(double[][][] drawn, NumberRows knownPit, double[] knownEnergy) {
    return new Estimate(
        series,
        conditioning,
        method,
        level,
        from,
        times,
        observation,
        latent,
        drawn,
        crps,
        dimensions,
        regimes,
        notes,
        knownPit,
        knownEnergy);
  }

  /** The names of the latent dimensions; empty where they have none. */
  public List<String> latentNames() {
    return dimensions.stream().map(LatentDimension::name).toList();
  }

  /** What latent dimension i is called: its own name, or "z" and its number from one. */
  public String latentName(int i) {
    return dimensions.isEmpty() ? "z" + (i + 1) : dimensions.get(i).name();
  }

  /** The unit of {@link #latentInFile}; empty where there is none. */
  public String latentUnit(int i) {
    return dimensions.isEmpty() ? "" : dimensions.get(i).unit();
  }

  /** A value of latent dimension i in the file's units, where it has one; else as it is. */
  public double latentInFile(int i, double z) {
    return dimensions.isEmpty() ? z : dimensions.get(i).inFile(z);
  }

  /**
   * How much wider than the band of each coordinate alone a region is that holds both together as
   * often, if they are Gaussian and independent: √(-2 log (1 - level)) / z.
   */
  public double regionFactor() {
    double z = StandardNormal.quantile((1 + level) / 2);
    return Math.sqrt(-2 * Math.log(1 - level)) / z;
  }

  /** N. */
  public int length() {
    return times.length;
  }

  /** The same, so many rows further on in the series. */
  Estimate moved(int rows) {
    return at(from + rows, method, notes);
  }

  /** The same with one note more, before the others. */
  Estimate noted(String note) {
    return told(method, Stream.concat(Stream.of(note), notes.stream()).toList());
  }

  /** The same with another method and other notes. */
  Estimate told(String otherMethod, List<String> otherNotes) {
    return at(from, otherMethod, otherNotes);
  }

  private Estimate at(int first, String computed, List<String> said) {
    return new Estimate(
        series,
        conditioning,
        computed,
        level,
        first,
        times,
        observation,
        latent,
        paths,
        crps,
        dimensions,
        regimes,
        said,
        pit,
        energy);
  }

  /** Only the rows {@code first .. end-1} of the series, as far as there are any. */
  public Estimate rows(int first, int end) {
    int a = Math.clamp(first - (long) from, 0, length());
    int b = Math.clamp(end - (long) from, a, length());
    return new Estimate(
        series,
        conditioning,
        method,
        level,
        from + a,
        Arrays.copyOfRange(times, a, b),
        observation.rows(a, b),
        latent.rows(a, b),
        Arrays.stream(paths).map(p -> Arrays.copyOfRange(p, a, b)).toArray(double[][][]::new),
        crps.range(a, b),
        dimensions,
        regimes.length == 0 ? regimes : Arrays.copyOfRange(regimes, a, b),
        notes,
        pit.range(a, b),
        Arrays.copyOfRange(energy, a, b));
  }
}
