package undercurrent.math;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Products as the layers use them: of a layer, of its gradients, of one step of a recursion. */
public class ProductBenchmark extends KernelBenchmark {
  /** n × k × m. */
  @Param({"8x32x96", "8x128x384", "64x128x384", "20x600x1800", "256x1024x1024", "800x32x2"})
  public String shape = "";

  private final Products products = new Products();
  private final Panels right = new Panels();
  private float[] a = new float[0];
  private float[] b = new float[0];
  private float[] c = new float[0];
  private float[] w = new float[0];
  private int n;
  private int k;
  private int m;

  @Setup
  public void lay() {
    String[] sizes = shape.split("x");
    n = Integer.parseInt(sizes[0]);
    k = Integer.parseInt(sizes[1]);
    m = Integer.parseInt(sizes[2]);
    Randomness random = Randomness.of(1);
    a = normals(random, n * k);
    b = normals(random, k * m);
    c = normals(random, n * m);
    w = new float[k * m];
    right.pack(b, 0, k, m, m);
  }

  private static float[] normals(Randomness random, int size) {
    float[] array = new float[size];
    random.normals(array, 0, size);
    return array;
  }

  /** c += a·b. */
  @Benchmark
  public float[] layer() {
    products.add(a, 0, n, right, c, 0);
    return c;
  }

  /** w += aᵀ·c. */
  @Benchmark
  public float[] weightGradient() {
    products.addTransposed(a, 0, c, 0, w, 0, n, k, m);
    return w;
  }

  /** The layout that a product reads. */
  @Benchmark
  public float[] packing() {
    right.pack(b, 0, k, m, m);
    return right.data;
  }
}
