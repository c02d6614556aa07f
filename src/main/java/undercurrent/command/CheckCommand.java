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
import undercurrent.series.NumberWords;
import undercurrent.session.WorkerThreads;

/** {@code undercurrent check}: trains on known systems and compares with what is known of them. */
@Command(
    name = "check",
    description = {
      "Trains models on series of known systems and compares what they reach with numbers that are"
          + " known exactly or published. Without an id it lists the checks.",
      "Exit code 0: all numbers are within their limits; 1: one is not."
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final StopRequest stop;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "Which check; see the list.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file that some checks read: data that do not come with the program.")
  private @Nullable Path file;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "How many threads train (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--epochs",
      defaultValue = "0",
      description = "Epochs in place of the check's own; the limits are then not judged.")
  private int epochs;

  @Option(
      names = "--series",
      defaultValue = "0",
      description = "Training series in place of the check's own; the limits are then not judged.")
  private int series;

  @Option(names = "--json", description = "Print as JSON.")
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
                  json ? line -> {} : console::say));
      return report(check, numbers, judged);
    }
  }

  private int list() {
    ArrayNode array = Console.JSON.createArrayNode();
    for (Check check : Check.ALL) {
      array.addObject().put("id", check.id()).put("sentence", check.sentence());
      if (!json) console.say("%-10s %s", check.id(), check.sentence());
    }
    if (json) console.json(array);
    return 0;
  }

  private int report(Check check, List<Check.Reached> numbers, boolean judged) {
    ObjectNode node = Console.JSON.createObjectNode();
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
      console.say(
          "%s",
          NumberWords.format(
              "%-28s %9.4f   allowed %.4f … %.4f   %s",
              number.name(),
              number.value(),
              number.least(),
              number.most(),
              judged ? number.isWithin() ? "within" : "OUTSIDE" : "not judged"));
    }
    if (json) console.json(node);
    return all || !judged ? 0 : 1;
  }
}
