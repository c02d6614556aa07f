package undercurrent.model.formula;

import undercurrent.model.ModelWords;
import undercurrent.text.TextMistake;
import undercurrent.text.Visible;

/**
 * A part of a line of equations, and where it stands.
 *
 * @param line from 1 on
 * @param column of its first character, from 1 on
 */
record Fragment(String text, int line, int column) {
  /** A part of it without the blanks around. */
  Fragment part(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(text.charAt(first))) first++;
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) last--;
    return new Fragment(text.substring(first, last), line, column + first);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** What is wrong with all of it. */
  TextMistake mistake(String what) {
    return mistake(0, text.length(), what);
  }

  /**
   * What is wrong at a place of it.
   *
   * @param what a sentence that goes on after the place
   */
  TextMistake mistake(int from, int length, String what) {
    int at = column + Math.clamp(from, 0, text.length());
    return new TextMistake(
        line, at, Math.max(1, length), ModelWords.of("fragment.place", line, at, what));
  }

  /** As a message quotes it: in one line, and not endless. */
  String quoted() {
    return "'" + Visible.name(text) + "'";
  }
}
