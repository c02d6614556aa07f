package undercurrent.sweep;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Makes the runs of a sweep on other machines. The one that there is speaks to Apache Spark; it is
 * built apart, so that the program of the desktop does not carry it, and found as a service.
 */
public interface Cluster {
  /**
   * Makes what is left of a sweep, and writes each run to the folder as it comes.
   *
   * @param master where the cluster is, such as spark://host:7077 or local[2]
   * @return whether all runs of the share are done
   * @throws SweepException when the cluster cannot be reached, or ends the work
   */
  boolean run(
      SweepFolder folder,
      Share share,
      String master,
      Sweep.Listener listener,
      BooleanSupplier stopped)
      throws IOException;
}
