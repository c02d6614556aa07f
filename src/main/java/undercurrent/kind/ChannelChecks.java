package undercurrent.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import undercurrent.series.Channel;
import undercurrent.series.LinearDependence;
import undercurrent.series.SeriesSet;

/**
 * Observed channels of which a model can learn nothing, or nothing of their own: those that never
 * change in the training part, and those that follow from others there.
 */
final class ChannelChecks {
  /** More products of values are not formed; then only some of the rows are read. */
  private static final long MOST_PRODUCTS = 50_000_000L;

  private final SeriesSet set;
  private final int[] count;
  private final double[] least;
  private final double[] most;

  /** Reads the training part once. */
  ChannelChecks(SeriesSet set) {
    this.set = set;
    int size = set.channels().size();
    count = new int[size];
    least = new double[size];
    most = new double[size];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    set.trainingRows().forEachOrdered(this::add);
  }

  private void add(double[] row) {
    for (int c = 0; c < row.length; c++) {
      if (Double.isNaN(row[c])) continue;
      count[c]++;
      least[c] = Math.min(least[c], row[c]);
      most[c] = Math.max(most[c], row[c]);
    }
  }

  /**
   * Refuses what a kind cannot explain.
   *
   * @throws IllegalArgumentException one sentence that names the channels and what to do
   */
  void require(ModelKind<?> kind) {
    if (!kind.takesConstantChannels()) {
      constant(kind)
          .ifPresent(
              sentence -> {
                throw new IllegalArgumentException(sentence);
              });
    }
    if (!kind.takesDependentChannels()) {
      dependence()
          .ifPresent(
              found -> {
                throw new IllegalArgumentException(
                    KindWords.of("channels.refused", dependent(found), kind.id(), found.name()));
              });
    }
  }

  /** The refusal of a kind; a channel that could be left out is named in front of it. */
  IllegalArgumentException beside(IllegalArgumentException refusal) {
    String said = String.valueOf(refusal.getMessage());
    return dependence()
        .filter(found -> !said.contains(KindWords.of("quoted", found.name())))
        .map(
            found ->
                new IllegalArgumentException(
                    KindWords.of("channels.beside", dependent(found), found.name(), said), refusal))
        .orElse(refusal);
  }

  /** What a person should know although the kind trains on it. */
  List<String> notes(ModelKind<?> kind) {
    List<String> notes = new ArrayList<>();
    few().ifPresent(notes::add);
    if (kind.takesConstantChannels()) constant(kind).ifPresent(notes::add);
    if (kind.takesDependentChannels() && set.frame().isEmpty()) {
      dependence()
          .ifPresent(
              found ->
                  notes.add(KindWords.of("channels.dependent", dependent(found), found.name())));
    }
    return notes;
  }

  /** The first channel with a single value to learn from, or none. */
  private Optional<String> few() {
    return Arrays.stream(set.observedChannels())
        .filter(c -> count[c] < 2)
        .mapToObj(
            c ->
                KindWords.of(count[c] == 0 ? "channels.none" : "channels.one", name(c), set.name()))
        .findFirst();
  }

  private Optional<String> constant(ModelKind<?> kind) {
    List<Integer> constants = new ArrayList<>();
    int[] observed = set.observedChannels();
    for (int c : observed) if (isConstant(c)) constants.add(c);
    // A bit that never changes is nothing strange, unless there is nothing else.
    if (kind.takesConstantChannels() && constants.size() < observed.length) {
      constants.removeIf(this::isBit);
    }
    if (set.isTrack()) {
      // A thing that moves north alone is a track.
      List<Integer> place = List.of(set.latitude().getAsInt(), set.longitude().getAsInt());
      if (!constants.containsAll(place)) constants.removeAll(place);
    }
    if (constants.isEmpty()) return Optional.empty();
    if (set.frame().isPresent() && constants.size() < observed.length) {
      return constantPixels(kind, constants.size());
    }
    List<String> names = constants.stream().map(this::name).toList();
    String quoted =
        names.stream().map(n -> KindWords.of("quoted", n)).collect(Collectors.joining(", "));
    String remedy =
        constants.size() == observed.length
            ? KindWords.of("channels.remedy")
            : KindWords.of("channels.remedyOut", names.getFirst());
    return Optional.of(
        KindWords.of(
            names.size() == 1 ? "channels.constantOne" : "channels.constantMany",
            quoted,
            set.name(),
            kind.id(),
            remedy));
  }

  /** A border that is always cold is nothing strange. */
  private Optional<String> constantPixels(ModelKind<?> kind, int constants) {
    if (kind.takesConstantChannels()) return Optional.empty();
    return Optional.of(
        KindWords.of(
            "channels.pixels", constants, set.observedChannels().length, set.name(), kind.id()));
  }

  private String name(int channel) {
    return set.channels().get(channel).name();
  }

  private boolean isBit(int channel) {
    Channel.Kind values = set.channels().get(channel).kind();
    return values == Channel.Kind.BINARY || values == Channel.Kind.PIXEL;
  }

  /** Two values or more, which are the same but for rounding. */
  private boolean isConstant(int channel) {
    double size = Math.max(Math.abs(least[channel]), Math.abs(most[channel]));
    return count[channel] > 1 && most[channel] - least[channel] <= 1e-12 * size;
  }

  /** The observed channels that are neither constant, bits nor places, in their order. */
  private int[] real() {
    return Arrays.stream(set.observedChannels())
        .filter(c -> set.channels().get(c).kind() == Channel.Kind.REAL)
        .toArray();
  }

  private String dependent(LinearDependence.Found found) {
    return KindWords.of("channels.sum", set.name(), found.name(), found.words());
  }

  private Optional<LinearDependence.Found> dependence() {
    int[] channels = real();
    if (channels.length < 2) return Optional.empty();
    List<double[]> rows = complete(channels);
    // Few rows always depend.
    if (rows.size() < 2 * channels.length + 2) return Optional.empty();
    LinearDependence dependence = new LinearDependence();
    for (int d = 0; d < channels.length; d++) {
      int place = d;
      Optional<LinearDependence.Found> found =
          dependence.add(name(channels[d]), rows.stream().mapToDouble(row -> row[place]).toArray());
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  /** Rows without a gap; of many, some at equal distances. */
  private List<double[]> complete(int[] channels) {
    long most = Math.max(1000, MOST_PRODUCTS / ((long) channels.length * channels.length));
    long count = whole(channels).count();
    int every = count <= most ? 1 : (int) (count / most + 1);
    List<double[]> some = new ArrayList<>();
    int[] i = {0};
    whole(channels)
        .filter(row -> i[0]++ % every == 0)
        .forEachOrdered(row -> some.add(values(row, channels)));
    return some;
  }

  private Stream<double[]> whole(int[] channels) {
    return set.trainingRows()
        .filter(row -> Arrays.stream(channels).allMatch(c -> Double.isFinite(row[c])));
  }

  private static double[] values(double[] row, int[] channels) {
    return Arrays.stream(channels).mapToDouble(c -> row[c]).toArray();
  }
}
