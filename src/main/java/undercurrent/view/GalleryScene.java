package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import undercurrent.experiment.Example;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;
import undercurrent.kind.ModelKind;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/**
 * A training that the gallery shows.
 *
 * @param name what its pictures are called
 * @param data the series
 * @param settings that are changed from the recipe of the series
 * @param choices what is shown one after the other in the place of the training curve
 * @param figures that are exported
 * @param everySize whether it is shown at every size of the window, or at the first one
 */
record GalleryScene(
    String name,
    Supplier<SeriesSet> data,
    Map<String, String> settings,
    List<String> choices,
    List<String> figures,
    boolean everySize) {
  /** What every kind has, and other scenes show. */
  private static final List<String> USUAL = List.of("elbo", "terms", "kl");

  GalleryScene {
    settings = Map.copyOf(settings);
    choices = List.copyOf(choices);
    figures = List.copyOf(figures);
  }

  /** All of them, with one for each kind of the catalogue. */
  static List<GalleryScene> all() {
    List<GalleryScene> all = new ArrayList<>();
    all.add(
        of("training", "sine", "epochs=300")
            .exporting("elbo", "terms", "kl", "observed", "latent", "phase", "series"));
    all.add(of("track", "storms", "epochs=40").exporting("map"));
    all.add(
        of("linear", "lesson-nile", "epochs=100")
            .choosing("fit")
            .exporting("residuals", "autocorrelation", "quantiles"));
    all.add(of("continuous", "irregular-sine", "kind=CONTINUOUS").exporting("between"));
    all.add(
        of("particles", "lesson-pendulum", "filter=BOOTSTRAP")
            .choosing("particles")
            .exporting("particles"));
    all.add(
        of("switching", "lesson-turns", "epochs=60")
            .choosing("regimes")
            .exporting("regimes", "phase", "matrices"));
    all.add(
        of("optimized", "lesson-lidar", "epochs=100")
            .choosing("errors", "matrices")
            .exporting("errors", "matrices"));
    all.add(
        of("music", "chorales", "epochs=100")
            .exporting("roll", "roll-sample", "roll-smoothed", "roll-predicted")
            .once());
    all.add(
        of("film", "new-ball", "kind=KVAE", "epochs=60")
            .choosing("film-error")
            .exporting("film", "film-error", "frames")
            .once());
    all.add(of("channels", "weather", "epochs=8").once());
    all.add(of("velocity", "storms", "kind=TREND").choosing("autocorrelation").once());
    all.add(
        new GalleryScene(
            "inputs",
            () -> SeriesFiles.open("dam.csv", dam(), ImportChoices.AUTOMATIC),
            Map.of("kind", "LEVEL"),
            List.of(),
            List.of(),
            false));
    for (ModelKind<?> kind : Catalogue.standard().kinds()) all.add(of(kind));
    return all;
  }

  private static GalleryScene of(String name, String sample, String... settings) {
    Map<String, String> changes = new TreeMap<>();
    for (String setting : settings) {
      int at = setting.indexOf('=');
      changes.put(setting.substring(0, at), setting.substring(at + 1));
    }
    Supplier<SeriesSet> data = () -> Samples.find(sample).orElseThrow().open();
    return new GalleryScene(name, data, changes, List.of(), List.of(), true);
  }

  /** The example of a kind, with each figure that not every kind has. */
  static GalleryScene of(ModelKind<?> kind) {
    Example example = Example.of(kind);
    List<String> own =
        CardLists.of(example.experiment(), Place.CURVE).stream()
            .map(FigureCard::id)
            .filter(id -> !USUAL.contains(id))
            .toList();
    return new GalleryScene(
        "kind-" + kind.id(), example.sample()::open, example.settings(), own, List.of(), false);
  }

  private GalleryScene choosing(String... ids) {
    return new GalleryScene(name, data, settings, List.of(ids), figures, everySize);
  }

  private GalleryScene exporting(String... ids) {
    return new GalleryScene(name, data, settings, choices, List.of(ids), everySize);
  }

  private GalleryScene once() {
    return new GalleryScene(name, data, settings, choices, figures, false);
  }

  /** What is trained. */
  Experiment experiment() {
    SeriesSet set = data.get();
    return Recipe.of(set).with(settings).experiment(set);
  }

  /** The Nile, and that there is a dam since 1899. */
  private static String dam() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    double[] flow = nile.series().getFirst().channel(nile.observedChannels()[0]);
    StringBuilder table = new StringBuilder("year,flow,u_dam\n");
    for (int t = 0; t < flow.length; t++) {
      table.append(1871 + t).append(',').append(flow[t]).append(t < 28 ? ",0\n" : ",1\n");
    }
    return table.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
