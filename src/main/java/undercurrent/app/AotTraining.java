package undercurrent.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import undercurrent.command.Commands;
import undercurrent.text.Language;
import undercurrent.view.Gallery;
import undercurrent.view.LaunchOptions;
import undercurrent.view.WindowLauncher;

/**
 * The training run of Java's ahead-of-time cache, made once when the program is packed: it prints
 * the version, opens a window that closes by itself, and where wanted trains a small model with its
 * pictures on the command line. The cache grows with each class that it loads.
 *
 * @param folder for what it writes
 * @param commands whether something is trained on the command line
 */
record AotTraining(Path folder, boolean commands) {
  /** What it is called on the command line; it is no command for people, so no help names it. */
  static final String NAME = "rehearse";

  /** Follows the folder. */
  static final String COMMANDS = "commands";

  int run() {
    int said = Commands.sayVersion();
    if (said != 0) return said;
    if (Display.isPresent()) {
      LaunchOptions surroundings =
          new LaunchOptions(
              Optional.of(Language.ENGLISH),
              Optional.empty(),
              folder,
              folder.resolve("window.properties"),
              folder.resolve("recovery"));
      WindowLauncher.rehearse(surroundings);
    }
    return commands ? train() : 0;
  }

  private int train() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    String out = folder.resolve("trained").toString();
    return new Commands(nowhere, errors, false, Gallery::render)
        .run("train", "air-passengers", "--set", "kind=seasonal", "--figures", "all", "--out", out);
  }
}
