/** Escapes control and direction characters in text from files and settings before it is shown. */
@NullMarked
package undercurrent.text;

import org.jspecify.annotations.NullMarked;
