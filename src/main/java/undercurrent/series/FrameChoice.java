package undercurrent.series;

import java.util.List;
import java.util.Optional;

/**
 * The frames in an {@link ImportPreview}.
 *
 * @param reading what is made of the file now
 * @param possible what else could be made of it; one or none where there is no choice
 * @param film some frames of it; empty when it is read as series or cannot be opened
 */
public record FrameChoice(
    FrameReading reading, List<FrameReading> possible, Optional<FilmPreview> film) {
  public FrameChoice {
    possible = List.copyOf(possible);
  }
}
