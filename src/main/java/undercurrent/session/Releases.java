package undercurrent.session;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where new versions are published, and the question whether there is one: the only thing that ever
 * goes over a network, and only when a person has switched it on. Nothing is sent but the question.
 *
 * @param address of a JSON document with the newest version as {@code tag_name}, as GitHub has it
 * @param current the version that runs
 */
public record Releases(URI address, String current) {
  private static final System.Logger LOG = System.getLogger(Releases.class.getName());

  /** Who publishes the program names the address in the options of its launcher. */
  private static final String PROPERTY = "undercurrent.releases";

  private static final Pattern NEWEST =
      Pattern.compile("\"tag_name\"\\s*:\\s*\"v?(\\d+(?:[.]\\d+)*)\"");
  private static final int PATIENCE_MILLISECONDS = 5000;
  private static final int MOST_BYTES = 1 << 18;

  /** Those of this program; none when nobody has named an address that is safe to ask. */
  public static Optional<Releases> published() {
    String address = System.getProperty(PROPERTY, "");
    String current = Releases.class.getPackage().getImplementationVersion();
    if (!address.startsWith("https://") || current == null) return Optional.empty();
    try {
      return Optional.of(new Releases(URI.create(address), current));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "'" + address + "' in " + PROPERTY + " is no address.");
      return Optional.empty();
    }
  }

  /**
   * The newest version, when it is newer; none as well when it cannot be learnt within some
   * seconds. Runs on a thread of its own.
   */
  public CompletableFuture<Optional<String>> newer() {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Thread thread = new Thread(() -> answer.complete(ask()), "newer version");
    thread.setDaemon(true);
    thread.start();
    return answer.completeOnTimeout(
        Optional.empty(), 2 * PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private Optional<String> ask() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLISECONDS);
      connection.setReadTimeout(PATIENCE_MILLISECONDS);
      connection.setRequestProperty("User-Agent", "Undercurrent");
      connection.setInstanceFollowRedirects(false);
      try (InputStream in = connection.getInputStream()) {
        return newer(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      } finally {
        connection.disconnect();
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Newer versions are not known: {0}", e.toString());
      return Optional.empty();
    }
  }

  private Optional<String> newer(String document) {
    Matcher newest = NEWEST.matcher(document);
    if (!newest.find()) return Optional.empty();
    boolean isNewer = Version.parse(newest.group(1)).compareTo(Version.parse(current)) > 0;
    return isNewer ? Optional.of(newest.group(1)) : Optional.empty();
  }
}
