package undercurrent.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.kind.Card;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ModelKind;
import undercurrent.report.JsonText;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** {@code undercurrent kinds}: lists the kinds of models, or describes one in full. */
@Command(name = "kinds")
final class KindsCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "name")
  private @Nullable String name;

  @Option(names = "--json")
  private boolean json;

  KindsCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    String wanted = name;
    if (wanted != null) {
      ChosenModel<?> chosen = catalogue.chosen(BadUsage.of(() -> catalogue.kind(wanted)));
      if (json) console.json(json(chosen));
      else say(chosen);
      return 0;
    }
    if (json) {
      ArrayNode list = JsonText.JSON.createArrayNode();
      for (ModelKind<?> kind : catalogue.kinds()) head(list.addObject(), kind);
      console.json(list);
      return 0;
    }
    Map<String, List<ModelKind<?>>> families = new LinkedHashMap<>();
    for (ModelKind<?> kind : catalogue.kinds()) {
      families.computeIfAbsent(kind.card().family(), f -> new ArrayList<>()).add(kind);
    }
    families.forEach(
        (family, kinds) -> {
          console.line(family);
          for (ModelKind<?> kind : kinds) {
            console.say("  %-12s %s", kind.id(), kind.card().sentence());
          }
        });
    return 0;
  }

  private static ObjectNode head(ObjectNode node, ModelKind<?> kind) {
    Card card = kind.card();
    node.put("id", kind.id()).put("name", card.name()).put("family", card.family());
    ArrayNode former = node.putArray("formerIds");
    kind.formerIds().forEach(former::add);
    return node.put("sentence", card.sentence());
  }

  private static ObjectNode json(ChosenModel<?> chosen) {
    ModelKind<?> kind = chosen.kind();
    Card card = kind.card();
    ObjectNode node = head(JsonText.JSON.createObjectNode(), kind);
    node.put("data", card.data()).put("page", card.page());
    ArrayNode equations = node.putArray("equations");
    for (Card.Equation equation : card.equations()) {
      equations.addObject().put("latex", equation.latex()).put("unicode", equation.unicode());
    }
    node.put("criterion", kind.criterion().id());
    add(node.putArray("settings"), chosen.knobs(), chosen.settings());
    add(node.putArray("training"), training(chosen), TrainingSettings.defaults());
    ArrayNode figures = node.putArray("figures");
    for (FigureCard figure : kind.figures()) {
      figures.addObject().put("id", figure.id()).put("title", figure.title());
    }
    return node.put("citation", card.citation());
  }

  private static void add(ArrayNode list, List<Setting> settings, Record values) {
    for (Setting setting : settings) {
      ObjectNode one = list.addObject();
      one.put("key", setting.key()).put("label", setting.label()).put("help", setting.help());
      one.put("default", usual(setting, values)).put("allowed", setting.allowed());
      one.put("unit", setting.unit()).put("when", setting.knob().when());
      one.put("live", setting.knob().live());
    }
  }

  /** The training settings that do something for a kind. */
  private static List<Setting> training(ChosenModel<?> chosen) {
    List<Setting> used = new ArrayList<>();
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      if (chosen.uses(TrainingSettings.use(setting.key()))) used.add(setting);
    }
    return used;
  }

  private static String usual(Setting setting, Record values) {
    return Settings.text(Settings.value(values, setting.key()));
  }

  private void say(ChosenModel<?> chosen) {
    ModelKind<?> kind = chosen.kind();
    Card card = kind.card();
    console.say("%s (%s=%s)", card.name(), ChosenModel.KIND, kind.id());
    console.line(card.sentence());
    console.say("%n%s", Words.of("kinds.equations"));
    for (Card.Equation equation : card.equations()) console.say("  %s", equation.unicode());
    console.say("%n%s", card.page());
    console.say("%n%s", Words.of("kinds.data", card.data()));
    console.line(Words.of("kinds.criterion", kind.criterion().words()));
    console.say("%n%s", Words.of("kinds.settings"));
    say(chosen.knobs(), chosen.settings());
    console.say("%n%s", Words.of("kinds.training"));
    say(training(chosen), TrainingSettings.defaults());
    List<String> figures =
        kind.figures().stream().filter(FigureCard::isDrawn).map(FigureCard::id).toList();
    console.say("%n%s", Words.of("kinds.figures", String.join(", ", figures)));
    console.say("%n%s", Words.of("kinds.reference", card.citation()));
  }

  private void say(List<Setting> settings, Record values) {
    for (Setting setting : settings) {
      String when = setting.knob().when();
      String words =
          Words.of(
              when.isEmpty() ? "kinds.setting" : "kinds.settingWhen",
              setting.allowed(),
              usual(setting, values).replace("\n", "; "),
              when);
      console.say("  %-17s %s", setting.key(), words);
      console.say("  %-17s %s", "", setting.help());
    }
  }
}
