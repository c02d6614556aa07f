package undercurrent.series;

import java.util.List;
import java.util.Set;

/**
 * A table with something odd about it, and what a reader owes it.
 *
 * @param told what is odd, for the words of a failed test
 * @param numbers how many cells of each column hold a number
 * @param rows below the header
 * @param lines the rows, as messages count them, of which one must be named when it is refused;
 *     empty when the fault is the whole file's or nothing is known
 */
public record OddTable(
    byte[] bytes,
    ImportChoices choices,
    Owed owed,
    String told,
    int[] numbers,
    int rows,
    Set<Integer> lines,
    List<String> names) {
  /** The usual name of the file that the bytes are put into. */
  public static final String FILE = "odd.csv";

  /** What must become of a table. */
  public enum Owed {
    /** It is opened, with every number that it holds. */
    OPENS,
    /** It is refused by a sentence that names the place. */
    REFUSED,
    /** One of the two. */
    EITHER
  }
}
