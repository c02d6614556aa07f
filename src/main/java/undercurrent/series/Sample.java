package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to open without having a file: a series that comes with Undercurrent, or a generator.
 *
 * @param group of the gallery
 * @param id short and stable, such as "sine" or "new-lorenz"
 * @param source where it comes from
 */
public record Sample(SampleGroup group, String id, Source source) {
  /** Where the numbers of a sample come from. */
  public sealed interface Source {
    /** A file of the {@code samples} folder. */
    record File(String fileName) implements Source {}

    /** Numbers made from a seed. */
    record Made(Generator generator) implements Source {}
  }

  /** For the gallery. */
  public String title() {
    return SeriesWords.of("sample." + id + ".title");
  }

  /** One sentence. */
  public String teaches() {
    return SeriesWords.of("sample." + id + ".teaches");
  }

  public boolean isGenerated() {
    return source instanceof Source.Made;
  }

  /** Opens it; a generator takes seed 1. */
  public SeriesSet open() {
    return open(1);
  }

  /**
   * Opens it as a person wants it read; of generated series only the split can be chosen.
   *
   * @throws SeriesException when the choices do not fit
   */
  public SeriesSet open(ImportChoices choices) {
    return read(choices).set();
  }

  /**
   * Opens it as {@link #open(ImportChoices)} does, with its table where it has one.
   *
   * @throws SeriesException when the choices do not fit
   */
  public Reading read(ImportChoices choices) {
    return switch (source) {
      case Source.File file -> Samples.read(file.fileName(), choices);
      case Source.Made made -> {
        SeriesSet set = made.generator().generate(1);
        if (choices.equals(ImportChoices.AUTOMATIC)) yield Reading.made(set);
        Split split = choices.split().orElse(set.split());
        ImportChoices known = ImportChoices.AUTOMATIC.withSplit(split);
        Optional<FrameReading> frames = choices.frames();
        boolean isCounted = frames.filter(FrameReading::isCount).isPresent();
        if (isCounted) known = known.withFrames(frames.get());
        if (!choices.withSplit(split).equals(known)) {
          throw SeriesException.in(id, SeriesWords.of("sample.generated"));
        }
        if (!isCounted) yield Reading.made(set.withSplit(split));
        List<String> notes = new ArrayList<>();
        boolean isWeek = frames.get() == FrameReading.WEEK;
        yield new Reading(PointFilm.of(set, isWeek, split, notes), notes, Optional.empty());
      }
    };
  }

  /** Opens it; a file is the same for every seed. */
  public SeriesSet open(long seed) {
    return switch (source) {
      case Source.File file -> Samples.read(file.fileName(), ImportChoices.AUTOMATIC).set();
      case Source.Made made -> made.generator().generate(seed);
    };
  }
}
