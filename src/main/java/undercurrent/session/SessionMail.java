package undercurrent.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import undercurrent.training.TrainingSettings;

/**
 * What passes between the thread of a session and all others: orders and settings one way,
 * snapshots and documents the other.
 */
final class SessionMail {
  final LatestValue<Snapshot> snapshots = new LatestValue<>();
  final LatestValue<TrainingSettings> settings = new LatestValue<>();
  final LatestValue<Viewpoint> watch = new LatestValue<>();
  final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  final DocumentRequests documents = new DocumentRequests();
  private final AtomicLong orderCount = new AtomicLong();
  volatile TrainingPosition standing;
  volatile boolean closed;

  /** True while the thread has nothing to do. */
  volatile boolean waiting;

  /** Something that is done between two steps. */
  interface Order {
    void carryOut(SessionWorker worker);
  }

  SessionMail(TrainingPosition standing) {
    this.standing = standing;
  }

  void order(Order order) {
    orderCount.incrementAndGet();
    orders.add(order);
  }

  /** How many orders were given so far. */
  long orderCount() {
    return orderCount.get();
  }
}
