package undercurrent.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** The series of a lesson. */
public sealed interface LessonData {
  /**
   * Opens it.
   *
   * @throws IllegalArgumentException the end of a sentence, when there is no such series
   */
  SeriesSet open();

  /**
   * One that comes along.
   *
   * @param seed of a generator; a file is the same for every seed
   */
  record OfSample(String id, long seed) implements LessonData {
    @Override
    public SeriesSet open() {
      return Samples.find(id)
          .orElseThrow(
              () -> new IllegalArgumentException(LessonWords.of("lessonData.unknownSample", id)))
          .open(seed);
    }
  }

  /** A file beside those of the lesson. */
  record OfFile(Path file) implements LessonData {
    @Override
    public SeriesSet open() {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(LessonWords.of("lessonData.noFile", file.getFileName()));
      }
      try {
        return SeriesFiles.open(file, ImportChoices.AUTOMATIC);
      } catch (SeriesException e) {
        throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
