package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/** The help of all commands is there in each language, and no word of it is for nothing. */
final class HelpTest {
  private static final Bundle HELP = new Bundle("undercurrent.command.help");
  private static final Pattern SECTION =
      Pattern.compile("(.*)usage\\.(description|footer|synopsisHeading|commandListHeading).*");

  private static List<CommandSpec> commands() {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    CommandLine line = new Commands(nowhere, nowhere, false, folder -> List.of()).line();
    List<CommandSpec> all = new ArrayList<>(List.of(line.getCommandSpec()));
    line.getSubcommands().values().forEach(sub -> all.add(sub.getCommandSpec()));
    return all;
  }

  private static List<ArgSpec> shown(CommandSpec command) {
    return command.args().stream().filter(argument -> !argument.hidden()).toList();
  }

  private static Stream<String> keys(CommandSpec command, ArgSpec argument) {
    String key = Objects.requireNonNullElse(argument.descriptionKey(), "");
    if (key.isEmpty() && argument instanceof OptionSpec option) {
      key = option.longestName().replaceFirst("^-+", "");
    }
    return Stream.of(command.qualifiedName(".") + "." + key, key);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachCommandAndOptionIsDescribed(Language language) {
    List<String> without = new ArrayList<>();
    List<CommandSpec> commands = Language.in(language, HelpTest::commands);
    assertEquals(15, commands.size());
    for (CommandSpec command : commands) {
      if (command.usageMessage().description().length == 0) without.add(command.name());
      for (ArgSpec argument : shown(command)) {
        if (String.join("", argument.description()).isBlank()) {
          without.add(command.name() + " " + argument.paramLabel() + " " + argument);
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void noWordIsForNothing() {
    Set<String> unused = new TreeSet<>(HELP.words(Language.ENGLISH).keySet());
    for (CommandSpec command : commands()) {
      String name = command.qualifiedName(".") + ".";
      unused.removeIf(
          key -> SECTION.matcher(key).matches() && Set.of("", name).contains(section(key)));
      shown(command).forEach(argument -> keys(command, argument).forEach(unused::remove));
    }
    assertEquals(Set.of(), unused);
  }

  /** What stands before the section of a key: the name of a command, or nothing. */
  private static String section(String key) {
    return SECTION.matcher(key).replaceFirst("$1");
  }

  @Test
  void helpIsInTheLanguageThatIsChosen() {
    Spoken german = Language.in(Language.GERMAN, () -> Spoken.of("train", "--help"));
    assertTrue(german.out().startsWith("Aufruf: undercurrent train "), german.out());
    assertTrue(german.out().contains("Epochen des Trainings."), german.out());
    assertTrue(german.out().contains("Was vor den Dezimalen einer Zahl steht"), german.out());
    assertFalse(german.out().contains("Show this help"), german.out());
    Spoken french = Language.in(Language.FRENCH, () -> Spoken.of("--help"));
    assertTrue(french.out().contains("Commandes\u00a0:"), french.out());
    assertTrue(french.out().contains("Liste les séries fournies."), french.out());
  }

  @Test
  void sizesAreListedAsTheyAreTyped() {
    String help = Spoken.of("bench", "--help").out().replaceAll("\\s+", " ");
    assertTrue(
        help.contains(
            "classroom, medium, jsb, plate, ball, disc, pendulum, vrnn, srnn (default: classroom)"),
        help);
  }
}
