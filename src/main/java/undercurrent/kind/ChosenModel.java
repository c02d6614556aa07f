package undercurrent.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.model.ModelSettings;
import undercurrent.model.exact.FixedText;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.text.Visible;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/**
 * A kind of model with its settings; immutable.
 *
 * @param catalogue where the kind is from, and others can be chosen
 * @param starting what another kind begins with under these keys, in place of its usual settings
 */
public record ChosenModel<S extends Record & ModelSettings>(
    Catalogue catalogue, ModelKind<S> kind, S settings, Map<String, Object> starting) {
  /** The key under which files, recipes and {@code --set} name the kind. */
  public static final String KIND = "kind";

  /** The setting that keeps parameters which are held. */
  static final String FIXED = "fixed";

  private static final String LATENT_SIZE = "latentSize";
  private static final int LARGEST_BESIDE = 8;

  /** A kind with its usual settings. */
  static <S extends Record & ModelSettings> ChosenModel<S> of(
      Catalogue catalogue, ModelKind<S> kind) {
    return new ChosenModel<>(catalogue, kind, kind.defaults(), Map.of());
  }

  /**
   * The same with one setting changed. Another kind takes over what it has under the same keys.
   *
   * @param key of a setting, or {@link #KIND}
   * @throws IllegalArgumentException one sentence naming the setting and what is allowed; of a key
   *     that the kind does not have, the kinds that do
   */
  public ChosenModel<?> with(String key, Object value) {
    if (key.equals(KIND)) return changedTo(catalogue.kind(String.valueOf(value)));
    if (!has(key)) throw foreign(key);
    return new ChosenModel<>(catalogue, kind, Settings.with(settings, key, value), starting);
  }

  /** Another kind, with what it has under the same keys, but for what it begins anew. */
  public ChosenModel<?> changedTo(ModelKind<?> other) {
    return other.equals(kind) ? this : carried(other);
  }

  private <T extends Record & ModelSettings> ChosenModel<T> carried(ModelKind<T> other) {
    T begun = other.defaults();
    for (Map.Entry<String, Object> entry : starting.entrySet()) {
      if (Settings.has(begun, entry.getKey())) {
        begun = Settings.with(begun, entry.getKey(), entry.getValue());
      }
    }
    T taken = Settings.carried(settings, begun);
    for (String key : other.beginsAnew()) {
      taken = Settings.with(taken, key, Settings.value(begun, key));
    }
    return new ChosenModel<>(catalogue, other, taken, starting);
  }

  /** The same; kinds that are chosen later begin with these settings where they have them. */
  public ChosenModel<S> startingWith(Map<String, Object> values) {
    return new ChosenModel<>(catalogue, kind, settings, Map.copyOf(values));
  }

  /**
   * The linear model that is shown beside this one: with as many latent dimensions, at most {@value
   * #LARGEST_BESIDE}; of a track one of constant velocity.
   */
  public ChosenModel<?> linearBeside(boolean isTrack) {
    if (isTrack) return changedTo(catalogue.kind("trend"));
    ChosenModel<?> linear = changedTo(catalogue.kind("linear"));
    int size = (Integer) Settings.value(linear.settings(), LATENT_SIZE);
    return linear.with(LATENT_SIZE, Math.min(size, LARGEST_BESIDE));
  }

  private IllegalArgumentException foreign(String key) {
    List<ModelKind<?>> knowing = catalogue.knowing(key);
    String own = String.join(", ", Settings.values(settings).keySet());
    return new IllegalArgumentException(
        knowing.isEmpty()
            ? KindWords.of("refused.setting", Visible.name(key), kind.id(), own)
            : KindWords.of(
                "refused.foreign", Visible.name(key), kind.id(), Catalogue.names(knowing)));
  }

  /** Whether the kind has a setting of this name. */
  public boolean has(String key) {
    return Settings.has(settings, key);
  }

  /** The same with a parameter held at a value; as it is where the kind has none to hold. */
  public ChosenModel<?> holding(String parameter, double value) {
    return fixing(FixedText.with(fixed(), parameter, value));
  }

  /** The same with a parameter learned that was held. */
  public ChosenModel<?> releasing(String parameter) {
    return fixing(FixedText.without(fixed(), parameter));
  }

  /**
   * The same with parameters set by hand.
   *
   * @param values of {@link Fitting#parameters}, by name
   * @throws IllegalArgumentException one sentence, when a value cannot be
   */
  public ChosenModel<S> setting(Map<String, Double> values) {
    return new ChosenModel<>(catalogue, kind, kind.setting(settings, values), starting);
  }

  private String fixed() {
    return has(FIXED) ? String.valueOf(Settings.value(settings, FIXED)) : "";
  }

  private ChosenModel<?> fixing(String text) {
    return has(FIXED) ? with(FIXED, text) : this;
  }

  /** The knobs of the kind. */
  public List<Setting> knobs() {
    return Settings.of(settings.getClass());
  }

  /** The knobs of a training of this model that do something, and its seed. */
  public List<Setting> knobs(TrainingSettings training) {
    return Settings.of(TrainingSettings.class).stream()
        .filter(setting -> setting.matters(training) && takes(setting.key()))
        .toList();
  }

  /**
   * Whether a training of this model may be given a setting: the seed never does harm.
   *
   * @param key of a setting of trainings
   */
  public boolean takes(String key) {
    TrainingUse use = TrainingSettings.use(key);
    return use == TrainingUse.CHANCE || uses(use);
  }

  /** The kind's id and its settings by key, as files keep them. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KIND, kind.id());
    values.putAll(Settings.values(settings));
    return values;
  }

  /** As {@link ModelKind#searchHasChanged}. */
  public boolean searchHasChanged() {
    return kind.searchHasChanged(settings);
  }

  /** Whether its training does this. */
  public boolean uses(TrainingUse use) {
    return kind.uses(settings).contains(use);
  }

  /** Whether it uses this of a set. */
  public boolean looksAt(DataUse use, SeriesSet set) {
    return kind.looksAt(settings, set).contains(use);
  }

  /**
   * The model before any training.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public Fitting open(Dataset data, TrainingSettings training) {
    ChannelChecks checks = new ChannelChecks(data.source());
    checks.require(kind);
    try {
      return kind.open(settings, data, training);
    } catch (IllegalArgumentException refusal) {
      throw checks.beside(refusal);
    }
  }

  /** The figures that can have something to show. */
  public List<FigureCard> figures() {
    return kind.figures().stream().filter(card -> card.isOffered(settings)).toList();
  }
}
