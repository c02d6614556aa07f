package undercurrent.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.sweep.Axis;
import undercurrent.sweep.Grid;
import undercurrent.sweep.Plan;
import undercurrent.sweep.RunFiles;
import undercurrent.sweep.Share;
import undercurrent.sweep.Sweep;
import undercurrent.sweep.SweepFolder;
import undercurrent.training.Workers;

/** A standalone cluster on this machine: a master, two workers, one of which is killed. */
final class SparkClusterIT {
  private static final Path JAR =
      Path.of("target", "spark", "undercurrent-spark.jar").toAbsolutePath();
  private static final int RUNS = 24;
  private static final int KILLED_AFTER = 5;
  private static final Sweep.Listener SILENT = (outcome, done, of) -> {};

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() {
    processes.forEach(SparkClusterIT::kill);
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static Plan plan() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(set).with(Map.of("epochs", 40));
    List<Axis> axes =
        Stream.of("kind=deep,vrnn", "latentSize=1,2", "hiddenUnits=4,8").map(Axis::parse).toList();
    return Plan.of(recipe.experiment(set), new Grid(axes, 3));
  }

  @Test
  void aKilledWorkerLosesNothingAndTheBytesAreThoseOfOneProcess() throws Exception {
    SweepFolder embedded = SweepFolder.of(folder.resolve("embedded"), plan());
    assertTrue(Sweep.run(embedded, Share.WHOLE, Workers.ALONE, SILENT, () -> false));
    Map<String, byte[]> expected = RunFiles.of(embedded);
    assertEquals(4 * RUNS, expected.size());

    Path home = sparkHome();
    int port = freePort();
    start(
        home,
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    awaitPort(port);
    String master = "spark://127.0.0.1:" + port;
    Process victim = worker(home, master, "one");
    worker(home, master, "two");

    configure();
    AtomicBoolean killed = new AtomicBoolean();
    SweepFolder cluster = SweepFolder.of(folder.resolve("cluster"), plan());
    boolean isDone =
        new SparkCluster()
            .run(
                cluster,
                Share.WHOLE,
                master,
                (outcome, done, of) -> {
                  if (done >= KILLED_AFTER && killed.compareAndSet(false, true)) kill(victim);
                },
                () -> false);
    assertTrue(isDone);
    assertTrue(killed.get());
    Map<String, byte[]> actual = RunFiles.of(cluster);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  /** What spark-submit would be told. */
  private static void configure() {
    Map<String, String> settings =
        Map.of(
            "spark.jars", JAR.toString(),
            "spark.executor.memory", "480m",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.ui.enabled", "false");
    settings.forEach(System::setProperty);
  }

  /** A folder with the libraries of Spark, which are those of this process but for our own. */
  private Path sparkHome() throws IOException {
    Path home = folder.resolve("spark");
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry).toAbsolutePath();
      if (!entry.endsWith(".jar") || entry.contains("openjfx")) continue;
      Path link = jars.resolve(String.valueOf(jar.getFileName()));
      if (Files.notExists(link)) Files.createSymbolicLink(link, jar);
    }
    return home;
  }

  private Process worker(Path home, String master, String name) throws IOException {
    return start(
        home,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "600m",
        "-d",
        folder.resolve(name).toString(),
        "--webui-port",
        "0",
        master);
  }

  private Process start(Path home, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    for (String name : Set.copyOf(SparkCluster.OPENED)) {
      command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*", main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log-" + processes.size()).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) return;
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    throw new AssertionError("The master of the cluster did not start.");
  }
}
