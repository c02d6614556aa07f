package undercurrent.series;

/**
 * Something to open without having a file: a series that comes with Undercurrent, or a generator.
 *
 * @param id short and stable, such as "sine" or "new-lorenz"
 * @param title for the gallery
 * @param teaches one sentence
 * @param source where it comes from
 */
public record Sample(String id, String title, String teaches, Source source) {
  /** Where the numbers of a sample come from. */
  public sealed interface Source {
    /** A file of the {@code samples} folder. */
    record File(String fileName) implements Source {}

    /** Numbers made from a seed. */
    record Made(Generator generator) implements Source {}
  }

  public boolean isGenerated() {
    return source instanceof Source.Made;
  }

  /** Opens it; a generator takes seed 1. */
  public SeriesSet open() {
    return open(1);
  }

  /** Opens it; a file is the same for every seed. */
  public SeriesSet open(long seed) {
    return switch (source) {
      case Source.File file -> Samples.read(file.fileName());
      case Source.Made made -> made.generator().generate(seed);
    };
  }
}
