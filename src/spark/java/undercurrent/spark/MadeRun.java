package undercurrent.spark;

import java.io.Serializable;
import java.util.TreeMap;

/**
 * A run as an executor sends it back.
 *
 * @param files by their names
 */
record MadeRun(TreeMap<String, byte[]> files, double seconds) implements Serializable {}
