package studio.backprop.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Selects the kernels of the process: the Vector API where available, else plain Java. */
public final class KernelChoice {
  /** System property that selects an implementation: {@code scalar} or {@code vector}. */
  public static final String PROPERTY = "backprop.kernels";

  private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
  private static final String MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  /**
   * Kernels with the given number of threads, including the caller's.
   *
   * @throws IllegalArgumentException where {@link #PROPERTY} is invalid, or the required module is missing
   */
  public static Kernels create(int threads) {
    Kernels kernels = chosen(Workers.of(threads));
    if (kernels instanceof VectorKernels) {
      LOG.info("Kernels: Vector API, {} numbers at a time, {} thread(s).", ProductTile.LENGTH, threads);
    } else {
      String hint = isOffered() ? "" : "; java --add-modules " + MODULE + " makes them several times faster";
      LOG.info("Kernels: plain Java, {} thread(s){}.", threads, hint);
    }
    return kernels;
  }

  /** Plain Java on the caller's thread: without warm-up, for small work. */
  public static Kernels plain() {
    return new ScalarKernels(Workers.of(1));
  }

  /** Starts a thread that has the JIT compile the kernels, in parallel with training. */
  public static Thread warmUp() {
    Thread thread = new Thread(new KernelWarmUp(chosen(Workers.of(1))), "backprop-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
    return thread;
  }

  private static boolean isOffered() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  private static Kernels chosen(Workers workers) {
    String wanted = System.getProperty(PROPERTY, isOffered() ? "vector" : "scalar");
    switch (wanted) {
      case "vector" -> {
        if (!isOffered()) {
          throw new IllegalArgumentException(PROPERTY + "=vector needs java --add-modules " + MODULE);
        }
        return new VectorKernels(workers);
      }
      case "scalar" -> {
        return new ScalarKernels(workers);
      }
      default -> throw new IllegalArgumentException(PROPERTY + " must be scalar or vector, but was " + wanted);
    }
  }
}
