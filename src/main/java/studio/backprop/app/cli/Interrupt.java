package studio.backprop.app.cli;

import org.jline.utils.Signals;

/**
 * Ctrl-C while there is something to keep: the first asks the work to stop, a second ends the program at once. A shutdown hook would not
 * do, since a program that is shutting down can paint no pictures any more.
 */
final class Interrupt implements AutoCloseable {
  /** What a shell expects of a program that was stopped by Ctrl-C: 128 and the number of the signal. */
  static final int EXIT_CODE = 130;

  private static final String SIGNAL = "INT";

  private final Object before;
  private volatile boolean requested;

  private Interrupt() {
    before = Signals.register(SIGNAL, this::request);
  }

  /** Listens until it is closed. */
  static Interrupt watched() {
    return new Interrupt();
  }

  boolean requested() {
    return requested;
  }

  void request() {
    if (requested) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    requested = true;
  }

  @Override
  public void close() {
    Signals.unregister(SIGNAL, before);
  }
}
