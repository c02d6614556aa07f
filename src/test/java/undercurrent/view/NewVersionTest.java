package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import undercurrent.session.Releases;

final class NewVersionTest {
  @Test
  void nothingIsAskedUntilSomebodyTurnsItOn() throws Exception {
    OffScreen.start();
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = "{\"tag_name\": \"v9.1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Optional<Releases> releases = Optional.of(new Releases(address, "0.1.0"));
      Lab lab = OffScreen.call(Lab::new);
      Label line = (Label) OffScreen.call(() -> new NewVersion(lab, releases).line());
      CheckBox box =
          (CheckBox) OffScreen.call(() -> NewVersion.choice(lab, releases)).orElseThrow();
      Scene scene =
          OffScreen.call(
              () -> {
                Stage stage = new Stage();
                stage.setScene(new Scene(line, 300, 100));
                stage.show();
                return stage.getScene();
              });
      assertFalse(box.isSelected());
      assertTrue(box.getText().contains("127.0.0.1"), "it says who is asked");
      OffScreen.frames(scene, 3);
      assertEquals(0, asked.get());
      OffScreen.run(() -> box.setSelected(true));
      OffScreen.until(() -> line.getText().contains("9.1"));
      assertEquals(1, asked.get());
      OffScreen.run(() -> box.setSelected(false));
      assertEquals("", OffScreen.call(line::getText));
      OffScreen.run(() -> scene.getWindow().hide());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void withoutAnAddressThereIsNoSwitch() {
    OffScreen.start();
    assertTrue(OffScreen.call(() -> NewVersion.choice(new Lab(), Releases.published())).isEmpty());
  }
}
