package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;
import undercurrent.training.TrainingUse;

/** The kinds of models that there are; immutable. A new kind is one more line here. */
public final class Catalogue {
  private static final Catalogue STANDARD =
      new Catalogue(
          List.of(
              new DeepKind(),
              new VrnnKind(),
              new SrnnKind(),
              new StornKind(),
              new RvaeKind(),
              new DsaeKind(),
              new ConvolutionalKind(),
              new KalmanVaeKind(),
              new PhysicsKind(),
              new NormalizingKind(),
              new UnitKind(),
              new DensityKind(),
              new LinearKind(),
              new LevelKind(),
              new TrendKind(),
              new SeasonalKind(),
              new AirlineKind(),
              new ArimaKind(),
              new ContinuousKind(),
              new SwitchingKind(),
              new OptimizedKind(),
              new PendulumKind(),
              new VanDerPolKind(),
              new LorenzKind(),
              new GrowthKind(),
              new LaserRadarKind(),
              new WalkKind(),
              new FormulaKind()));

  private final List<ModelKind<?>> kinds;

  private Catalogue(List<ModelKind<?>> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** The kinds of this program. */
  public static Catalogue standard() {
    return STANDARD;
  }

  /** The kinds of this program and one more. */
  public static Catalogue with(ModelKind<?> kind) {
    List<ModelKind<?>> kinds = new ArrayList<>(STANDARD.kinds);
    kinds.add(kind);
    return new Catalogue(kinds);
  }

  /** All of them, in the order in which they are offered. */
  public List<ModelKind<?>> kinds() {
    return kinds;
  }

  /** What a new experiment starts with: the first kind, as it is. */
  public ChosenModel<?> usual() {
    return chosen(kinds.getFirst());
  }

  /** A kind with its usual settings. */
  public ChosenModel<?> chosen(ModelKind<?> kind) {
    return ChosenModel.of(this, kind);
  }

  /**
   * A kind by its name of today or of old; case, blanks and underscores do not matter.
   *
   * @throws IllegalArgumentException one sentence, when there is none
   */
  public ModelKind<?> kind(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    KindWords.of("refused.kind", Visible.name(name), names(kinds))));
  }

  private Optional<ModelKind<?>> find(String name) {
    String id = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (ModelKind<?> kind : kinds) {
      if (kind.id().equals(id) || kind.formerIds().contains(id)) return Optional.of(kind);
    }
    return Optional.empty();
  }

  /** The kinds that have a setting of this name. */
  public List<ModelKind<?>> knowing(String key) {
    List<ModelKind<?>> knowing = new ArrayList<>();
    for (ModelKind<?> kind : kinds) {
      if (chosen(kind).has(key)) knowing.add(kind);
    }
    return knowing;
  }

  /** The ids of the kinds whose training, with its usual settings, does this. */
  public List<String> using(TrainingUse use) {
    List<String> using = new ArrayList<>();
    for (ModelKind<?> kind : kinds) if (chosen(kind).uses(use)) using.add(kind.id());
    return using;
  }

  /** The kinds for series of any origin that use something of a set. */
  List<ModelKind<?>> lookingAt(DataUse use, SeriesSet set) {
    List<ModelKind<?>> looking = new ArrayList<>();
    for (ModelKind<?> kind : kinds) {
      if (kind.isGeneral() && chosen(kind).looksAt(use, set)) looking.add(kind);
    }
    return looking;
  }

  /** Their ids in a sentence. */
  static String names(List<ModelKind<?>> kinds) {
    return String.join(", ", kinds.stream().map(ModelKind::id).toList());
  }
}
