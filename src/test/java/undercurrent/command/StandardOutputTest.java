package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
  private static StandardOutput failing(String why) {
    return new StandardOutput(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(why);
          }
        },
        () -> false);
  }

  private static Optional<String> said(StandardOutput out) {
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) writer.println("a line");
    return out.trouble();
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() {
    assertEquals(
        Optional.of(
            "The output could not be written (No space left on device); check where it goes to."),
        said(failing("No space left on device")));
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoTrouble() {
    assertEquals(Optional.empty(), said(failing("Broken pipe")));
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertEquals(Optional.empty(), said(new StandardOutput(bytes, () -> false)));
    assertEquals(3, bytes.toString(StandardCharsets.UTF_8).lines().count());
  }
}
