package undercurrent.series;

import java.util.List;
import java.util.Optional;

/**
 * What was read: the series, what was chosen on the way, and the table that they stand in.
 *
 * @param notes what was guessed, turned round or left out, a sentence each
 * @param table empty for series that were generated
 */
public record Reading(SeriesSet set, List<String> notes, Optional<OwnTable> table) {
  public Reading {
    notes = List.copyOf(notes);
  }

  /** The same without the cells of its table, which take more memory than the series. */
  public Reading withoutTable() {
    return new Reading(set, notes, Optional.empty());
  }

  /** Series that no table holds. */
  static Reading made(SeriesSet set) {
    return new Reading(set, List.of(), Optional.empty());
  }
}
