package undercurrent.kind;

import java.util.List;

/**
 * What a person should know of a kind.
 *
 * @param name in a list of kinds
 * @param family the heading that it stands under
 * @param sentence what it is, in one sentence
 * @param data which data it takes, and why not others
 * @param page what to look at when it is used, and what it cannot do
 * @param citation where it was published
 */
public record Card(
    String name,
    String family,
    String sentence,
    String data,
    String page,
    List<Equation> equations,
    String citation) {

  /**
   * An equation.
   *
   * @param latex as LaTeX, without dollar signs
   * @param unicode the same for a terminal
   */
  public record Equation(String latex, String unicode) {}

  public Card {
    equations = List.copyOf(equations);
  }

  /**
   * A card with the words of a kind's id.
   *
   * @param family where the words of the family are
   */
  static Card of(String id, String family, String citation, Equation... equations) {
    String prefix = "kind." + id + ".";
    return new Card(
        KindWords.of(prefix + "name"),
        KindWords.of("family." + family),
        KindWords.of(prefix + "sentence"),
        KindWords.of(prefix + "data"),
        KindWords.of(prefix + "page"),
        List.of(equations),
        citation);
  }

  static Equation equation(String latex, String unicode) {
    return new Equation(latex, unicode);
  }
}
