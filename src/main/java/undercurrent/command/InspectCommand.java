package undercurrent.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.kind.Catalogue;
import undercurrent.kind.Offer;
import undercurrent.report.JsonText;
import undercurrent.series.Channel;
import undercurrent.series.FilmWords;
import undercurrent.series.FrameChoice;
import undercurrent.series.FrameShape;
import undercurrent.series.ImportColumn;
import undercurrent.series.ImportPreview;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** {@code undercurrent inspect}: says how a file is read, and what would be refused and why. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(paramLabel = "FILE", descriptionKey = "source")
  private String source = "";

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--json")
  private boolean json;

  InspectCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    ObjectNode root = JsonText.JSON.createObjectNode();
    Optional<Path> file = OpenedInput.file(source);
    if (file.isPresent() && !ExperimentFile.isNamed(file.get())) {
      ImportPreview preview = SeriesFiles.preview(file.get(), reading.choices());
      describe(root, preview);
      if (preview.problem().isPresent()) {
        root.put("problem", preview.problem().get());
        if (json) console.json(root);
        throw new SeriesException(preview.problem().get());
      }
    }
    OpenedInput opened = OpenedInput.of(source, reading, catalogue, console);
    if (!root.has("file") && opened.table().isPresent()) {
      ArrayNode notes = root.putObject("file").putArray("notes");
      opened.notes().forEach(notes::add);
    }
    Experiment experiment = opened.experiment();
    describe(root, experiment.data());
    ArrayNode likelihoods = root.putArray("likelihoods");
    for (Offer offer : Offer.of(experiment.data())) {
      likelihoods.addObject().put("name", offer.likelihood()).put("why", offer.why());
    }
    experiment
        .checkpoint()
        .ifPresent(c -> root.putObject("training").put("epochs", c.epoch()).put("steps", c.step()));
    ArrayNode notes = root.putArray("modelNotes");
    experiment.notes().forEach(notes::add);
    if (json) console.json(root);
    else new Outline(console).say(root);
    return 0;
  }

  private static void describe(ObjectNode root, ImportPreview preview) {
    ObjectNode node = root.putObject("file");
    node.put("encoding", preview.encoding());
    node.put("form", lower(preview.form()));
    preview.separator().ifPresent(separator -> node.put("separator", lower(separator)));
    node.put("decimalSign", lower(preview.decimalSign()));
    node.put("header", preview.header());
    node.put("times", lower(preview.timeForm()));
    node.put("rows", preview.rows());
    ArrayNode columns = node.putArray("columns");
    boolean isFilm = preview.frames().flatMap(FrameChoice::film).isPresent();
    for (ImportColumn column : isFilm ? List.<ImportColumn>of() : preview.columns()) {
      columns.addObject().put("name", column.name()).put("use", lower(column.use()));
    }
    ArrayNode notes = node.putArray("notes");
    preview.notes().forEach(notes::add);
    ArrayNode suspects = node.putArray("mayMeanMissing");
    preview.suspects().forEach(suspects::add);
  }

  private static void describe(ObjectNode root, SeriesSet set) {
    root.put("name", set.name());
    set.frame().ifPresent(shape -> describe(root, set, shape));
    ArrayNode channels = root.putArray("channels");
    for (int c = 0; c < set.channels().size(); c++) {
      Channel channel = set.channels().get(c);
      // The pixels of a film are no channels to a person, neither are those of its true frames.
      boolean isPixel =
          channel.role() == Channel.Role.OBSERVED
              || (channel.role() == Channel.Role.TRUTH && hasTrueFrames(set));
      if (set.frame().isPresent() && isPixel) continue;
      long missing = 0;
      for (Series series : set.series()) {
        for (double value : series.channel(c)) if (Double.isNaN(value)) missing++;
      }
      channels
          .addObject()
          .put("name", channel.name())
          .put("unit", channel.unit())
          .put("kind", lower(channel.kind()))
          .put("role", lower(channel.role()))
          .put("missing", missing);
    }
    int shortest = set.series().stream().mapToInt(Series::length).min().orElse(0);
    int longest = set.series().stream().mapToInt(Series::length).max().orElse(0);
    root.putObject("series")
        .put("count", set.series().size())
        .put("shortest", shortest)
        .put("longest", longest)
        .put("rows", set.series().stream().mapToLong(Series::length).sum());
    Series first = set.series().getFirst();
    ObjectNode times = root.putObject("times");
    times.put("name", set.time().name()).put("unit", set.time().unit());
    times.put("regular", set.time().regular());
    if (first.length() > 0) {
      times.put("from", FileNumbers.time(set.time(), first.times()[0]));
      times.put("to", FileNumbers.time(set.time(), first.times()[first.length() - 1]));
    }
    ObjectNode split = root.putObject("split");
    split.put("by", set.split().isByTime() ? "time" : "series");
    for (Part part : Part.values()) {
      long rows = 0;
      for (int s = 0; s < set.series().size(); s++) {
        int length = set.series().get(s).length();
        int end = set.split().end(part, s, length);
        int start = part == Part.TRAINING ? 0 : set.split().end(before(part), s, length);
        rows += Math.max(0, end - start);
      }
      split.put(lower(part), rows);
    }
    if (set.isTrack()) root.put("track", true);
  }

  /** Whether what is known of a film is frames without noise, and not a few numbers. */
  private static boolean hasTrueFrames(SeriesSet set) {
    return set.truthChannels().length == set.observedChannels().length;
  }

  private static void describe(ObjectNode root, SeriesSet set, FrameShape shape) {
    int[] observed = set.observedChannels();
    long missing = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        for (int channel : observed) {
          double value = series.value(t, channel);
          if (Double.isNaN(value)) missing++;
          low = value < low ? value : low;
          high = value > high ? value : high;
        }
      }
    }
    ObjectNode frames = root.put("film", FilmWords.of(set)).putObject("frames");
    frames.put("height", shape.height()).put("width", shape.width());
    frames.put("channels", shape.channels()).put("values", shape.size());
    frames.put("kind", lower(set.channels().get(observed[0]).kind()));
    if (low <= high) frames.put("from", low).put("to", high);
    frames.put("missing", missing);
    if (hasTrueFrames(set)) frames.put("truth", Words.of("inspect.truth"));
    shape
        .grid()
        .ifPresent(
            grid ->
                frames
                    .put("north", grid.latitudes().getFirst())
                    .put("south", grid.latitudes().getLast())
                    .put("west", grid.longitudes().getFirst())
                    .put("east", grid.longitudes().getLast()));
  }

  private static Part before(Part part) {
    return part == Part.TEST ? Part.VALIDATION : Part.TRAINING;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
