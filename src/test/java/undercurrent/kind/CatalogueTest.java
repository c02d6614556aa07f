package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.model.known.FilterKind;
import undercurrent.series.Channel;
import undercurrent.series.ColumnUse;
import undercurrent.series.DecimalSign;
import undercurrent.series.FrameReading;
import undercurrent.series.RowSpacing;
import undercurrent.series.Separator;
import undercurrent.series.TimeForm;
import undercurrent.settings.KnobWords;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;

final class CatalogueTest {
  /** What is chosen when a file is opened. */
  private static final List<Class<?>> IMPORTED =
      List.of(
          Separator.class,
          DecimalSign.class,
          TimeForm.class,
          RowSpacing.class,
          FrameReading.class,
          ColumnUse.class,
          Channel.Kind.class);

  /** What is said of data and results. */
  private static final Pattern SENTENCES =
      Pattern.compile("^(fit|likelihood|refused|channels|unused|result|quoted)(\\.|$)");

  private static final Catalogue CATALOGUE = Catalogue.standard();

  static Stream<ModelKind<?>> kinds() {
    return CATALOGUE.kinds().stream();
  }

  @Test
  void theIdsAreThoseOfTheDesign() {
    assertEquals(
        List.of(
            "deep",
            "vrnn",
            "srnn",
            "storn",
            "rvae",
            "dsae",
            "conv",
            "kvae",
            "physics",
            "nkf",
            "cru",
            "density",
            "linear",
            "level",
            "trend",
            "seasonal",
            "airline",
            "arima",
            "continuous",
            "switching",
            "okf",
            "pendulum",
            "van-der-pol",
            "lorenz",
            "growth",
            "laser-radar",
            "walk",
            "formula"),
        kinds().map(ModelKind::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "DEEP_MARKOV, deep",
    "deep-markov, deep",
    "Deep Markov, deep",
    "dmm, deep",
    "DMM, deep",
    "deep, deep",
    "MATERN, continuous",
    "CONTINUOUS, continuous",
    "VAN_DER_POL, van-der-pol",
    "van der pol, van-der-pol",
    "laser_radar, laser-radar",
    "OKF, okf",
    "Level, level"
  })
  void everySpellingOfTodayIsUnderstood(String name, String id) {
    assertEquals(id, CATALOGUE.kind(name).id());
  }

  @Test
  void anUnknownKindIsRefusedWithTheOnesThereAre() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> CATALOGUE.kind("kalman"));
    assertTrue(String.valueOf(e.getMessage()).contains("one of deep, "), e.toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKindIsDescribed(ModelKind<?> kind) {
    Card card = kind.card();
    for (String words :
        List.of(
            card.name(),
            card.family(),
            card.sentence(),
            card.data(),
            card.page(),
            card.citation())) {
      assertFalse(words.isBlank(), kind.id());
    }
    assertTrue(card.sentence().endsWith(".") && card.citation().endsWith("."), kind.id());
    assertFalse(card.equations().isEmpty(), kind.id());
    for (Card.Equation equation : card.equations()) {
      long open = equation.latex().chars().filter(c -> c == '{').count();
      assertEquals(open, equation.latex().chars().filter(c -> c == '}').count(), equation.latex());
      assertFalse(equation.unicode().contains("\\"), equation.unicode());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theKnobsOfAKindAreDescribedAndTheirDefaultsAllowed(ModelKind<?> kind) {
    ChosenModel<?> model = CATALOGUE.chosen(kind);
    assertEquals(Settings.values(model.settings()).size(), model.knobs().size());
    Set<String> keys = new HashSet<>();
    for (Setting setting : model.knobs()) {
      assertTrue(keys.add(setting.key()), "twice: " + setting.key());
      assertFalse(setting.label().equals(setting.key()), setting.key());
      assertTrue(setting.help().endsWith("."), setting.key());
      assertFalse(setting.group().equals(setting.knob().group()), setting.knob().group());
      Object value = Settings.value(model.settings(), setting.key());
      assertEquals(model, model.with(setting.key(), Settings.text(value)));
      // A condition that names what is not there throws.
      assertDoesNotThrow(() -> setting.matters(model.settings()));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theFiguresOfAKindHaveIdsOfTheirOwnAndACurveFirst(ModelKind<?> kind) {
    List<FigureCard> figures = kind.figures();
    assertEquals(figures.size(), figures.stream().map(FigureCard::id).distinct().count());
    assertTrue(figures.getFirst().isCurve());
    for (FigureCard.Place place : FigureCard.Place.values()) {
      assertTrue(figures.stream().anyMatch(c -> c.place() == place), place + " of " + kind.id());
    }
  }

  /** What a newcomer needs of a kind is in one of its boxes, and a box names no other setting. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aKindHasAGraphWithItsKnobs(ModelKind<?> kind) {
    List<ModelGraph.Box> boxes = kind.graph().boxes();
    ChosenModel<?> model = CATALOGUE.chosen(kind);
    assertTrue(boxes.size() >= 4, kind.id());
    assertEquals(boxes.size(), boxes.stream().map(ModelGraph.Box::id).distinct().count());
    Set<String> known = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (Setting setting : model.knobs()) {
      known.add(setting.key());
      if (!setting.knob().advanced()) needed.add(setting.key());
    }
    for (Setting setting : Settings.of(TrainingSettings.class)) known.add(setting.key());
    Set<String> told = new TreeSet<>();
    Set<ModelGraph.Meter> meters = new HashSet<>();
    for (ModelGraph.Box box : boxes) {
      assertFalse(box.name().isBlank() || box.symbol().isBlank(), box.id());
      assertTrue(box.sentence().endsWith("."), box.id());
      told.addAll(box.knobs());
      meters.add(box.meter());
      assertTrue(box.size().isEmpty() || box.meter() == ModelGraph.Meter.NONE, box.id());
      if (box.size().isEmpty()) continue;
      assertTrue(box.knobs().contains(box.size()), box.id());
      Setting size =
          model.knobs().stream().filter(k -> k.key().equals(box.size())).findFirst().orElseThrow();
      assertTrue(size.isWhole(), box.size());
    }
    assertTrue(known.containsAll(told), () -> kind.id() + " " + told);
    needed.removeAll(told);
    assertEquals(Set.of(), needed, kind.id());
    assertEquals(
        kind.criterion() == Criterion.ELBO
            ? Set.of(ModelGraph.Meter.NONE, ModelGraph.Meter.KL, ModelGraph.Meter.RECONSTRUCTION)
            : Set.of(ModelGraph.Meter.NONE, ModelGraph.Meter.CRITERION),
        meters,
        kind.id());
  }

  @ParameterizedTest
  @CsvSource({
    "deep, ELBO",
    "vrnn, ELBO",
    "okf, SQUARED_ERROR",
    "level, LOG_LIKELIHOOD",
    "switching, LOG_LIKELIHOOD",
    "pendulum, LOG_LIKELIHOOD"
  })
  void aKindNamesItsCriterion(String kind, Criterion criterion) {
    assertEquals(criterion, CATALOGUE.kind(kind).criterion());
  }

  @Test
  void aForeignKeyIsRefusedWithTheKindsThatKnowIt() {
    ChosenModel<?> level = CATALOGUE.usual().with("kind", "level");
    Exception e = assertThrows(IllegalArgumentException.class, () -> level.with("regimes", 2));
    assertEquals(
        "There is no setting 'regimes' of kind level; kinds that have it are switching.",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> level.with("regime", 2));
    assertTrue(String.valueOf(e.getMessage()).contains("'regime'"), e.toString());
  }

  @Test
  void anotherKindTakesOverWhatHasTheSameKey() {
    ChosenModel<?> linear =
        CATALOGUE.usual().with("latentSize", 5).with("hiddenUnits", 7).with("kind", "linear");
    assertEquals(
        Map.of("kind", "linear", "transform", "NONE", "latentSize", "5", "fixed", ""),
        text(linear));
    ChosenModel<?> back = linear.with("latentSize", 3).with("kind", "dmm");
    assertEquals("3", text(back).get("latentSize"));
    assertEquals("32", text(back).get("hiddenUnits"));
  }

  private static Map<String, String> text(ChosenModel<?> model) {
    Map<String, String> text = new java.util.TreeMap<>();
    model.values().forEach((key, value) -> text.put(key, value.toString()));
    return text;
  }

  @Test
  void conditionsSayWhenAKnobMatters() {
    ChosenModel<?> walk = CATALOGUE.usual().with("kind", "walk");
    Setting particles =
        walk.knobs().stream().filter(k -> k.key().equals("particles")).findFirst().orElseThrow();
    assertFalse(particles.matters(walk.settings()));
    for (FilterKind filter : FilterKind.values()) {
      assertEquals(filter.isCloud(), particles.matters(walk.with("filter", filter).settings()));
    }
  }

  @Test
  void everyWordIsUsedAndNoneIsMissing() {
    Set<String> used = new TreeSet<>();
    Set<String> knobs = new TreeSet<>();
    Stream.of("deep", "linear", "structural", "continuous", "known")
        .forEach(f -> used.add("family." + f));
    for (ModelKind<?> kind : CATALOGUE.kinds()) {
      for (String word : List.of("name", "sentence", "data", "page")) {
        used.add("kind." + kind.id() + "." + word);
      }
      for (FigureCard card : kind.figures()) {
        if (!card.id().equals("elbo")) used.add("figure." + card.id());
      }
      for (ModelGraph.Box box : kind.graph().boxes()) {
        used.add("graph." + box.id() + ".name");
        used.add("graph." + box.id() + ".sentence");
      }
      describe(CATALOGUE.chosen(kind).knobs(), knobs);
    }
    describe(Settings.of(TrainingSettings.class), knobs);
    for (Criterion criterion : Criterion.values()) used.add("figure.curve." + criterion);
    Set<String> composed = new TreeSet<>(KindWords.keys());
    composed.removeIf(key -> SENTENCES.matcher(key).find());
    assertEquals(used, composed);
    Set<String> written = new TreeSet<>(KnobWords.keys());
    written.removeIf(key -> key.startsWith("choice."));
    assertEquals(knobs, written);
    Set<Class<?>> types = new HashSet<>(IMPORTED);
    List<Setting> settings = new ArrayList<>(Settings.of(TrainingSettings.class));
    CATALOGUE.kinds().forEach(kind -> settings.addAll(CATALOGUE.chosen(kind).knobs()));
    settings.forEach(setting -> types.add(setting.type()));
    Set<String> choices = new TreeSet<>();
    for (Class<?> type : types) {
      if (!type.isEnum()) continue;
      for (Object constant : type.getEnumConstants()) {
        choices.add("choice." + type.getSimpleName() + "." + constant);
      }
    }
    Set<String> named = new TreeSet<>(KnobWords.keys());
    named.removeIf(key -> !key.startsWith("choice."));
    assertEquals(choices, named);
  }

  private static void describe(List<Setting> settings, Set<String> keys) {
    for (Setting setting : settings) {
      keys.add(setting.key() + ".label");
      keys.add(setting.key() + ".help");
      keys.add("group." + setting.knob().group());
    }
  }

  /** A document may name a kind by anything, and sentences stay on one line. */
  @Test
  void aNameThatIsNoKindIsShownOnOneLine() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Catalogue.standard().kind("a\nb\u001b[31m"));
    String sentence = String.valueOf(refused.getMessage());
    assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
  }
}
