package undercurrent.view;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.text.Language;

/**
 * What the window is started with.
 *
 * @param language that was asked for; without it the one that the window remembers counts, or else
 *     that of the system
 * @param file to open first
 * @param logs the folder of the logs
 * @param preferences the file of what the window remembers
 * @param recoveries the folder where it keeps what is unsaved
 */
public record LaunchOptions(
    Optional<Language> language,
    Optional<Path> file,
    Path logs,
    Path preferences,
    Path recoveries) {}
