package undercurrent.lesson;

/** A part of a paragraph. */
public sealed interface Span {
  /** How words are set. */
  enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE
  }

  /** Words of one style. */
  record Words(String text, Style style) implements Span {}

  /**
   * An equation within a line.
   *
   * @param line of the file, from 1 on
   */
  record Equation(String latex, int line) implements Span {}

  /**
   * A number that the program computes.
   *
   * @param decimals that are shown
   */
  record Computed(Quantity quantity, int decimals) implements Span {}
}
