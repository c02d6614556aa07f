package undercurrent.series;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import undercurrent.text.Visible;

/**
 * A file that cannot be opened, said in one sentence that names the file, the place and what to do.
 */
public final class SeriesException extends RuntimeException {
  public SeriesException(String sentence) {
    super(sentence);
  }

  public SeriesException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** "storms.csv: what is wrong and what to do." */
  static SeriesException in(String file, String what) {
    return new SeriesException(SeriesWords.of("seriesException.file", Visible.name(file), what));
  }

  /** The same with a cause, where there is one. */
  static SeriesException in(String file, String what, @Nullable Throwable cause) {
    return new SeriesException(
        SeriesWords.of("seriesException.file", Visible.name(file), what), cause);
  }

  /** "storms.csv: the file cannot be read" by the operating system. */
  static SeriesException unreadable(String file, IOException cause) {
    return in(file, SeriesWords.of("seriesException.unreadable"), cause);
  }

  /** "storms.csv, row 12: what is wrong and what to do." Rows count from 1 as in an editor. */
  static SeriesException at(String file, long row, String what) {
    return new SeriesException(
        SeriesWords.of("seriesException.row", Visible.name(file), row, what));
  }

  /** "storms.json, record 12: what is wrong and what to do." */
  static SeriesException at(String file, String place, String what) {
    return new SeriesException(
        SeriesWords.of("seriesException.place", Visible.name(file), place, what));
  }

  /** "storms.csv, row 12, column 'lat': what is wrong and what to do." */
  static SeriesException at(String file, String place, String column, String what) {
    return new SeriesException(
        SeriesWords.of(
            "seriesException.column", Visible.name(file), place, Visible.name(column), what));
  }
}
