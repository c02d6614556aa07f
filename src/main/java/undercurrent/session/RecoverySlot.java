package undercurrent.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.experiment.ExperimentFile;
import undercurrent.output.FolderClaim;

/**
 * A folder in which one window keeps what is unsaved in it, as long as it runs: nobody else gets it
 * while its process lives.
 */
final class RecoverySlot {
  private static final System.Logger LOG = System.getLogger(RecoverySlot.class.getName());
  private static final String FILE = "unsaved" + ExperimentFile.ENDING;
  private static final String NAME = "window-";

  /** What a process leaves that ends while it writes. */
  private static final String PARTS = "*.part";

  private final Path folder;
  private final FolderClaim claim;

  private RecoverySlot(Path folder, FolderClaim claim) {
    this.folder = folder;
    this.claim = claim;
  }

  /** One in which nothing is. */
  static RecoverySlot free(Path folder) throws IOException {
    makeOwn(folder);
    for (int i = 1; ; i++) {
      Path place = folder.resolve(NAME + i);
      if (Files.exists(place.resolve(FILE))) continue;
      Optional<RecoverySlot> slot = claimed(place);
      if (slot.isEmpty()) continue;
      if (!Files.exists(slot.get().file())) return slot.get();
      slot.get().release();
    }
  }

  /** Those in which windows left something that do not run any more. */
  static List<RecoverySlot> left(Path folder) {
    List<RecoverySlot> left = new ArrayList<>();
    if (!Files.isDirectory(folder)) return left;
    try (DirectoryStream<Path> places = Files.newDirectoryStream(folder, NAME + "*")) {
      for (Path place : places) {
        if (!Files.exists(place.resolve(FILE))) continue;
        Optional<RecoverySlot> slot = claimed(place);
        if (slot.isEmpty()) continue;
        if (Files.exists(slot.get().file())) left.add(slot.get());
        else slot.get().release();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "What was unsaved cannot be looked for.", e);
    }
    return left;
  }

  /** For the person alone, as what is unsaved may be nobody else's business. */
  private static void makeOwn(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] own =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, own);
  }

  /** Nothing when another has it. */
  private static Optional<RecoverySlot> claimed(Path place) throws IOException {
    try {
      RecoverySlot slot = new RecoverySlot(place, FolderClaim.of(place));
      slot.clean();
      return Optional.of(slot);
    } catch (FolderClaim.Taken e) {
      return Optional.empty();
    }
  }

  private void clean() throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PARTS)) {
      for (Path part : parts) Files.deleteIfExists(part);
    }
  }

  /** The document of what is unsaved. */
  Path file() {
    return folder.resolve(FILE);
  }

  /** Deletes what is in it, and leaves it. */
  void delete() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "What is saved stays beside.", e);
    }
    release();
  }

  /** Leaves it to others as it is; without anything in it it goes. */
  void release() {
    try {
      claim.close();
      if (!Files.exists(file())) Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.INFO, "The folder stays: {0}", e.toString());
    }
  }
}
