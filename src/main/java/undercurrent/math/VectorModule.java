package undercurrent.math;

import java.lang.reflect.InvocationTargetException;

/**
 * The module of the Vector API. A launch that names it among its first modules has it from the
 * start; but Java cannot map modules and linked classes from a file while one of them is an
 * incubator, which a quarter of the start of the installed program depends on. So that one leaves
 * it out, and it is added here, when something is computed for the first time, in the way in which
 * Java adds its own modules late.
 */
final class VectorModule {
  private static final System.Logger LOG = System.getLogger(VectorModule.class.getName());
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** True when the module is there; without it the scalar loops give the same bits. */
  static boolean load() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) return true;
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (InvocationTargetException e) {
      LOG.log(System.Logger.Level.DEBUG, "This Java has no vectors.", e.getCause());
      return false;
    } catch (ReflectiveOperationException e) {
      LOG.log(System.Logger.Level.DEBUG, "This launch may not add modules.", e);
      return false;
    }
  }
}
