package studio.backprop.app.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C while there is something to keep: the work is asked to stop, and the program ends only when it has been kept. */
final class Interrupt implements AutoCloseable {
  private final CountDownLatch kept = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "interrupt");
  private volatile boolean requested;

  /** Listens until it is closed. */
  static Interrupt watched() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  boolean requested() {
    return requested;
  }

  /** Asks for the stop and waits until everything is kept. */
  void request() {
    requested = true;
    try {
      kept.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is kept: a program that is about to end may do so. */
  @Override
  public void close() {
    kept.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Ctrl-C came after the last step: the hook has just begun and is already let go
      }
    }
  }
}
