package undercurrent.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public database of vulnerabilities at <a href="https://osv.dev">osv.dev</a>. */
final class Osv {
  private final URI service;
  private final Duration limit;

  /**
   * Describes a service that is not asked yet.
   *
   * @param service its address without a path
   * @param limit how long an answer may take
   */
  Osv(URI service, Duration limit) {
    this.service = service;
    this.limit = limit;
  }

  /**
   * Asks about all parts at once.
   *
   * @return for each part, in their order, the names of the advisories that affect it
   * @throws IOException if no right answer comes in time
   */
  List<List<String>> ask(List<Part> parts) throws IOException {
    JsonMapper json = new JsonMapper();
    Object question =
        Map.of(
            "queries",
            parts.stream()
                .map(
                    part ->
                        Map.of(
                            "package", Map.of("ecosystem", "Maven", "name", part.name()),
                            "version", part.version()))
                .toList());
    try {
      JsonNode results = json.readTree(post(json.writeValueAsString(question))).path("results");
      if (results.size() != parts.size()) {
        throw new IOException(
            "its answer is about " + results.size() + " parts and not " + parts.size());
      }
      List<List<String>> found = new ArrayList<>();
      for (JsonNode result : results) {
        List<String> names = new ArrayList<>();
        for (JsonNode fault : result.path("vulns")) names.add(fault.path("id").asString("unnamed"));
        found.add(List.copyOf(names));
      }
      return List.copyOf(found);
    } catch (JacksonException e) {
      throw new IOException("its answer is not JSON", e);
    }
  }

  private String post(String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/v1/querybatch"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      try {
        // Limits of a connection and of a request end earlier, this one with the whole answer.
        HttpResponse<String> answer =
            client
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (answer.statusCode() != 200) {
          throw new IOException("it answered with status " + answer.statusCode());
        }
        return answer.body();
      } catch (CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw new IOException(
            cause instanceof TimeoutException
                ? "no answer within " + limit.toMillis() / 1000.0 + " s"
                : "no connection",
            cause);
      } finally {
        client.shutdownNow();
      }
    }
  }
}
