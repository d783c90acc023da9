package studio.backprop.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * A signal that is to end the program while there is something to keep: Ctrl-C, a plea of the system (TERM), a terminal that is closed
 * (HUP). The first asks the work to stop, a second ends the program at once. A shutdown hook would not do, since a program that is
 * shutting down cannot render pictures. A HUP that the shell told to ignore, as nohup does, stays ignored.
 */
final class Interrupt implements AutoCloseable {
  /** What a shell expects of a program that was stopped by a signal: this and the number of the signal. */
  private static final int SHELL = 128;
  /** A signal to a process group, as by timeout, arrives twice: within this time they count as one. */
  private static final long APART = TimeUnit.MILLISECONDS.toNanos(300);
  private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15, "HUP", 1);

  private final Map<String, Object> before = new LinkedHashMap<>();
  private volatile int code;
  private volatile long first;

  private Interrupt() {
    SIGNALS.forEach((name, number) -> before.put(name, Signals.register(name, () -> request(number))));
  }

  /** Listens until it is closed. */
  static Interrupt watched() {
    return new Interrupt();
  }

  boolean requested() {
    return code > 0;
  }

  /** What the program ends with: 130 after Ctrl-C; 0 without a signal. */
  int exitCode() {
    return code;
  }

  /** @param signal its number */
  void request(int signal) {
    if (code > 0) {
      if (System.nanoTime() - first > APART) {
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
