package undercurrent.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One window for a person and a display. The first start holds a lock and listens on a socket
 * beside it, in a folder that is the person's own; a later one sends it the file that it was to
 * open, and ends. Where no folder can be written every start opens a window.
 */
final class SingleInstance {
  private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());
  private static final int MOST_BYTES = 1 << 16;
  private static final byte RAISED = 1;
  private static final int TRIES = 20;
  private static final long PAUSE_MILLISECONDS = 100;

  private final Path lock;
  private final Path socket;
  private @Nullable FileLock held;

  private SingleInstance(Path folder) {
    String display = Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
    String name = "window" + display.replaceAll("[^A-Za-z0-9]", "-");
    lock = folder.resolve(name + ".lock");
    socket = folder.resolve(name + ".socket");
  }

  /**
   * True when another window took over; else this start is the first, or cannot know.
   *
   * @param opened receives what later starts want to open
   */
  static boolean handOver(
      List<Path> folders, Optional<Path> file, Consumer<Optional<Path>> opened) {
    for (Path folder : folders) {
      try {
        ownFolder(folder);
        SingleInstance instance = new SingleInstance(folder);
        if (!instance.isFirst()) return instance.send(file);
        instance.listen(opened);
        return false;
      } catch (IOException | UnsupportedOperationException | SecurityException e) {
        LOG.log(System.Logger.Level.DEBUG, "Not in " + folder, e);
      }
    }
    return false;
  }

  /** Makes the folder for the person alone; one that is somebody else's is not used. */
  private static void ownFolder(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (folder.getParent() != null) Files.createDirectories(folder.getParent());
      if (!posix) Files.createDirectory(folder);
      else {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    }
    String user = System.getProperty("user.name", "");
    String owner = Files.getOwner(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS).getName();
    if (!owner.equals(user) && !owner.endsWith("\\" + user)) {
      throw new IOException("it belongs to " + owner);
    }
  }

  /** The lock ends with the process, however that ends. */
  private boolean isFirst() throws IOException {
    FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    held = channel.tryLock();
    if (held == null) channel.close();
    return held != null;
  }

  private void listen(Consumer<Optional<Path>> opened) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(() -> serve(server, opened), "later starts");
    thread.setDaemon(true);
    thread.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "leave"));
  }

  private static void serve(ServerSocketChannel server, Consumer<Optional<Path>> opened) {
    while (server.isOpen()) {
      try (SocketChannel later = server.accept()) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) read = later.read(bytes);
        String file = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        opened.accept(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
        later.write(ByteBuffer.wrap(new byte[] {RAISED}));
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "A later start could not be answered.", e);
      }
    }
  }

  /** True when the first window answered; it may itself be starting still. */
  private boolean send(Optional<Path> file) {
    byte[] text =
        file.map(f -> f.toAbsolutePath().toString()).orElse("").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < TRIES; i++) {
      try (SocketChannel first = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        first.write(ByteBuffer.wrap(text));
        first.shutdownOutput();
        return first.read(ByteBuffer.allocate(1)) == 1;
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "The first window does not answer yet.", e);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private void leave() {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The socket stays.", e);
    }
  }
}
