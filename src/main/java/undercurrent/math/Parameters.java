package undercurrent.math;

import java.util.ArrayList;
import java.util.List;

/** All weights of a model in one array, each part of it named and shaped. */
public final class Parameters {
  /**
   * One matrix of weights.
   *
   * @param offset where it starts in {@link Parameters#data()}
   */
  public record Entry(String name, int rows, int columns, int offset) {
    public int size() {
      return rows * columns;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> held = new ArrayList<>();
  private float[] data = new float[0];

  /** Adds a matrix of zeros and gives its entry. */
  public Entry add(String name, int rows, int columns) {
    if (entries.stream().anyMatch(e -> e.name().equals(name))) {
      throw new IllegalArgumentException("The parameter '" + name + "' is there twice.");
    }
    Entry entry = new Entry(name, rows, columns, data.length);
    entries.add(entry);
    data = java.util.Arrays.copyOf(data, data.length + entry.size());
    return entry;
  }

  /** Marks the matrices whose names begin so: a training leaves them as they are. */
  public void hold(String prefix) {
    for (Entry entry : entries) if (entry.name().startsWith(prefix)) held.add(entry);
  }

  /** The matrices that a training leaves as they are. */
  public List<Entry> held() {
    return List.copyOf(held);
  }

  /** The matrices in the order they were added. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The weights themselves, row-major one matrix after the other; not a copy. */
  public float[] data() {
    return data;
  }

  /** Number i of a matrix, row by row. */
  public double get(Entry entry, int i) {
    return data[entry.offset() + i];
  }

  /** Sets number i of a matrix, row by row. */
  public void set(Entry entry, int i, double number) {
    data[entry.offset() + i] = (float) number;
  }

  /** How many weights there are. */
  public int size() {
    return data.length;
  }
}
