package undercurrent.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The starter of the program as it is handed out, in front of the classes that are tested. */
record Launcher(Path folder) {
  /** Gives the classes that are tested in the place of the jars that are not there yet. */
  private static final String JAVA =
      """
      #!/bin/sh
      [ "$1" = -version ] && exec '%1$s' -version
      left=$#
      while [ $left -gt 0 ]; do
        if [ "$1" = -cp ]; then
          set -- "$@" -cp '%2$s'
          shift 2
          left=$((left - 2))
        else
          set -- "$@" "$1"
          shift
          left=$((left - 1))
        fi
      done
      exec '%1$s' "$@"
      """;

  /** Puts it into an empty folder. */
  static Launcher in(Path folder) throws IOException {
    Path handedOut = Path.of("installer", "launcher");
    try (Stream<Path> files = Files.walk(handedOut)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(handedOut.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    path =
        Stream.of(path.split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path wrapped = Files.writeString(folder.resolve("java"), JAVA.formatted(java, path));
    Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Launcher(folder);
  }

  /** A command of the shell in which $0 is the program. */
  ProcessBuilder shell(String command) {
    return made(List.of("sh", "-c", command, program()));
  }

  /** A command of the program. */
  ProcessBuilder start(String... arguments) {
    List<String> words = new ArrayList<>(List.of("sh", program()));
    words.addAll(Arrays.asList(arguments));
    return made(words);
  }

  private String program() {
    return folder.resolve("bin").resolve("undercurrent").toString();
  }

  /** For a person whose home cannot be written. */
  private ProcessBuilder made(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("UNDERCURRENT_JAVA", folder.resolve("java").toString());
    builder.environment().put("HOME", "/dev/null");
    builder.environment().put("XDG_STATE_HOME", "/dev/null/state");
    return builder;
  }
}
