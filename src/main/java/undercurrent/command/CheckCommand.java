package undercurrent.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.session.WorkerThreads;

/** {@code undercurrent check}: trains on known systems and compares with what is known of them. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final StopRequest stop;

  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "id")
  private String id = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
  private @Nullable Path file;

  @Option(names = "--threads", defaultValue = "1")
  private int threads;

  @Option(names = "--epochs", defaultValue = "0")
  private int epochs;

  @Option(names = "--series", defaultValue = "0")
  private int series;

  @Option(names = "--json")
  private boolean json;

  CheckCommand(Console console, StopRequest stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new BadUsage(Words.of("option.threads", threads));
    }
    if (id.isEmpty()) return list();
    Check check =
        Check.ALL.stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadUsage(
                        Words.of(
                            "check.unknown",
                            id,
                            String.join(", ", Check.ALL.stream().map(Check::id).toList()))));
    if (file != null && !(check instanceof FileCheck)) {
      throw new BadUsage(Words.of("check.noFile", id, file));
    }
    try (WorkerThreads workers = WorkerThreads.of(threads)) {
      Check.Size size = check.size().with(epochs, series);
      boolean judged = size.equals(check.size());
      List<Check.Reached> numbers =
          check.run(
              new CheckRun(
                  size,
                  workers,
                  stop,
                  Optional.ofNullable(file),
                  json ? line -> {} : console::line));
      return report(check, numbers, judged);
    }
  }

  private int list() {
    ArrayNode array = JsonText.JSON.createArrayNode();
    for (Check check : Check.ALL) {
      String sentence = Words.of("checks." + check.id());
      array.addObject().put("id", check.id()).put("sentence", sentence);
      if (!json) console.say("%-10s %s", check.id(), sentence);
    }
    if (json) console.json(array);
    return 0;
  }

  private int report(Check check, List<Check.Reached> numbers, boolean judged) {
    ObjectNode node = JsonText.JSON.createObjectNode();
    node.put("id", check.id()).put("judged", judged);
    ArrayNode array = node.putArray("numbers");
    boolean all = true;
    for (Check.Reached number : numbers) {
      all &= number.isWithin();
      ObjectNode row = array.addObject();
      row.put("name", number.name()).put("value", number.value());
      row.put("least", number.least()).put("most", number.most());
      if (judged) row.put("within", number.isWithin());
      if (json) continue;
      String allowed =
          Words.of(
              "check.allowed",
              NumberWords.format("%.4f", number.least()),
              NumberWords.format("%.4f", number.most()));
      String verdict = judged ? number.isWithin() ? "within" : "outside" : "unjudged";
      console.say(
          "%-28s %9.4f   %s   %s",
          number.name(), number.value(), allowed, Words.of("check.verdict." + verdict));
    }
    if (json) console.json(node);
    return all || !judged ? 0 : 1;
  }
}
