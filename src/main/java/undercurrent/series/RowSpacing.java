package undercurrent.series;

/** What rows that a calendar expects, but a table does not have, are taken for. */
public enum RowSpacing {
  /** They are rows without a value. */
  CALENDAR,
  /** There is none: each row of the table follows the one before it in one step. */
  CONSECUTIVE
}
