package undercurrent.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.edit.Revision;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.KindRun;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.session.Viewpoint;
import undercurrent.session.WorkerThreads;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/**
 * Trains several kinds of models on the series that is open, each with some seeds, behind the
 * window, and shows their forecasts side by side and their scores. The document keeps what came.
 */
final class KindsDialog {
  private static final int MOST_SEEDS = 100;
  private static final double GAP = 10;

  private final Lab lab;
  private final Dialog<ButtonType> dialog;
  private final Map<ModelKind<?>, CheckBox> boxes = new LinkedHashMap<>();
  private final TextField seeds = new TextField("2");
  private final LongWork work = new LongWork("kinds", Words.of("sweep.start"), this::start);
  private final KindsView view;
  private final List<Done> done = new ArrayList<>();

  /** A run that is to be made. */
  private record Wish(int number, Recipe recipe) {}

  /**
   * What came of one.
   *
   * @param run empty where the kind does not fit the data
   * @param refusal a sentence, or empty
   */
  private record Done(int number, Optional<KeptRun> run, String refusal) {}

  private KindsDialog(Lab lab, Experiment opened, Window owner) {
    this.lab = lab;
    view = new KindsView(lab, opened);
    FlowPane kinds = new FlowPane(14, 6);
    kinds.setId("kinds-choice");
    List<KeptRun> kept = lab.compared().now().kinds();
    Set<ModelKind<?>> first =
        kept.stream()
            .map(r -> r.model().kind())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    ModelKind<?> own = lab.knobs().model().kind();
    if (first.isEmpty()) first.addAll(List.of(own, Catalogue.standard().kind("linear")));
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      if (!kind.isGeneral() && kind != own) continue;
      CheckBox box = new CheckBox(kind.card().name());
      box.setId("kinds-" + kind.id());
      box.setSelected(first.contains(kind));
      Tips.put(box, kind.card().sentence(), Tips.USUAL);
      box.selectedProperty().addListener((o, before, now) -> view.offer(recipes()));
      boxes.put(kind, box);
      kinds.getChildren().add(box);
    }
    seeds.setId("kinds-seeds");
    seeds.setPrefColumnCount(3);
    seeds.setAccessibleText(Words.of("sweep.seeds"));
    long keptSeeds = kept.stream().map(r -> r.training().seed()).distinct().count();
    if (keptSeeds > 0) seeds.setText(Long.toString(keptSeeds));
    HBox controls =
        WideDialog.row(
            new Label(Words.of("sweep.seeds")),
            seeds,
            work.startButton(),
            work.stopButton(),
            work.bar());
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox content = new VBox(GAP, kinds, controls, work.said(), view);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("kinds.title"), content);
    dialog.setOnHidden(e -> work.stop());
    view.offer(recipes());
    view.show(opened, kept);
  }

  /** Shows the dialog for what is open; nothing when nothing is. */
  static Optional<KindsDialog> show(Lab lab, Window owner) {
    Optional<KindsDialog> shown = lab.experiment().map(e -> new KindsDialog(lab, e, owner));
    shown.ifPresent(s -> s.dialog.show());
    return shown;
  }

  private void start() {
    List<Wish> wishes = wishes();
    if (wishes.isEmpty()) return;
    Experiment now = lab.experiment().orElseThrow();
    Revision revision = lab.edits().revisionProperty().get().orElse(now.revision()).begun();
    Viewpoint watched = lab.viewpoint(now);
    // Of a series that is too long for a person to wait for only a part is forecast in the window.
    Optional<KindRun.Look> look =
        watched.part().isPresent()
            ? Optional.empty()
            : Optional.of(new KindRun.Look(watched.series(), watched.seen(), watched.horizon()));
    done.clear();
    Consumer<Done> then = one -> came(one, now, wishes.size());
    work.begin(
        stopped -> {
          try (WorkerThreads workers = WorkerThreads.besideWindow()) {
            workers.each(wishes, wish -> make(wish, revision, look, stopped, then));
          }
          return now;
        },
        made -> keep(now));
  }

  /** Of the kinds that are chosen, with the settings as they are. */
  private List<Recipe> recipes() {
    List<Recipe> recipes = new ArrayList<>();
    boxes.forEach(
        (kind, box) -> {
          if (!box.isSelected()) return;
          recipes.add(new Recipe(lab.knobs().model().changedTo(kind), lab.knobs().training()));
        });
    return recipes;
  }

  /** The seed of the knobs and those that follow it; of kinds without chance one is enough. */
  private List<Wish> wishes() {
    int count = seeds();
    if (count < 1 || count > MOST_SEEDS) {
      work.say(Words.of("sweep.noNumber", seeds.getText().strip()));
      return List.of();
    }
    List<Wish> wishes = new ArrayList<>();
    for (Recipe recipe : recipes()) {
      TrainingSettings training = recipe.training();
      int runs = recipe.model().uses(TrainingUse.CHANCE) ? count : 1;
      for (int s = 0; s < runs; s++) {
        TrainingSettings seeded = Settings.with(training, "seed", training.seed() + s);
        wishes.add(new Wish(wishes.size(), new Recipe(recipe.model(), seeded)));
      }
    }
    if (wishes.isEmpty()) work.say(Words.of("kinds.empty"));
    if (wishes.size() > Comparisons.MOST_RUNS) {
      work.say(Words.of("kinds.tooMany", wishes.size(), Comparisons.MOST_RUNS));
      return List.of();
    }
    return wishes;
  }

  /** 0 for what is no whole number. */
  private int seeds() {
    String text = seeds.getText().strip();
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private void make(
      Wish wish,
      Revision revision,
      Optional<KindRun.Look> look,
      BooleanSupplier stopped,
      Consumer<Done> then) {
    if (stopped.getAsBoolean()) return;
    String name = wish.recipe().model().kind().card().name();
    Done came;
    try {
      Optional<KeptRun> run = KindRun.of(revision, wish.recipe(), name, look, stopped);
      if (run.isEmpty()) return;
      came = new Done(wish.number(), run, "");
    } catch (IllegalArgumentException e) {
      came = new Done(wish.number(), Optional.empty(), name + ": " + e.getMessage());
    }
    Done told = came;
    Platform.runLater(() -> then.accept(told));
  }

  private void came(Done one, Experiment of, int count) {
    done.add(one);
    work.progress((double) done.size() / count);
    view.show(of, runs());
    work.say(
        done.stream()
            .map(Done::refusal)
            .filter(r -> !r.isEmpty())
            .distinct()
            .collect(Collectors.joining(" ")));
  }

  private List<KeptRun> runs() {
    return done.stream()
        .sorted(Comparator.comparingInt(Done::number))
        .flatMap(d -> d.run().stream())
        .toList();
  }

  private void keep(Experiment of) {
    // What is open now may be something else.
    if (lab.compared().isOpen(of.revision().original()) && !runs().isEmpty())
      lab.compared().keepKinds(runs());
  }

  Node content() {
    return dialog.getDialogPane();
  }

  /** Whether nothing is being trained. */
  boolean isIdle() {
    return work.isIdle();
  }

  /** Ends what is being trained, and closes the dialog. */
  void close() {
    dialog.close();
  }
}
