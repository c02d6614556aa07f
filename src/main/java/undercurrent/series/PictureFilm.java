package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.text.Visible;

/** Puts pictures of one size together to a film. */
final class PictureFilm {
  private final String file;
  private final boolean wantsGrey;
  private final List<Picture> pictures = new ArrayList<>();
  private long transparent;
  private boolean isGrey = true;

  /**
   * A film without a picture.
   *
   * @param file for messages
   */
  PictureFilm(String file, ImportChoices choices) {
    this.file = file;
    this.wantsGrey = choices.frames().equals(Optional.of(FrameReading.GREY));
  }

  /**
   * Adds one picture.
   *
   * @param name for the message that it has another size
   */
  void add(Picture picture, String name) {
    if (!pictures.isEmpty()) {
      Picture first = pictures.getFirst();
      if (first.width() != picture.width() || first.height() != picture.height()) {
        throw SeriesException.in(
            file,
            SeriesWords.of(
                "pictureFilm.sizes",
                Visible.name(name),
                picture.height(),
                picture.width(),
                first.height(),
                first.width()));
      }
    }
    transparent += picture.transparent();
    isGrey &= picture.channels() == 1;
    pictures.add(wantsGrey ? picture.grey() : picture);
  }

  /** The film of one clip. */
  Film film(List<double[]> times, List<String> said) {
    if (pictures.isEmpty()) throw SeriesException.in(file, SeriesWords.of("pictureFilm.empty"));
    Picture first = pictures.getFirst();
    boolean isColoured = !isGrey && !wantsGrey;
    int channels = isColoured ? 3 : 1;
    FilmLimits.check(file, pictures.size(), first.height(), first.width(), channels);
    float[][] clip = new float[pictures.size()][];
    boolean isBinary = true;
    for (int t = 0; t < clip.length; t++) {
      clip[t] = isColoured ? pictures.get(t).coloured().values() : pictures.get(t).values();
      pictures.set(t, first);
      for (float v : clip[t]) isBinary &= v == 0 || v == 1 || Float.isNaN(v);
    }
    List<String> notes = new ArrayList<>(said);
    notes.add(
        isGrey
            ? SeriesWords.of("pictureFilm.grey")
            : isColoured
                ? SeriesWords.of("pictureFilm.colours")
                : SeriesWords.of("pictureFilm.turned"));
    if (transparent > 0) {
      notes.add(SeriesWords.counted("pictureFilm.transparent", transparent, transparent));
    }
    Channel.Kind kind = isBinary ? Channel.Kind.BINARY : Channel.Kind.PIXEL;
    FrameShape shape = new FrameShape(first.height(), first.width(), channels);
    return new Film(shape, kind, List.<float[][]>of(clip), times, isGrey, notes);
  }
}
