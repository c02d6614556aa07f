package undercurrent.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit with a service of the test's own in place of OSV, and without any. */
class AuditTest {
  private static final Path RECORD =
      Path.of("src/test/resources/undercurrent/audit/advisories.txt");

  /** Longer than a busy machine keeps a service of its own waiting. */
  private static final Duration LIMIT = Duration.ofHours(1);

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void withoutOsvTheRecordSaysThatAPartIsAffected() throws Exception {
    Path list =
        parts("org.apache.commons:commons-lang3:3.13.0", "tools.jackson.core:jackson-core:3.3.0");
    assertEquals(1, run(list, RECORD, nowhere()));
    assertTrue(said().startsWith("OSV could not be asked: no connection.\nSource: the "), said());
    assertTrue(said().contains("compared with 2 parts."), said());
    assertEquals(
        List.of(
            "Affected: org.apache.commons:commons-lang3 3.13.0: GHSA-j288-q9x7-2f5v,CVE-2025-48924,"
                + " recursion without end in ClassUtils.getClass on very long names"
                + " (affected: [3.0,3.18.0))"),
        said().lines().filter(line -> line.startsWith("Affected")).toList());
  }

  @Test
  void withoutOsvSoundPartsPass() throws Exception {
    Path list =
        parts("org.apache.commons:commons-lang3:3.22.0", "tools.jackson.core:jackson-core:3.1.7");
    assertEquals(0, run(list, RECORD, nowhere()));
    assertTrue(said().endsWith("No shipped part is affected.\n"), said());
  }

  @Test
  void osvIsAskedAboutAllPartsInTheirOrder() throws Exception {
    AtomicReference<String> question = new AtomicReference<>("");
    String answer = "{\"results\":[{},{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GHSA-2\"}]}]}";
    try (Service service = new Service(200, answer, question)) {
      int code = run(parts("a:sound:1", "a:faulty:2"), RECORD, new Osv(service.address(), LIMIT));
      assertEquals(1, code);
    }
    assertEquals(
        """
        Source: OSV, asked about 2 parts.
        Affected: a:faulty 2: https://osv.dev/vulnerability/GHSA-1
        Affected: a:faulty 2: https://osv.dev/vulnerability/GHSA-2
        Raise these parts in pom.xml to a version that is not affected.
        """,
        said());
    JsonNode expected =
        new JsonMapper()
            .readTree(
                """
                {"queries": [
                  {"package": {"ecosystem": "Maven", "name": "a:sound"}, "version": "1"},
                  {"package": {"ecosystem": "Maven", "name": "a:faulty"}, "version": "2"}]}
                """);
    assertEquals(expected, new JsonMapper().readTree(question.get()));
  }

  @Test
  void osvMayKnowNothingAgainstTheParts() throws Exception {
    try (Service service = new Service(200, "{\"results\":[{}]}", new AtomicReference<>(""))) {
      // The record has this version: what OSV says counts.
      Path list = parts("org.apache.commons:commons-lang3:3.13.0");
      assertEquals(0, run(list, RECORD, new Osv(service.address(), LIMIT)));
    }
    assertEquals("Source: OSV, asked about 1 parts.\nNo shipped part is affected.\n", said());
  }

  @Test
  void anAnswerThatCannotBeUsedLeadsToTheRecord() throws Exception {
    assertEquals("it answered with status 503", reason(503, ""));
    assertEquals("its answer is not JSON", reason(200, "<html>"));
    assertEquals("its answer is about 0 parts and not 1", reason(200, "{}"));
  }

  private String reason(int status, String answer) throws Exception {
    printed.reset();
    try (Service service = new Service(status, answer, new AtomicReference<>(""))) {
      assertEquals(0, run(parts("a:b:1"), RECORD, new Osv(service.address(), LIMIT)));
    }
    String first = said().lines().findFirst().orElse("");
    return first.replaceAll("^OSV could not be asked: (.*)\\.$", "$1");
  }

  @Test
  void aServiceThatKeepsSilentIsNotWaitedFor() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Service service = new Service(200, "{}", new AtomicReference<>(""), end)) {
      assertEquals(
          0, run(parts("a:b:1"), RECORD, new Osv(service.address(), Duration.ofMillis(500))));
      end.countDown();
    }
    assertTrue(said().startsWith("OSV could not be asked: no answer within 0.5 s.\n"), said());
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertEquals(2, run(broken, RECORD, nowhere()));
    assertTrue(
        said().startsWith("The audit could not be made: " + broken + " is not JSON"), said());

    printed.reset();
    Path empty = Files.writeString(folder.resolve("empty.json"), "{\"components\": []}");
    assertEquals(2, run(empty, RECORD, nowhere()));
    assertEquals("The audit could not be made: " + empty + " names no parts.\n", said());

    printed.reset();
    Path record =
        Files.writeString(folder.resolve("record.txt"), "# words\n\na:b 1.2 X 2026-01-01 y");
    assertEquals(2, run(parts("a:b:1"), record, nowhere()));
    assertEquals(
        "The audit could not be made: "
            + record
            + ", line 3: '1.2' is not a range of versions; write one like [3.0,3.1.7).\n",
        said());
  }

  private int run(Path list, Path record, Osv osv) {
    return Audit.run(list, record, osv, new PrintStream(printed, true, UTF_8));
  }

  private String said() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** A list of parts as CycloneDX writes it. */
  private Path parts(String... parts) throws IOException {
    StringBuilder components = new StringBuilder();
    for (String part : parts) {
      String[] names = part.split(":");
      if (!components.isEmpty()) components.append(',');
      components.append(
          "{\"type\":\"library\",\"group\":\"%s\",\"name\":\"%s\",\"version\":\"%s\"}"
              .formatted(names[0], names[1], names[2]));
    }
    return Files.writeString(
        folder.resolve("bom.json"),
        "{\"bomFormat\":\"CycloneDX\",\"components\":[" + components + "]}");
  }

  /** A port at which nobody answers. */
  private static Osv nowhere() {
    return new Osv(URI.create("http://127.0.0.1:1"), LIMIT);
  }

  /** Gives one answer to every question. */
  private static final class Service implements AutoCloseable {
    private final HttpServer server;

    Service(int status, String answer, AtomicReference<String> question) throws IOException {
      this(status, answer, question, new CountDownLatch(0));
    }

    Service(int status, String answer, AtomicReference<String> question, CountDownLatch before)
        throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/querybatch",
          exchange -> {
            try (exchange) {
              question.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              before.await();
              byte[] bytes = answer.getBytes(UTF_8);
              exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
              exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
