package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.training.StepPhase;

/**
 * The graph of a kind of model as a row of boxes, of which each leads to the next one.
 *
 * @param boxes from left to right
 */
public record ModelGraph(List<Box> boxes) {
  public ModelGraph {
    boxes = List.copyOf(boxes);
  }

  /** How a box is drawn. */
  public enum Shape {
    /** A variable, such as x or z. */
    VARIABLE,
    /** What turns one variable into another. */
    MAP,
    /** What is added by chance. */
    NOISE
  }

  /** What of the training a box shows as a bar. */
  public enum Meter {
    NONE,
    KL,
    RECONSTRUCTION,
    /** The criterion of the kind. */
    CRITERION
  }

  /**
   * A box.
   *
   * @param id its words are {@code graph.ID.name} and {@code graph.ID.sentence}
   * @param symbol what it stands for, short, in Unicode
   * @param sentence what it does
   * @param size the key of a whole number that can be changed in place; empty for none
   * @param knobs keys of the settings of the model and of its training that belong to it
   * @param phases of an update in which it works; none of kinds that are fitted by iterations
   */
  public record Box(
      String id,
      Shape shape,
      String name,
      String symbol,
      String sentence,
      List<Card.Equation> equations,
      String size,
      List<String> knobs,
      Meter meter,
      Set<StepPhase> phases) {
    public Box {
      equations = List.copyOf(equations);
      knobs = List.copyOf(knobs);
      phases = Set.copyOf(phases);
    }

    /** With the words of its id, and nothing else. */
    static Box of(String id, Shape shape, String symbol) {
      return new Box(
          id,
          shape,
          KindWords.of("graph." + id + ".name"),
          symbol,
          KindWords.of("graph." + id + ".sentence"),
          List.of(),
          "",
          List.of(),
          Meter.NONE,
          Set.of());
    }

    Box saying(List<Card.Equation> some) {
      return new Box(id, shape, name, symbol, sentence, some, size, knobs, meter, phases);
    }

    Box saying(String latex, String unicode) {
      return saying(List.of(Card.equation(latex, unicode)));
    }

    /** With a number that is changed in place. */
    Box sized(String key) {
      return new Box(id, shape, name, symbol, sentence, equations, key, knobs, meter, phases);
    }

    Box with(List<String> keys) {
      return new Box(id, shape, name, symbol, sentence, equations, size, keys, meter, phases);
    }

    Box with(String... keys) {
      return with(List.of(keys));
    }

    Box showing(Meter bar) {
      return new Box(id, shape, name, symbol, sentence, equations, size, knobs, bar, phases);
    }

    Box during(StepPhase... when) {
      return new Box(
          id, shape, name, symbol, sentence, equations, size, knobs, meter, Set.of(when));
    }
  }
}
