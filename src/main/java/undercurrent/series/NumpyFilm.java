package undercurrent.series;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Arrays of NumPy (.npy, or one in a .npz) as films: time × height × width, clips × time × height ×
 * width, also with colours as the last index or the one before height. An array of three indices is
 * a film when its frames are square or its type or name says so; otherwise it is a table, unless a
 * person says that it is a film.
 */
final class NumpyFilm {
  private static final String ENDING = ".npy";
  private static final int LEAST_SIDE = 8;
  private static final Pattern NAMES =
      Pattern.compile("(?i).*(film|frame|image|video|movie|picture|clip|pixel).*");

  private NumpyFilm() {}

  /** Opens the bytes of one array, at its header. */
  @FunctionalInterface
  private interface Opened {
    InputStream stream() throws IOException;
  }

  /**
   * An array that can be a film.
   *
   * @param name of the array; empty when it stands alone
   * @param isLikely whether it is one unless a person says otherwise
   */
  private record Candidate(String name, NpyHeader header, FilmLayout layout, boolean isLikely) {}

  /** The film in a file, or nothing when no array of it can be one. */
  static Optional<SeriesSource> source(Path file, String name, byte[] start) throws IOException {
    if (NpyHeader.isArray(start)) {
      try (InputStream in = Files.newInputStream(file)) {
        return candidate("", NpyHeader.read(name, in))
            .map(c -> source(file, name, c, List.of(), () -> Files.newInputStream(file)));
      }
    }
    return ZipParts.isZip(start) ? archive(file, name) : Optional.empty();
  }

  private static Optional<SeriesSource> archive(Path file, String name) {
    Map<String, NpyHeader> headers = new LinkedHashMap<>();
    List<String> unread = new ArrayList<>();
    Optional<Candidate> best = Optional.empty();
    try (ZipParts parts = ZipParts.open(file, name)) {
      for (String entry : parts.names()) {
        if (!entry.endsWith(ENDING)) continue;
        try (InputStream in = parts.stream(entry)) {
          String array = entry.substring(0, entry.length() - ENDING.length());
          NpyHeader header = NpyHeader.read(name, in);
          headers.put(array, header);
          Optional<Candidate> found = candidate(array, header);
          if (found.isPresent() && best.map(b -> isBetter(found.get(), b)).orElse(true)) {
            best = found;
          }
        } catch (IOException | SeriesException e) {
          unread.add(entry);
        }
      }
    }
    if (best.isEmpty()) return Optional.empty();
    String main = best.get().name();
    List<String> notes = new ArrayList<>();
    headers.forEach(
        (array, header) -> {
          if (array.equals(main)) return;
          notes.add(SeriesWords.of("numpyReader.leftOut", Excerpt.of(array), header.described()));
        });
    for (String entry : unread) {
      notes.add(SeriesWords.of("numpyFilm.noArray", Excerpt.of(entry)));
    }
    return best.map(
        b -> source(file, name, b, notes, () -> ZipParts.entry(file, name, main + ENDING)));
  }

  private static boolean isBetter(Candidate one, Candidate other) {
    if (one.isLikely() != other.isLikely()) return one.isLikely();
    return one.header().count() > other.header().count();
  }

  private static Optional<Candidate> candidate(String name, NpyHeader header) {
    if (header.isStructured() || !header.fields().getFirst().type().isNumber()) {
      return Optional.empty();
    }
    Optional<FilmLayout> layout = FilmLayout.of(header.shape());
    return layout.map(
        l -> {
          NpyType type = header.fields().getFirst().type();
          boolean isWide = Math.min(l.height(), l.width()) >= LEAST_SIDE;
          boolean isPicture = type.bytes() == 1 || l.height() == l.width();
          boolean isLikely =
              header.shape().length > 3 || (isWide && (isPicture || NAMES.matcher(name).matches()));
          return new Candidate(name, header, l, isLikely);
        });
  }

  private static SeriesSource source(
      Path file, String name, Candidate candidate, List<String> notes, Opened array) {
    boolean isTable = candidate.header().shape().length == 3;
    List<FrameReading> possible =
        isTable ? List.of(FrameReading.FILM, FrameReading.SERIES) : List.of();
    FilmSource film =
        new FilmSource(
            name,
            "NumPy",
            FileForm.NUMPY,
            possible,
            choices -> read(name, candidate, notes, array));
    if (!isTable) return film;
    return new EitherSource(
        choices -> {
          boolean isFilm =
              choices.frames().map(f -> f != FrameReading.SERIES).orElse(candidate.isLikely());
          return isFilm ? Optional.of(film) : Optional.empty();
        },
        new StructuredSource(
            name,
            "NumPy",
            FileForm.NUMPY,
            choices ->
                candidate.name().isEmpty()
                    ? NumpyReader.array(name, all(file, name))
                    : NumpyReader.arrays(file, name)));
  }

  private static byte[] all(Path file, String name) {
    try {
      return SeriesSources.all(file, name);
    } catch (IOException e) {
      throw SeriesException.unreadable(name, e);
    }
  }

  private static Film read(String file, Candidate candidate, List<String> notes, Opened array) {
    NpyHeader header = candidate.header();
    FilmLayout layout = candidate.layout();
    if (header.count() == 0) {
      throw SeriesException.in(file, SeriesWords.of("numpyReader.noValues", header.described()));
    }
    FilmLimits.check(
        file, layout.clips() * layout.frames(), layout.height(), layout.width(), layout.channels());
    if (header.fortran()) {
      throw SeriesException.in(file, SeriesWords.of("numpyFilm.fortran"));
    }
    try (InputStream in = new BufferedInputStream(array.stream(), 1 << 16)) {
      NpyHeader.read(file, in);
      return NpyFrames.read(file, header.fields().getFirst().type(), layout, in)
          .film(header.described(), notes);
    } catch (IOException e) {
      throw SeriesException.unreadable(file, e);
    }
  }
}
