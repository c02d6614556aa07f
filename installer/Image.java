import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the folder that every installer packs: a runtime of the modules that are needed, the
 * program, its licences, and the cache that lets it start fast. The same on all systems:
 *
 * <pre>java installer/Image.java VERSION target/dist target/installer</pre>
 *
 * with the java of the JDK that is to be carried.
 */
final class Image {
  private static final Path SHARED = Path.of("installer", "shared");
  private static final Path VECTORS = Path.of("installer", "launcher", "lib", "vectors.options");
  private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.contains("windows");
  private static final boolean MACOS = SYSTEM.contains("mac");
  private static final String CACHE_OPTION = "-XX:AOTCache=";

  private final String version;
  private final Path distribution;
  private final Path out;

  private Image(String version, Path distribution, Path out) {
    this.version = version;
    this.distribution = distribution;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("Usage: java installer/Image.java VERSION DISTRIBUTION OUT");
      System.exit(2);
    }
    new Image(arguments[0], Path.of(arguments[1]), Path.of(arguments[2])).make();
  }

  private void make() throws Exception {
    delete(out);
    Path modules = Files.createDirectories(out.resolve("modules"));
    for (Path jar : jars(Image::isJavaFx)) javaFxModule(jar, modules);
    Path runtime = out.resolve("runtime");
    run(
        "jlink",
        "--module-path",
        modules.toString(),
        "--add-modules",
        String.join(",", lines(SHARED.resolve("modules.txt"))),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--compress",
        "zip-9",
        // A picture at start, vector logarithms, sorting by vectors, the network: nothing of ours
        // calls
        // them, or Java does without. What mlib_image does to pictures, Java2D does too.
        "--exclude-files",
        "**splashscreen.*,**jsvml.*,**mlib_image.*,**simdsort.*,**jsig.*,**jrt-fs.jar,"
            + "**/public_suffix_list.dat,**/jexec,**/keytool*,**/jrunscript*,**/lib/classlist",
        "--exclude-resources",
        String.join(",", lines(SHARED.resolve("left-out.txt"))),
        "--output",
        runtime.toString());
    Path input = Files.createDirectories(out.resolve("input"));
    for (Path jar : jars(jar -> !isJavaFx(jar))) copy(jar, input.resolve(jar.getFileName()));
    appImage(runtime, input);
    if (!WINDOWS && !MACOS) strip(out.resolve("Undercurrent"));
    cache(folder("lib/app", "app", "Contents/app"));
    for (String part : List.of("modules", "runtime", "input")) delete(out.resolve(part));
  }

  private static boolean isJavaFx(Path jar) {
    return jar.getFileName().toString().startsWith("javafx-");
  }

  private List<Path> jars(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.list(distribution.resolve("lib"))) {
      return files.filter(f -> f.toString().endsWith(".jar")).filter(wanted).sorted().toList();
    }
  }

  /**
   * A JavaFX jar as a module for jlink with its native libraries beside the classes, so that they
   * lie in the runtime and are not unpacked into the home of whoever starts the program.
   */
  private static void javaFxModule(Path jar, Path modules) throws IOException {
    Path part = Files.createTempDirectory("javafx");
    Path classes = Files.createDirectories(part.resolve("classes"));
    Path libraries = Files.createDirectories(part.resolve("lib"));
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.toString().substring(1);
        boolean library = name.indexOf('/') < 0 && name.matches(".*\\.(so|dll|dylib)");
        copy(file, (library ? libraries : classes).resolve(name));
      }
    }
    String module = jar.getFileName().toString().replaceAll("^javafx-([a-z]+)-.*", "javafx.$1");
    // Beside the jar of a system lies one that has nothing in it.
    if (!Files.exists(classes.resolve("module-info.class"))) return;
    run(
        "jmod",
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        libraries.toString(),
        modules.resolve(module + ".jmod").toString());
    delete(part);
  }

  /** Takes the tables of symbols out of the libraries, where the system has the tool for it. */
  private static void strip(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".so")).toList()) {
        try {
          new ProcessBuilder("strip", "--strip-unneeded", file.toString())
              .inheritIO()
              .start()
              .waitFor();
        } catch (IOException e) {
          System.out.println("There is no 'strip', so the libraries stay a little larger.");
          return;
        }
      }
    }
  }

  private void appImage(Path runtime, Path input) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                "Undercurrent",
                "--app-version",
                MACOS ? version.replaceFirst("^0[.]", "1.") : version,
                "--vendor",
                "The Undercurrent authors",
                "--description",
                "A desktop lab for deep state-space models",
                "--copyright",
                "Apache-2.0",
                "--runtime-image",
                runtime.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "undercurrent-" + version + ".jar",
                "--main-class",
                "undercurrent.app.Main",
                "--icon",
                icon(),
                "--app-content",
                licences().toString(),
                "--dest",
                out.toString()));
    for (String option : javaOptions()) {
      options.add("--java-options");
      options.add(option);
    }
    if (WINDOWS) {
      // A program with a window has no console there: the command line is a program of its own.
      launcher(options, "undercurrent-cli", "cli.properties");
      launcher(options, "Undercurrent safe graphics", "safe-graphics.properties");
    }
    run("jpackage", options.toArray(String[]::new));
  }

  private static void launcher(List<String> options, String name, String properties) {
    options.add("--add-launcher");
    options.add(name + "=" + SHARED.resolve(properties));
  }

  private static String icon() {
    String ending =
        WINDOWS ? "undercurrent.ico" : MACOS ? "undercurrent.icns" : "undercurrent-256.png";
    return Path.of("installer", "icons", ending).toString();
  }

  /** What goes along: our licence, those of all parts, and the list of parts. */
  private Path licences() throws IOException {
    Path folder = Files.createDirectories(out.resolve("input-licences").resolve("licences"));
    copy(Path.of("LICENSE"), folder.resolve("LICENSE"));
    try (Stream<Path> files = Files.list(Path.of("installer", "licences"))) {
      for (Path file : files.toList()) copy(file, folder.resolve(file.getFileName()));
    }
    Path parts = distribution.resolveSibling("bom.json");
    if (Files.exists(parts)) copy(parts, folder.resolve("undercurrent.cdx.json"));
    return folder;
  }

  /** The folder of the image on this system; the three places are Linux, Windows, macOS. */
  private Path folder(String linux, String windows, String macos) {
    if (MACOS) return out.resolve("Undercurrent.app").resolve(macos);
    return out.resolve("Undercurrent").resolve(WINDOWS ? windows : linux);
  }

  private Path runtime() {
    return folder("lib/runtime", "runtime", "Contents/runtime/Contents/Home");
  }

  /** As the launcher of the image starts it: Java passes over a cache that was made otherwise. */
  private void cache(Path application) throws Exception {
    List<String> options =
        javaOptions().stream().filter(option -> !option.startsWith(CACHE_OPTION)).toList();
    Path java = runtime().resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    new Cache(java, options, classPath(application), false, application.resolve(Cache.NAME)).make();
  }

  private static String classPath(Path application) throws IOException {
    try (Stream<String> lines = Files.lines(application.resolve("Undercurrent.cfg"))) {
      return String.join(
          java.io.File.pathSeparator,
          lines
              .filter(line -> line.startsWith("app.classpath="))
              .map(line -> line.substring("app.classpath=".length()))
              .map(jar -> jar.replace("$APPDIR", application.toString()))
              .toList());
    }
  }

  private static List<String> javaOptions() throws IOException {
    List<String> options = new ArrayList<>(lines(VECTORS));
    options.addAll(lines(SHARED.resolve("java.options")));
    return options;
  }

  private static List<String> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void run(String tool, String... options) throws IOException {
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, options);
    if (code != 0) throw new IOException(tool + " ended with " + code + ".");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
