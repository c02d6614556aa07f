package undercurrent.view;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The paths that the window is started with.
 *
 * @param file to open first
 * @param logs the folder of the logs
 * @param preferences the file of what the window remembers
 * @param recoveries the folder where it keeps what is unsaved
 */
public record LaunchOptions(Optional<Path> file, Path logs, Path preferences, Path recoveries) {}
