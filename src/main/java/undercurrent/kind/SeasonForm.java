package undercurrent.kind;

/** How a season is drawn. */
enum SeasonForm {
  /** Step by step if it is short, by a few waves if it is long. */
  AUTOMATIC,
  /** Step by step: as many states as it has steps, less one. */
  DUMMY,
  /** As a sum of all its waves. */
  TRIGONOMETRIC
}
