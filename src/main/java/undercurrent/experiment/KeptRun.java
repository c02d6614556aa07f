package undercurrent.experiment;

import java.util.List;
import java.util.Optional;
import undercurrent.kind.ChosenModel;
import undercurrent.training.TrainingSettings;

/**
 * A training that is kept to be compared with others: what it was and what came of it, without its
 * weights. Immutable.
 *
 * @param name that a person gave it
 * @param isHidden whether figures leave it out
 * @param isEdited whether it learned from data that were edited by hand
 * @param isTurned whether its settings were changed while it was trained, so that these alone do
 *     not make it again
 * @param epoch that it had reached
 * @param seconds that its steps took; NaN where a part of it was trained elsewhere
 * @param scores empty until they are found
 */
public record KeptRun(
    String name,
    boolean isHidden,
    ChosenModel<?> model,
    TrainingSettings training,
    boolean isEdited,
    boolean isTurned,
    int epoch,
    double seconds,
    KeptCurve curve,
    List<KeptScore> scores,
    Optional<KeptForecast> forecast) {
  /** Names are written into a table. */
  public static final int LONGEST_NAME = 80;

  public KeptRun {
    scores = List.copyOf(scores);
    if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME);
  }

  /** The same under another name. */
  public KeptRun named(String other) {
    return new KeptRun(
        other, isHidden, model, training, isEdited, isTurned, epoch, seconds, curve, scores,
        forecast);
  }

  /** The same, shown in figures or not. */
  public KeptRun hidden(boolean hidden) {
    return new KeptRun(
        name, hidden, model, training, isEdited, isTurned, epoch, seconds, curve, scores, forecast);
  }

  /** The same with its scores, and with a forecast if it has none. */
  public KeptRun scored(List<KeptScore> found, Optional<KeptForecast> other) {
    return new KeptRun(
        name,
        isHidden,
        model,
        training,
        isEdited,
        isTurned,
        epoch,
        seconds,
        curve,
        found,
        forecast.or(() -> other));
  }

  /** The first score of a name for a channel, or without one for all channels together. */
  public Optional<KeptScore> score(String of, String channel) {
    Optional<KeptScore> own =
        scores.stream().filter(s -> s.name().equals(of) && s.channel().equals(channel)).findFirst();
    return own.or(() -> scores.stream().filter(s -> s.name().equals(of)).findFirst());
  }
}
