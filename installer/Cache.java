import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache of Java: the classes of a start, loaded and linked. {@code java
 * installer/Cache.java target/dist} makes that of the distribution, with the java of the JDK that
 * is called; another Java passes over it.
 *
 * @param java that starts the program
 * @param options of Java; a cache that was made with others is passed over
 * @param classPath in its order, which counts too
 * @param commands whether classes of the command line and profiles of methods are kept too, which
 *     an installed image has no room for
 * @param file to write
 */
record Cache(Path java, List<String> options, String classPath, boolean commands, Path file) {
  static final String NAME = "undercurrent.aot";

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      System.err.println("Usage: java installer/Cache.java DISTRIBUTION");
      System.exit(2);
    }
    Path lib = Path.of(arguments[0]).toAbsolutePath().resolve("lib");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path file = lib.resolve(NAME);
    Files.deleteIfExists(file);
    try (Stream<Path> files = Files.list(lib)) {
      String classPath =
          String.join(
              File.pathSeparator,
              files
                  .filter(jar -> jar.toString().endsWith(".jar"))
                  .sorted(Comparator.comparing(jar -> place(jar.getFileName().toString())))
                  .map(Path::toString)
                  .toList());
      List<String> options =
          List.of("@" + lib.resolve("java.options"), "@" + lib.resolve("vectors.options"));
      new Cache(java, options, classPath, true, file).make();
    }
  }

  /** Like the launcher: in the order of their names, but those that are asked for most first. */
  private static String place(String jar) {
    boolean isFirst = jar.startsWith("undercurrent-") || jar.startsWith("picocli-");
    return (isFirst ? "0" : "1") + jar;
  }

  /** Makes a start whose window closes by itself, and keeps what Java learned from it. */
  void make() throws Exception {
    Path home = Files.createTempDirectory("undercurrent");
    List<String> command = new ArrayList<>(screen());
    command.add(java.toString());
    command.add("-XX:AOTCacheOutput=" + file);
    // Without any screen the window is shown on JavaFX's own one, and most is learned.
    if (!hasScreen()) command.add("-Dglass.platform=Headless");
    // Profiles of methods take room. Starts of the window are not faster with them; commands are.
    if (!commands) {
      command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    }
    // What is kept must not refer to a module that is added late.
    command.add("-Dundercurrent.scalar=true");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, "undercurrent.app.Main", "rehearse", home.toString()));
    if (commands) command.add("commands");
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().putAll(Map.of("XDG_STATE_HOME", home.toString()));
    int code = process.start().waitFor();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
    if (code != 0 || !Files.exists(file)) {
      throw new IOException("The start for the cache ended with " + code + " and left no cache.");
    }
  }

  /** A screen that is not shown, where the system has one. */
  private static List<String> screen() {
    return canRun("xvfb-run")
        ? List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24")
        : List.of();
  }

  private static boolean hasScreen() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("windows")
        || system.contains("mac")
        || canRun("xvfb-run")
        || System.getenv("DISPLAY") != null;
  }

  private static boolean canRun(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
