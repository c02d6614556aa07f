package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dlessons.write=true} writes the files anew. */
final class LessonFilesTest {
  @Test
  void aLessonHoldsWhatItsSourceOrGeneratorGives() throws IOException {
    for (Map.Entry<String, String> lesson : LessonFiles.all().entrySet()) {
      Path file = LessonFiles.FOLDER.resolve(lesson.getKey());
      if (Boolean.getBoolean("lessons.write")) Files.writeString(file, lesson.getValue());
      assertEquals(lesson.getValue(), Files.readString(file), lesson.getKey());
    }
  }
}
