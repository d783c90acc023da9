package studio.backprop.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the kernels of the process: those that use the Vector API where the Java runtime offers it, else plain Java. */
public final class KernelChoice {
  /** The system property that forces one twin: {@code scalar} or {@code vector}. */
  public static final String PROPERTY = "backprop.kernels";

  private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
  private static final String MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  /**
   * Kernels with the given number of threads, the caller's among them.
   *
   * @throws IllegalArgumentException where {@link #PROPERTY} is neither word, or asks for a module that Java was not started with
   */
  public static Kernels create(int threads) {
    boolean offered = ModuleLayer.boot().findModule(MODULE).isPresent();
    String wanted = System.getProperty(PROPERTY, offered ? "vector" : "scalar");
    switch (wanted) {
      case "vector" -> {
        if (!offered) {
          throw new IllegalArgumentException(PROPERTY + "=vector needs java --add-modules " + MODULE);
        }
        Kernels kernels = new VectorKernels(Workers.of(threads));
        LOG.info("Kernels: Vector API, {} numbers at a time, {} thread(s).", ProductTile.LENGTH, threads);
        return kernels;
      }
      case "scalar" -> {
        String hint = offered ? "" : "; java --add-modules " + MODULE + " makes them several times faster";
        LOG.info("Kernels: plain Java, {} thread(s){}.", threads, hint);
        return new ScalarKernels(Workers.of(threads));
      }
      default -> throw new IllegalArgumentException(PROPERTY + " must be scalar or vector, but was " + wanted);
    }
  }
}
