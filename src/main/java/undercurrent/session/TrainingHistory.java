package undercurrent.session;

import java.util.ArrayList;
import java.util.List;
import undercurrent.training.Moment;
import undercurrent.training.Training;

/**
 * Models of one training from its start to now, at most so many bytes of them. The epochs at which
 * one is kept are equally spaced on a logarithmic scale, because a model changes most in the first
 * of them.
 */
final class TrainingHistory {
  /** Moments of a training that makes all the epochs of its settings. */
  static final int USUAL = 60;

  static final long MOST_BYTES = 64L << 20;
  private final long most;
  private List<Moment> moments = List.of();
  private int spacedFor;
  private double ratio = 1;

  TrainingHistory() {
    this(MOST_BYTES);
  }

  TrainingHistory(long most) {
    this.most = most;
  }

  /**
   * Goes on from moments that a document kept.
   *
   * @param kept in their order; those from the epoch of the training on are left out
   */
  void begin(List<Moment> kept, Training training) {
    moments = kept.stream().filter(m -> m.epoch() < training.epoch()).toList();
    keep(new Moment(training.epoch(), training.steps(), training.model()));
  }

  /** From the first to the last; immutable. */
  List<Moment> moments() {
    return moments;
  }

  /** Keeps the model as it is now if it is time for it; called between two steps. */
  void offer(Training training) {
    int epoch = training.epoch();
    boolean ended = training.status() != Training.Status.READY;
    if (moments.isEmpty() || (epoch > last() && (ended || epoch >= next(training)))) {
      keep(new Moment(epoch, training.steps(), training.model()));
    }
  }

  private int last() {
    return moments.getLast().epoch();
  }

  private int next(Training training) {
    int epochs = training.settings().epochs();
    if (epochs != spacedFor) {
      spacedFor = epochs;
      ratio = ratio(epochs);
    }
    return after(last(), ratio);
  }

  private static int after(int epoch, double ratio) {
    return Math.max(epoch + 1, (int) Math.ceil(epoch * ratio));
  }

  /** The distance at which about {@link #USUAL} epochs are kept, found by bisection. */
  private static double ratio(int epochs) {
    double low = 1;
    double high = 2;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (count(epochs, middle) > USUAL) low = middle;
      else high = middle;
    }
    return high;
  }

  private static int count(int epochs, double ratio) {
    int count = 0;
    for (int epoch = 0; epoch < epochs && count <= USUAL; epoch = after(epoch, ratio)) count++;
    return count;
  }

  private void keep(Moment moment) {
    List<Moment> longer = new ArrayList<>(moments);
    longer.add(moment);
    while (longer.size() > 2 && longer.stream().mapToLong(Moment::bytes).sum() > most) {
      thin(longer);
    }
    moments = List.copyOf(longer);
  }

  /** Every second one goes, but for the first and the last. */
  private static void thin(List<Moment> all) {
    for (int i = all.size() - 2; i > 0; i -= 2) all.remove(i);
  }
}
