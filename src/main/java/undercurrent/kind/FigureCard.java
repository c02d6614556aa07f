package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.ReportTable;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Conditions;

/**
 * A figure that a kind has: window, files, gallery and export read the same list of them.
 *
 * @param id its name on the command line and that of its file
 * @param words by which the words have its title
 * @param place in which panel of the window it is shown
 * @param isUsual whether it is written at the end of every training
 * @param when with which settings it is offered; as in {@link undercurrent.settings.Knob#when}
 * @param against why it is not offered for these data, in a sentence; empty where it is
 * @param needs what it is drawn from
 * @param refusal why these results do not give it, if they do not
 * @param content what is drawn
 */
public record FigureCard(
    String id,
    String words,
    Place place,
    boolean isUsual,
    String when,
    Function<SeriesSet, Optional<String>> against,
    List<ResultKey<?>> needs,
    Function<Results, Optional<String>> refusal,
    Content content) {

  /** The panels of the window. */
  public enum Place {
    OBSERVED,
    PLANE,
    /** One of several, chosen by the person. */
    CURVE,
    LATENT
  }

  /** What a card shows. */
  public sealed interface Content {
    /** A figure. */
    record Drawn(Function<Results, Figure> figure) implements Content {}

    /** A figure that moves, of which a single one is at the cursor, or in the middle. */
    record Moving(Function<Results, MovingFigure> figure) implements Content {}

    /** Rows of words and numbers. */
    record Listed(Function<Results, ReportTable> table) implements Content {}

    /** The arithmetic of the row that the cursor is at. */
    record Stepwise() implements Content {}

    /** Sliders of the parameters, which act at once. */
    record Adjusted() implements Content {}
  }

  public FigureCard {
    needs = List.copyOf(needs);
  }

  /**
   * A figure that is written after a training and always offered.
   *
   * @param words by which the words have its title
   */
  public static FigureCard of(
      String id,
      String words,
      Place place,
      List<ResultKey<?>> needs,
      Function<Results, Figure> figure) {
    return new FigureCard(
        id,
        words,
        place,
        true,
        "",
        set -> Optional.empty(),
        needs,
        r -> Optional.empty(),
        new Content.Drawn(figure));
  }

  /** The same, with the title that the words have for its id. */
  static FigureCard of(
      String id, Place place, List<ResultKey<?>> needs, Function<Results, Figure> figure) {
    return of(id, words(id), place, needs, figure);
  }

  /** What is always offered and not written at the end of a training. */
  static FigureCard shown(String id, Place place, List<ResultKey<?>> needs, Content content) {
    return new FigureCard(
        id,
        words(id),
        place,
        false,
        "",
        set -> Optional.empty(),
        needs,
        r -> Optional.empty(),
        content);
  }

  private static String words(String id) {
    return "figure." + id;
  }

  /** What it is called in a list of figures. */
  public String title() {
    return KindWords.of(words);
  }

  /** The same, not written at the end of a training. */
  FigureCard onDemand() {
    return new FigureCard(id, words, place, false, when, against, needs, refusal, content);
  }

  /** The same, offered with some settings alone. */
  FigureCard offeredWhen(String condition) {
    return new FigureCard(id, words, place, isUsual, condition, against, needs, refusal, content);
  }

  /**
   * The same, offered for some data alone.
   *
   * @param reason says in a sentence that takes the name of the set why it is not for others
   */
  FigureCard offeredFor(Predicate<SeriesSet> data, String reason) {
    Function<SeriesSet, Optional<String>> test =
        set -> data.test(set) ? Optional.empty() : Optional.of(KindWords.of(reason, set.name()));
    return new FigureCard(id, words, place, isUsual, when, test, needs, refusal, content);
  }

  /** The same, refused for some results. */
  FigureCard refusedWhen(Function<Results, Optional<String>> reason) {
    return new FigureCard(id, words, place, isUsual, when, against, needs, reason, content);
  }

  private static Figure still(MovingFigure moving, Results results) {
    int moment =
        results
            .get(ResultKey.CURSOR)
            .map(time -> MovingFigure.nearest(moving, time))
            .orElse(moving.length() / 2);
    return moving.at(moment);
  }

  /** Whether it can have something to show with these settings. */
  public boolean isOffered(Record settings) {
    return Conditions.hold(when, settings);
  }

  /** Whether it can have something to show of these data. */
  public boolean isOfferedFor(SeriesSet set) {
    return against.apply(set).isEmpty();
  }

  /** Whether it shows how the training goes, and nothing that the model says. */
  public boolean isCurve() {
    return needs.equals(List.of(ResultKey.CURVE));
  }

  /** Whether a figure that it has made shows nothing; a curve may only not have begun. */
  public boolean isEmpty(Figure made) {
    return made.marks().isEmpty() && !isCurve();
  }

  /** Whether it is a figure, and no table. */
  public boolean isDrawn() {
    return content instanceof Content.Drawn || isMoving();
  }

  /** Whether it is a figure that can be played. */
  public boolean isMoving() {
    return content instanceof Content.Moving;
  }

  /**
   * The figure that moves.
   *
   * @throws IllegalArgumentException one sentence, when it does not move or these results do not
   *     give it
   */
  public MovingFigure moving(Results results) {
    reasonAgainst(results)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    if (content instanceof Content.Moving moving) return moving.figure().apply(results);
    throw new IllegalArgumentException(KindWords.of("refused.moving", id));
  }

  /** Whether these results have all that it is drawn from. */
  public boolean isPossible(Results results) {
    return reasonAgainst(results).isEmpty();
  }

  /** Why these results do not give it, if they do not: one sentence. */
  public Optional<String> reasonAgainst(Results results) {
    boolean isComplete = needs.stream().allMatch(key -> results.get(key).isPresent());
    return isComplete ? refused(results) : Optional.of(KindWords.of("refused.incomplete", title()));
  }

  private Optional<String> refused(Results results) {
    return results.get(ResultKey.SET).flatMap(against).or(() -> refusal.apply(results));
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException one sentence, when these results do not give it
   */
  public Figure figure(Results results) {
    refused(results)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    return switch (content) {
      case Content.Drawn drawn -> drawn.figure().apply(results);
      case Content.Moving moving -> still(moving.figure().apply(results), results);
      case Content.Listed listed ->
          throw new IllegalArgumentException(KindWords.of("refused.table", id));
      case Content.Adjusted adjusted ->
          throw new IllegalArgumentException(KindWords.of("refused.sliders", id));
      case Content.Stepwise stepwise ->
          throw new IllegalArgumentException(KindWords.of("refused.stepwise", id));
    };
  }
}
