/** How files are written: whole or not at all, and a folder by one program at a time. */
@NullMarked
package undercurrent.output;

import org.jspecify.annotations.NullMarked;
