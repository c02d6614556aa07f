/** Sweeps on a cluster of Apache Spark; built by {@code mvn -Pspark package} alone. */
@NullMarked
package undercurrent.spark;

import org.jspecify.annotations.NullMarked;
