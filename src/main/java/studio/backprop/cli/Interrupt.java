package studio.backprop.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Handler of INT (Ctrl-C), TERM and HUP while there are results to save. The first signal requests a stop, a second ends the program at
 * once. Not a shutdown hook: during shutdown pictures cannot be rendered. An ignored HUP (nohup) stays ignored.
 */
final class Interrupt implements AutoCloseable {
  /** Exit codes of a shell after a signal: 128 plus its number. */
  private static final int SHELL = 128;
  /** A signal to a process group, as by timeout, arrives twice: within this time they count as one. Nanoseconds. */
  private static final long DUPLICATE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15, "HUP", 1);

  private final Map<String, Object> before = new LinkedHashMap<>();
  private volatile int code;
  private volatile long first;

  private Interrupt() {
    SIGNALS.forEach((name, number) -> before.put(name, Signals.register(name, () -> request(number))));
  }

  /** Installs the handlers until it is closed. */
  static Interrupt watched() {
    return new Interrupt();
  }

  boolean requested() {
    return code > 0;
  }

  /** 130 after Ctrl-C; 0 without a signal. */
  int exitCode() {
    return code;
  }

  /** @param signal its number */
  void request(int signal) {
    if (code > 0) {
      if (System.nanoTime() - first > DUPLICATE_NANOS) {
        Runtime.getRuntime().halt(code);
      }
      return;
    }
    first = System.nanoTime();
    code = SHELL + signal;
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }
}
