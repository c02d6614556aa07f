package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleasesTest {
  private final AtomicInteger asked = new AtomicInteger();

  /** What is answered by a server of this machine that says this. */
  private Optional<String> answer(int code, String says, String current) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/latest",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = says.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(code, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/latest");
      return new Releases(address, current).newer().join();
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"v0.2.0, 0.2.0", "0.10, 0.10", "1.0.0, 1.0.0", "v0.1.0,", "0.0.9,", "0.1,"})
  void onlyANewerVersionIsTold(String tag, String told) throws IOException {
    String says = "{\"id\": 7, \"tag_name\" : \"" + tag + "\", \"name\": \"9.9\"}";
    assertEquals(Optional.ofNullable(told), answer(200, says, "0.1.0"));
    assertEquals(1, asked.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{\"tag_name\": 3}", "{\"tag_name\": \"later\"}"})
  void whatIsNotUnderstoodIsNoVersion(String says) throws IOException {
    assertEquals(Optional.empty(), answer(200, says, "0.1.0"));
  }

  @Test
  void anErrorOfTheServerIsNoVersion() throws IOException {
    assertEquals(Optional.empty(), answer(503, "{\"tag_name\": \"v9\"}", "0.1.0"));
  }

  @Test
  void noServerIsNoVersion() {
    Releases nobody = new Releases(URI.create("http://127.0.0.1:1/latest"), "0.1.0");
    assertEquals(Optional.empty(), nobody.newer().join());
  }

  @Test
  void nobodyIsAskedWithoutAnAddress() {
    assertTrue(Releases.published().isEmpty());
  }
}
