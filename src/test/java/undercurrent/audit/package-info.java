/** Compares the parts that are shipped with the published advisories on vulnerable versions. */
@NullMarked
package undercurrent.audit;

import org.jspecify.annotations.NullMarked;
