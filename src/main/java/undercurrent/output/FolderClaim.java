package undercurrent.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that one program writes to: a second one is refused until it is closed. The lock ends
 * with the process, however that ends; where files cannot be locked there is none.
 */
public final class FolderClaim implements Closeable {
  /** The file that is locked while a program writes to its folder. */
  public static final String NAME = ".undercurrent.lock";

  private static final System.Logger LOG = System.getLogger(FolderClaim.class.getName());

  /** The part that is locked lies behind the number of the process, which can so be read. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private static final int MOST_BYTES = 64;

  /**
   * What this program holds. A second claim of it must not even open its file: systems take all
   * locks that a program has on a file when it closes any of its channels.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;

  /** All channels of the file, the one with the lock first; empty where there are no locks. */
  private final List<FileChannel> held;

  private final boolean isNew;

  private FolderClaim(Path file, List<FileChannel> held, boolean isNew) {
    this.file = file;
    this.held = List.copyOf(held);
    this.isNew = isNew;
  }

  /**
   * Makes the folder, if need be, and keeps it.
   *
   * @throws Taken when another program writes there
   * @throws FileSystemException when the folder cannot be made
   */
  public static FolderClaim of(Path folder) throws IOException {
    boolean isNew = !Files.isDirectory(folder);
    if (isNew) Files.createDirectories(folder);
    Path real = folder.toRealPath();
    if (!HELD.add(real)) throw new Taken(folder);
    boolean isHeld = false;
    try {
      FolderClaim claim = new FolderClaim(real.resolve(NAME), locked(real, folder), isNew);
      // After the file in it, which is deleted first.
      if (isNew) Leftovers.add(real);
      isHeld = true;
      return claim;
    } finally {
      if (!isHeld) HELD.remove(real);
    }
  }

  private static List<FileChannel> locked(Path real, Path folder) throws IOException {
    Path file = real.resolve(NAME);
    while (true) {
      FileChannel channel = opened(file);
      if (!lock(channel, folder)) return List.of();
      String own = ProcessHandle.current().pid() + "-" + System.identityHashCode(channel);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.UTF_8)), 0);
      // Whoever had it may have deleted the file in between: then it is another's that is there.
      FileChannel there = opened(file);
      if (own.equals(content(there))) {
        Leftovers.add(file);
        return List.of(channel, there);
      }
      there.close();
      channel.close();
    }
  }

  private static FileChannel opened(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** A folder that another program writes to. */
  public static final class Taken extends FileSystemException {
    @Serial private static final long serialVersionUID = 1;

    private Taken(Path folder) {
      super(folder.toString(), null, Words.of("folderClaim.taken"));
    }
  }

  /** False where there are no locks. */
  private static boolean lock(FileChannel channel, Path folder) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock(PLACE, 1, false);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(System.Logger.Level.INFO, "Files cannot be locked in " + folder, e);
      channel.close();
      return false;
    }
    if (lock != null) return true;
    channel.close();
    throw new Taken(folder);
  }

  /** What is done while the folder is kept. */
  @FunctionalInterface
  public interface Work<T> {
    T make() throws IOException;
  }

  /** Does something that writes to a folder, which is made if it is not there. */
  public static <T> T during(Path folder, Work<T> work) throws IOException {
    FolderClaim claim = of(folder);
    try {
      return work.make();
    } finally {
      claim.close();
    }
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  /** A folder that was made and has nothing in it is taken away again. */
  @Override
  public void close() throws IOException {
    Path folder = file.getParent();
    if (!held.isEmpty()) {
      delete(file);
      for (FileChannel channel : held) channel.close();
      Leftovers.remove(file);
    }
    if (folder != null) {
      HELD.remove(folder);
      Leftovers.remove(folder);
    }
    if (isNew && folder != null && isEmpty(folder)) delete(folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "An open file cannot be deleted on this system.", e);
    }
  }
}
