package undercurrent.app;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.command.Commands;

/** The main job without a window: trains, and writes figures and numbers. */
record Demo(Commands commands) {
  private static final String EPOCHS = "150";

  int run(Optional<Path> file) {
    String out = System.getProperty("undercurrent.demo", "undercurrent-demo");
    Commands.complain(Words.of("demo.noDisplay", out));
    String source = file.map(Path::toString).orElse("sine");
    return commands.run("train", source, "--epochs", EPOCHS, "--out", out);
  }
}
