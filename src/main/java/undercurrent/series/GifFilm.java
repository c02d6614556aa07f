package undercurrent.series;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** An animated GIF as a film: each frame as it is seen, with what is left of those before it. */
final class GifFilm {
  private static final int CLEARED = 2;
  private static final int AS_BEFORE = 3;

  /** What programs take for a delay of 0, in hundredths of a second. */
  private static final int USUAL = 10;

  private GifFilm() {}

  static SeriesSource source(String name, byte[] bytes) {
    return new FilmSource(
        name, "GIF", FileForm.FILM, List.of(), choices -> read(name, bytes, choices));
  }

  private static Film read(String name, byte[] bytes, ImportChoices choices) {
    GifBlocks blocks = GifBlocks.read(name, bytes);
    if (blocks.frames().size() < 2) {
      throw SeriesException.in(name, SeriesWords.of("gifFilm.single"));
    }
    FilmLimits.check(name, blocks.frames().size(), blocks.height(), blocks.width(), 1);
    PictureFilm film = new PictureFilm(name, choices);
    int[] canvas = new int[blocks.width() * blocks.height()];
    try (PictureDecoder.Gif gif = new PictureDecoder.Gif(name, bytes)) {
      for (int i = 0; i < blocks.frames().size(); i++) {
        GifBlocks.Frame frame = blocks.frames().get(i);
        int[] before = frame.disposal() == AS_BEFORE ? canvas.clone() : canvas;
        draw(gif.pixels(i, frame.width(), frame.height()), frame, canvas, blocks.width());
        film.add(
            Picture.of(blocks.height(), blocks.width(), canvas),
            SeriesWords.of("gifFilm.frame", i + 1));
        if (frame.disposal() == CLEARED) clear(frame, canvas, blocks.width());
        canvas = before;
      }
    } catch (IOException e) {
      throw PictureDecoder.damaged(name, "GIF", e);
    }
    return timed(film, blocks.frames());
  }

  private static void draw(int[] pixels, GifBlocks.Frame frame, int[] canvas, int width) {
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int pixel = pixels[y * frame.width() + x];
        if (pixel >>> 24 != 0) canvas[(frame.top() + y) * width + frame.left() + x] = pixel;
      }
    }
  }

  private static void clear(GifBlocks.Frame frame, int[] canvas, int width) {
    for (int y = 0; y < frame.height(); y++) {
      int from = (frame.top() + y) * width + frame.left();
      Arrays.fill(canvas, from, from + frame.width(), 0);
    }
  }

  /**
   * Frames are counted when they are shown for one time each but the last, else they have times.
   */
  private static Film timed(PictureFilm film, List<GifBlocks.Frame> frames) {
    int first = delay(frames.getFirst());
    boolean isEven = frames.subList(0, frames.size() - 1).stream().allMatch(f -> delay(f) == first);
    if (isEven) {
      return film.film(List.of(), List.of(SeriesWords.of("gifFilm.even", 10 * first)));
    }
    double[] times = new double[frames.size()];
    long sum = 0;
    for (int t = 0; t < times.length; t++) {
      times[t] = sum / 100.0;
      sum += delay(frames.get(t));
    }
    return film.film(List.of(times), List.of(SeriesWords.of("gifFilm.uneven")));
  }

  private static int delay(GifBlocks.Frame frame) {
    return frame.delay() == 0 ? USUAL : frame.delay();
  }
}
