package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of PNG pictures as a film: a picture a frame, in the order of the numbers in names. */
final class PictureFolder {
  private static final int MOST_FILES = 200_000;
  private static final long LARGEST = 64L << 20;
  private static final int START = 8;

  private PictureFolder() {}

  /**
   * The film of a folder.
   *
   * @throws SeriesException when there are no pictures in it
   */
  static SeriesSource source(Path folder, String name) throws IOException {
    List<Path> pictures = new ArrayList<>();
    int others = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (pictures.size() + others >= MOST_FILES) {
          throw SeriesException.in(name, SeriesWords.of("pictureFolder.tooMany"));
        }
        if (Files.isRegularFile(file) && isPng(file)) pictures.add(file);
        else others++;
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException(e);
    }
    if (pictures.isEmpty()) {
      throw SeriesException.in(name, SeriesWords.of("pictureFolder.none"));
    }
    pictures.sort((a, b) -> NaturalOrder.compare(fileName(a), fileName(b)));
    List<String> notes = new ArrayList<>();
    notes.add(
        SeriesWords.counted(
            "pictureFolder.order",
            pictures.size(),
            pictures.size(),
            Excerpt.of(fileName(pictures.getFirst())),
            Excerpt.of(fileName(pictures.getLast()))));
    if (others > 0) {
      notes.add(SeriesWords.counted("pictureFolder.others", others, others));
    }
    return new FilmSource(
        name, "PNG", FileForm.FILM, List.of(), choices -> read(name, pictures, notes, choices));
  }

  private static boolean isPng(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PictureDecoder.isPng(in.readNBytes(START));
    }
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Film read(
      String name, List<Path> pictures, List<String> notes, ImportChoices choices) {
    PictureFilm film = new PictureFilm(name, choices);
    for (Path file : pictures) {
      String called = name + "/" + fileName(file);
      byte[] bytes = bytes(file, called);
      int[] size = PictureDecoder.size(called, bytes);
      FilmLimits.check(called, pictures.size(), size[1], size[0], 1);
      film.add(PictureDecoder.png(called, bytes), fileName(file));
    }
    return film.film(List.of(), notes);
  }

  private static byte[] bytes(Path file, String called) {
    try {
      if (Files.size(file) > LARGEST) {
        throw SeriesException.in(called, SeriesWords.of("pictureFolder.tooLarge"));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw SeriesException.unreadable(called, e);
    }
  }
}
