package undercurrent.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is written whole or not at all: beside its place, forced to the disk, and moved
 * there. An old file of that name keeps its mode, and a symbolic link stays one. Every failure is a
 * {@link java.nio.file.FileSystemException} that names the file.
 */
public final class WholeFile {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Refuses, before long work is done for it, a file that cannot be written. */
  public static void require(Path file) throws IOException {
    Path target = target(file);
    Path folder = target.getParent();
    if (isDevice(target) || folder == null) return;
    if (!Files.isDirectory(folder)) throw new NoSuchFileException(file.toString());
    if (!Files.isWritable(folder)) throw new AccessDeniedException(file.toString());
    if (Files.isDirectory(target)) {
      throw NamedFailure.of(file, new IOException(Words.of("wholeFile.folder")));
    }
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes over what is there, at the end and at once. */
  public static void write(Path file, Content content) throws IOException {
    try {
      Path target = target(file);
      if (Files.isDirectory(target)) throw new IOException(Words.of("wholeFile.folder"));
      if (isDevice(target)) pour(target, content);
      else replace(target, content);
    } catch (IOException e) {
      throw NamedFailure.of(file, e);
    }
  }

  /**
   * Where a link leads, also when nothing is there yet. A link to a pipe or a device, such as
   * /dev/stdout, is written through as it is.
   */
  private static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target) && !isDevice(target); links++) {
      if (links > MOST_LINKS) throw new IOException(Words.of("wholeFile.links"));
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
  }

  /** A pipe or a device cannot be replaced. */
  private static void pour(Path target, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
      content.writeTo(out);
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    boolean old = Files.exists(target);
    if (old && !Files.isWritable(target)) throw new AccessDeniedException(target.toString());
    Path part = beside(target);
    Leftovers.add(part);
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (old) keepMode(target, part);
        OutputStream out = new StaysOpen(Channels.newOutputStream(channel));
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
      Leftovers.remove(part);
    }
  }

  /** What is to be forced to the disk must not be closed by a writer around it. */
  private static final class StaysOpen extends BufferedOutputStream {
    StaysOpen(OutputStream out) {
      super(out, 1 << 16);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static Path beside(Path target) {
    String own = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    return target.resolveSibling(".undercurrent-" + own + ".part");
  }

  private static void keepMode(Path from, Path to) throws IOException {
    if (Files.getFileAttributeView(from, PosixFileAttributeView.class) == null) return;
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
