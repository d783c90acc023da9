package studio.backprop.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the kernels of the process: those that use the Vector API where the Java runtime offers it, else plain Java. */
public final class KernelChoice {
  /** The system property that forces one twin: {@code scalar} or {@code vector}. */
  public static final String PROPERTY = "backprop.kernels";

  private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);

  private KernelChoice() {}

  /** Kernels with the given number of threads, the caller's among them. */
  public static Kernels create(int threads) {
    Kernels kernels = new ScalarKernels(Workers.of(threads));
    LOG.info("Kernels: plain Java, {} thread(s).", threads);
    return kernels;
  }
}
