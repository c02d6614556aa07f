/**
 * Settings as records whose components carry their label, range, unit and help. From it come the
 * control panel, the command-line options, the experiment file and the help page. Start at {@link
 * undercurrent.settings.Knob}.
 */
@NullMarked
package undercurrent.settings;

import org.jspecify.annotations.NullMarked;
