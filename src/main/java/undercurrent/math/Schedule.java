package undercurrent.math;

import java.util.ArrayList;
import java.util.List;

/**
 * In which order a recording is replayed. Of operations one after the other that work row by row,
 * on so many rows that they do not stay near, all are run for a block of rows before the next one:
 * what one of them writes is still in the second cache when another reads it. Blocks go from the
 * first to the last in both directions, so that sums over rows have the same terms in the same
 * order as without them.
 *
 * @param recorded how many operations are recorded
 * @param forwards run from the first to the last
 * @param backwards run from the last to the first
 */
record Schedule(int recorded, List<Operation> forwards, List<Operation> backwards) {
  /** From so many rows on there are blocks; what fewer rows need comes fast enough. */
  private static final int MANY = 8192;

  /** Rows of a block. */
  private static final int BLOCK = 256;

  /** Numbers of a row up to which a block stays in the second cache. */
  private static final int WIDEST = 1024;

  static Schedule of(List<Operation> operations) {
    return of(operations, MANY, BLOCK);
  }

  /**
   * The same with other sizes, for tests.
   *
   * @param many from so many rows on there are blocks
   * @param block rows of a block
   */
  static Schedule of(List<Operation> operations, int many, int block) {
    Builder builder = new Builder(many, block);
    for (Operation operation : operations) builder.add(operation);
    builder.close();
    return new Schedule(operations.size(), builder.forwards, builder.backwards);
  }

  /** How many of some rows, with so many numbers each, are run together. */
  static int together(int rows, int columns) {
    return rows < MANY || columns > WIDEST ? rows : BLOCK;
  }

  void forward() {
    for (int i = 0; i < forwards.size(); i++) forwards.get(i).forward();
  }

  /** The same but for what is sampled into rows of a value, which stay as they are. */
  void forward(Value kept) {
    for (int i = 0; i < forwards.size(); i++) {
      switch (forwards.get(i)) {
        case Sampling s when s.out().data == kept.data -> {}
        case CombinerSteps s when s.z().data == kept.data -> s.forward(true);
        case PathSteps s when s.z().data == kept.data -> s.forward(true);
        case Operation other -> other.forward();
      }
    }
  }

  void backward() {
    for (int i = backwards.size() - 1; i >= 0; i--) backwards.get(i).backward();
  }

  /** Gathers a group of what may be run in blocks together. */
  private static final class Builder {
    private final int many;
    private final int block;
    private final List<Operation> forwards = new ArrayList<>();
    private final List<Operation> backwards = new ArrayList<>();
    private final List<RowOperation> group = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();

    Builder(int many, int block) {
      this.many = many;
      this.block = block;
    }

    void add(Operation operation) {
      List<Access> own = Access.of(operation);
      if (operation instanceof RowOperation o && isDivisible(o, own)) {
        if (!isMember(o, own)) close();
        group.add(o);
        accesses.addAll(own);
        return;
      }
      // What has nothing to do with the group goes before it.
      if (own.isEmpty() || own.stream().anyMatch(a -> accesses.stream().anyMatch(a::meets))) {
        close();
      }
      forwards.add(operation);
      backwards.add(operation);
    }

    private boolean isDivisible(RowOperation operation, List<Access> own) {
      if (operation.out().rows < many || !operation.isRowWise()) return false;
      for (int i = 1; i < own.size(); i++) {
        Access access = own.get(i);
        if (!own.subList(0, i).stream().allMatch(access::agrees)) return false;
      }
      return true;
    }

    private boolean isMember(RowOperation operation, List<Access> own) {
      if (group.isEmpty()) return true;
      if (rows() != operation.out().rows) return false;
      return own.stream().allMatch(a -> accesses.stream().allMatch(a::agrees));
    }

    private int rows() {
      return group.getFirst().out().rows;
    }

    /** Orders what was gathered. */
    void close() {
      if (group.isEmpty()) return;
      int columns = group.stream().mapToInt(o -> o.out().columns).sum();
      if (columns > WIDEST) {
        forwards.addAll(group);
        backwards.addAll(group);
      } else {
        int last = (rows() - 1) / block * block;
        for (int from = 0; from <= last; from += block) addRows(from, forwards);
        for (int from = last; from >= 0; from -= block) addRows(from, backwards);
      }
      group.clear();
      accesses.clear();
    }

    private void addRows(int from, List<Operation> to) {
      int count = Math.min(block, rows() - from);
      for (RowOperation operation : group) to.add(operation.rows(from, count));
    }
  }

  /**
   * What an operation does with a value.
   *
   * @param writes whether it is written forwards
   * @param differentiates whether its gradient is read or changed backwards
   * @param byRow whether row by row
   */
  private record Access(Value value, boolean writes, boolean differentiates, boolean byRow) {
    /** All of an operation; none where they are not known. */
    static List<Access> of(Operation operation) {
      return switch (operation) {
        case Weight weight -> List.of(new Access(weight.value(), false, false, false));
        case RowOperation o -> {
          List<Value> toward = Clearing.toward(o);
          List<Access> all = new ArrayList<>();
          all.add(new Access(o.out(), true, true, true));
          for (Value v : o.read()) all.add(new Access(v, false, toward.contains(v), true));
          for (Value v : o.shared()) all.add(new Access(v, false, toward.contains(v), false));
          yield all;
        }
        default -> List.of();
      };
    }

    /** Whether nothing changes where both go on from row to row together. */
    boolean agrees(Access other) {
      return !meets(other) || isBeside(other);
    }

    /** Whether the order of both makes a difference. */
    boolean meets(Access other) {
      if (value.data != other.value.data) return false;
      boolean isChanged = writes || other.writes || (differentiates && other.differentiates);
      return isChanged
          && value.offset < other.value.offset + other.value.size()
          && other.value.offset < value.offset + value.size();
    }

    /** Whether each reads and writes one row at a time, and both the same one. */
    private boolean isBeside(Access other) {
      return byRow
          && other.byRow
          && value.offset == other.value.offset
          && value.columns == other.value.columns;
    }
  }
}
