package undercurrent.series;

/** What series are read from: a table, or a film. */
interface SeriesSource {
  /** Shows how it would be read. */
  ImportPreview preview(ImportChoices choices);

  /**
   * Reads it.
   *
   * @throws SeriesException one sentence that names the file, the place and what to do
   */
  Reading read(ImportChoices choices);
}
