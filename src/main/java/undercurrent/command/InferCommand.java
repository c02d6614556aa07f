package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.ModelNames;
import undercurrent.inference.SeriesPart;
import undercurrent.inference.WideSeries;
import undercurrent.kind.Catalogue;
import undercurrent.model.Conditioning;
import undercurrent.output.FolderClaim;
import undercurrent.report.JsonText;
import undercurrent.series.HiddenRows;
import undercurrent.series.NumberWords;
import undercurrent.series.OwnTable;
import undercurrent.series.Reading;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** {@code undercurrent infer}: estimates with a trained model its own series or another file. */
@Command(name = "infer")
final class InferCommand implements Callable<Integer> {
  private static final int SHARE_OF_LENGTH = 5;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 1_000_000;

  /** What can be asked for. */
  enum Kind {
    filtered,
    smoothed,
    predicted,
    forecast
  }

  private final Console console;
  private final Catalogue catalogue;

  @Parameters(index = "0", paramLabel = "EXPERIMENT", descriptionKey = "experiment")
  private Path experiment = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
  private @Nullable String file;

  @Option(names = "--kind", required = true)
  private Kind kind = Kind.filtered;

  @Option(names = "--horizon", paramLabel = "H")
  private int horizon;

  @Option(names = "--every", paramLabel = "N")
  private int every = 1;

  @Option(names = "--stretch", paramLabel = "FROM-TO")
  private @Nullable String stretch;

  @Option(names = "--level")
  private double level = 0.9;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of(".");

  @Option(names = "--fill")
  private boolean fill;

  @Option(names = "--json")
  private boolean json;

  InferCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    if (horizon < 0) {
      throw new BadUsage(Words.of("infer.negativeHorizon"));
    }
    if (horizon > LONGEST) {
      throw new BadUsage(Words.of("infer.longHorizon", horizon, LONGEST));
    }
    if (every < 1) throw new BadUsage(Words.of("infer.every"));
    if (every > 1 && kind == Kind.forecast) {
      throw new BadUsage(Words.of("infer.forecastEvery"));
    }
    Optional<WantedStretch> wanted = Optional.ofNullable(stretch).map(WantedStretch::of);
    if (fill && wanted.isPresent()) throw new BadUsage(Words.of("infer.stretchFill"));
    Experiment saved =
        ProgressBars.during(
            console, "reading", () -> OpenedInput.document(experiment, catalogue, console));
    return FolderClaim.during(out, () -> answer(saved, wanted));
  }

  private int answer(Experiment saved, Optional<WantedStretch> wanted) throws IOException {
    String other = file;
    if (other == null) reading.refuseFor(experiment.toString());
    if (reading.choices().split().isPresent()) {
      throw new BadUsage(Words.of("infer.split"));
    }
    Optional<Reading> read =
        Optional.ofNullable(other)
            .map(f -> OpenedInput.read(f, reading))
            .map(r -> fill ? r : r.withoutTable());
    read.map(Reading::set).ifPresent(SeriesFiles::letGo);
    Optional<OwnTable> own = read.flatMap(Reading::table);
    if (fill && own.isEmpty()) {
      throw OpenedInput.noTable(Objects.requireNonNullElse(other, experiment.toString()));
    }
    Trained trained =
        ProgressBars.during(console, "model", () -> trained(saved, read.map(Reading::set)));
    SeriesSet set = trained.dataset().source();
    int count =
        other == null && every == 1
            // Behind edited series stand those that the model learned from.
            ? saved.shown().series().size()
            : trained.dataset().test().stream().mapToInt(s -> s.series() + 1).max().orElse(0);
    int some = WideSeries.answered(set, IntStream.range(0, count).boxed().toList());
    if (count == 0) {
      throw new IllegalArgumentException(Words.of("infer.nothingObserved", set.name()));
    }
    Optional<HiddenErrors> errors =
        every == 1
            ? Optional.empty()
            : Optional.of(new HiddenErrors(read.map(Reading::set).orElseGet(saved::shown), every));
    InferPictures pictures = new InferPictures(set);
    try (KeptEstimates estimates = KeptEstimates.in(out)) {
      Consumer<Estimate> taker =
          block -> {
            estimates.add(block);
            pictures.add(block);
            errors.ifPresent(e -> e.add(block));
          };
      List<Estimate> smoothed =
          ProgressBars.during(
              console, "estimates", () -> estimate(trained, set, some, wanted, taker));
      EstimateTables tables = new EstimateTables(set);
      Optional<String> arrays = tables.writeObservedIn(out, estimates);
      Optional<String> states = tables.writeLatentIn(out, estimates);
      tables.writeRegimes(estimates, out.resolve("regimes.csv"));
      Optional<String> filled =
          fill
              ? Optional.of(new FilledTable(own.orElseThrow(), set, smoothed).write(out))
              : Optional.empty();
      Optional<String> cut = pictures.write(out);
      report(
          estimates,
          Stream.of(
                  read.stream().flatMap(r -> r.notes().stream()),
                  saved.notes().stream(),
                  estimates.notes(),
                  WideSeries.answeredNotes(some, count).stream(),
                  arrays.stream(),
                  states.stream(),
                  cut.stream(),
                  filled.stream(),
                  errors.map(HiddenErrors::words).stream())
              .flatMap(s -> s)
              .toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return 0;
  }

  /**
   * Makes the estimates that are asked for, series by series.
   *
   * @return the smoothed ones that gaps are filled from, where they are to be filled
   */
  private List<Estimate> estimate(
      Trained trained,
      SeriesSet set,
      int count,
      Optional<WantedStretch> wanted,
      Consumer<Estimate> taker) {
    Estimator whole = trained.estimator().level(level);
    List<Optional<SeriesPart>> parts =
        IntStream.range(0, count).mapToObj(s -> wanted.map(w -> w.of(set, s))).toList();
    List<Estimate> smoothed =
        fill ? IntStream.range(0, count).mapToObj(whole::smoothed).toList() : List.of();
    for (int s = 0; s < count; s++) {
      if (fill && kind == Kind.smoothed) taker.accept(smoothed.get(s));
      else ask(trained, whole, set, s, parts.get(s), taker);
    }
    return smoothed;
  }

  /** The model for the rows that it may see. */
  private Trained trained(Experiment saved, Optional<SeriesSet> other) {
    if (every > 1) {
      SeriesSet whole = other.orElse(saved.shown());
      return Trained.of(saved, HiddenRows.seeingEvery(whole, every));
    }
    return other.map(set -> Trained.of(saved, set)).orElseGet(() -> Trained.of(saved));
  }

  /**
   * Without a stretch, of a long film as many rows about the last one seen as there is room for.
   */
  private void ask(
      Trained trained,
      Estimator whole,
      SeriesSet set,
      int series,
      Optional<SeriesPart> alone,
      Consumer<Estimate> taker) {
    int known = set.series().get(series).lengthSeen(set.observedChannels());
    int seen = alone.map(rows -> rows.rows().end()).orElse(known);
    Optional<SeriesPart> part = alone.or(() -> SeriesPart.ofFilm(set, series, seen, horizon));
    Estimator estimator = part.map(p -> trained.estimator(p).level(level)).orElse(whole);
    if (kind == Kind.smoothed && !estimator.smooths()) {
      throw new IllegalArgumentException(Words.of("infer.noSmoother"));
    }
    switch (kind) {
      case filtered -> estimator.inBlocks(Conditioning.FILTERED, series, taker);
      case smoothed -> estimator.inBlocks(Conditioning.SMOOTHED, series, taker);
      case predicted -> estimator.inBlocks(Conditioning.PREDICTED, series, taker);
      case forecast -> {
        int usual = usualHorizon(set, series, seen);
        int ahead = horizon > 0 ? horizon : part.map(p -> p.ahead(usual)).orElse(usual);
        taker.accept(estimator.forecast(series, seen, ahead));
      }
    }
  }

  /** Rows after the last one that has a value tell what inputs will be. */
  private static int usualHorizon(SeriesSet set, int series, int seen) {
    int length = set.series().get(series).length();
    boolean isTold = length > seen && set.inputChannels().length > 0;
    return isTold ? length - seen : Math.max(SHORTEST, length / SHARE_OF_LENGTH);
  }

  private void report(KeptEstimates estimates, List<String> notes) {
    if (json) {
      ObjectNode node = JsonText.JSON.createObjectNode();
      node.put("kind", kind.name()).put("method", estimates.method()).put("level", level);
      node.put("series", estimates.series()).put("rows", estimates.rows());
      node.put("out", out.toString());
      ArrayNode said = node.putArray("notes");
      notes.forEach(said::add);
      console.json(node);
    } else {
      console.notes(notes);
      console.line(
          Words.of(
              "infer.written",
              ModelNames.of(kind.name()),
              ModelNames.of(estimates.method()),
              level,
              NumberWords.count(estimates.series(), "series"),
              NumberWords.count(estimates.rows(), "row"),
              out));
    }
  }
}
