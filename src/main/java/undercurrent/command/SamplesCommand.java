package undercurrent.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import undercurrent.report.JsonText;
import undercurrent.series.Sample;
import undercurrent.series.Samples;

/** {@code undercurrent samples}: lists what can be opened without having a file. */
@Command(name = "samples")
final class SamplesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json")
  private boolean json;

  SamplesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (json) {
      ArrayNode list = JsonText.JSON.createArrayNode();
      for (Sample sample : Samples.all()) {
        list.addObject()
            .put("id", sample.id())
            .put("group", sample.group().name().toLowerCase(Locale.ROOT))
            .put("title", sample.title())
            .put("teaches", sample.teaches())
            .put("generated", sample.isGenerated());
      }
      console.json(list);
    } else {
      for (Sample sample : Samples.all()) {
        console.say("%-18s %-32s %s", sample.id(), sample.title(), sample.teaches());
      }
    }
    return 0;
  }
}
