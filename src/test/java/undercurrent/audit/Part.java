package undercurrent.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A library that is shipped: its name as {@code group:artifact} and its version. */
record Part(String name, String version) {

  /**
   * Reads a list of parts in the JSON form of CycloneDX.
   *
   * @throws IOException if it cannot be read or names no part
   */
  static List<Part> list(Path file) throws IOException {
    Set<Part> parts = new LinkedHashSet<>();
    try {
      for (JsonNode part : new JsonMapper().readTree(Files.readString(file)).path("components")) {
        String group = part.path("group").asString("");
        String artifact = part.path("name").asString("");
        String version = part.path("version").asString("");
        if (group.isEmpty() || artifact.isEmpty() || version.isEmpty()) {
          throw new IOException(
              "%s has a part without group, name or version: %s".formatted(file, part));
        }
        parts.add(new Part(group + ":" + artifact, version));
      }
    } catch (JacksonException e) {
      throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    if (parts.isEmpty()) throw new IOException(file + " names no parts.");
    return List.copyOf(parts);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
