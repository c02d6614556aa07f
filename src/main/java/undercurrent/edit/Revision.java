package undercurrent.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/**
 * A set as it was read, and what a person has changed in it; immutable. A model learns from the
 * data as they were when its training began, and estimates the data as they are now.
 */
public final class Revision {
  /** So many edits are told one by one. */
  private static final int TOLD = 6;

  private final SeriesSet original;
  private final List<Edit> learned;
  private final List<Edit> edits;
  private final SeriesSet data;
  private final SeriesSet shown;

  /**
   * Some edits of a set.
   *
   * @param learned those that the training began with, in order
   * @param edits those that there are now, in order
   * @throws IllegalArgumentException one sentence, when one names what the set does not have
   */
  public Revision(SeriesSet original, List<Edit> learned, List<Edit> edits) {
    this.original = original;
    this.learned = List.copyOf(learned);
    this.edits = List.copyOf(edits);
    data = applied(original, this.learned);
    shown = this.learned.equals(this.edits) ? data : applied(original, this.edits);
  }

  private Revision(
      SeriesSet original, List<Edit> learned, SeriesSet data, List<Edit> edits, SeriesSet shown) {
    this.original = original;
    this.learned = List.copyOf(learned);
    this.data = data;
    this.edits = List.copyOf(edits);
    this.shown = this.learned.equals(this.edits) ? data : shown;
  }

  private static SeriesSet applied(SeriesSet original, List<Edit> edits) {
    SeriesSet set = original;
    for (Edit edit : edits) set = edit.on(set);
    return set;
  }

  /** A set as it was read. */
  public static Revision of(SeriesSet original) {
    return new Revision(original, List.of(), List.of());
  }

  /** The set as it was read. */
  public SeriesSet original() {
    return original;
  }

  /** The set as it was read, where it is edited. */
  public Optional<SeriesSet> readAs() {
    return isEdited() ? Optional.of(original) : Optional.empty();
  }

  /** The edits that the training began with. */
  public List<Edit> learned() {
    return learned;
  }

  /** The edits that there are now. */
  public List<Edit> edits() {
    return edits;
  }

  /** What the model learns from. */
  public SeriesSet data() {
    return data;
  }

  /** The data as they are now: the same instance as {@link #data} if the model learns from them. */
  public SeriesSet shown() {
    return shown;
  }

  /** Whether anything is changed. */
  public boolean isEdited() {
    return !edits.isEmpty();
  }

  /** Whether the model learned from other data than there are now. */
  public boolean isAhead() {
    return !edits.equals(learned);
  }

  /** With one more edit, or the last one of its kind made another. */
  public Revision and(Edit edit) {
    List<Edit> all = new ArrayList<>(edits);
    int first = edit.isLevel() ? 0 : Math.max(0, all.size() - 1);
    for (int i = all.size() - 1; i >= first; i--) {
      Optional<Edit> both = all.get(i).with(edit);
      if (both.isEmpty()) continue;
      all.set(i, both.get());
      if (all.get(i).isNothing()) all.remove(i);
      return with(all);
    }
    if (edit.isNothing()) return this;
    all.add(edit);
    return new Revision(original, learned, data, all, edit.on(shown));
  }

  /** With other edits in the place of those that there are. */
  public Revision with(List<Edit> others) {
    return new Revision(original, learned, data, others, applied(original, others));
  }

  /** The data as they were read. */
  public Revision restored() {
    return with(List.of());
  }

  /** Of a training that begins with the data as they are. */
  public Revision begun() {
    return isAhead() ? new Revision(original, edits, shown, edits, shown) : this;
  }

  /** Whether noise and outliers can be added to a channel. */
  public static boolean takesNoise(Channel channel) {
    return Spreads.isReal(channel);
  }

  /** The level of a kind of edit, such as noise; 0 where there is none. */
  public double noise() {
    return edits.stream()
        .filter(AddedNoise.class::isInstance)
        .mapToDouble(e -> ((AddedNoise) e).level())
        .findFirst()
        .orElse(0);
  }

  /** The share of values that were made outliers. */
  public double outliers() {
    return edits.stream()
        .filter(AddedOutliers.class::isInstance)
        .mapToDouble(e -> ((AddedOutliers) e).share())
        .findFirst()
        .orElse(0);
  }

  /** What is to be known of the data, each a sentence; nothing when they are as they were read. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isEdited()) notes.add(EditWords.of("edited", told(edits)));
    if (isAhead() && isEdited()) notes.add(EditWords.of("ahead"));
    else if (isAhead()) notes.add(EditWords.of("restored", told(learned)));
    return notes;
  }

  private String told(List<Edit> some) {
    String words =
        some.stream().limit(TOLD).map(e -> e.words(original)).collect(Collectors.joining("; "));
    int more = some.size() - TOLD;
    return more > 0 ? words + "; " + EditWords.of("more", more) : words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Revision r
        && r.original.equals(original)
        && r.learned.equals(learned)
        && r.edits.equals(edits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(original, learned, edits);
  }
}
