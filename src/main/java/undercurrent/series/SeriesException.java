package undercurrent.series;

/**
 * A file that cannot be opened, said in one sentence that names the file, the place and what to do.
 */
public final class SeriesException extends RuntimeException {
  public SeriesException(String sentence) {
    super(sentence);
  }

  public SeriesException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
