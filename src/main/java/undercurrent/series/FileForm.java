package undercurrent.series;

/** What kind of file a table comes from. */
public enum FileForm {
  /** Rows of text with a separator between the cells. */
  TEXT("row", true),
  /** A sheet of an Excel workbook (.xlsx). */
  EXCEL("row", true),
  /** Records, columns or JSON Lines. */
  JSON("record", false),
  /** Tracks of a GPX file. */
  GPX("point", false),
  /** Arrays of NumPy (.npy, .npz). */
  NUMPY("row", false),
  /** The notes of a standard MIDI file. */
  MIDI("step", false),
  /** Frames of pictures: a folder of PNG, or an animated GIF. */
  FILM("frame", false);

  private final String row;
  private final boolean hasHeader;

  FileForm(String row, boolean hasHeader) {
    this.row = row;
    this.hasHeader = hasHeader;
  }

  /** What one row of the table is called in messages, the key of its words. */
  String row() {
    return row;
  }

  /** True when the names of the columns may stand in the first row. */
  public boolean hasHeader() {
    return hasHeader;
  }
}
