package studio.backprop.cli;

/** Progress line of a benchmark, redrawn in place on a terminal; silent otherwise. */
final class BenchProgress {
  private final Terminal terminal;

  BenchProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(String what) {
    if (terminal.interactive()) {
      terminal.err().print("\r\u001b[K" + what);
      terminal.err().flush();
    }
  }

  /** Clears the line before a result is printed, and at the end. */
  void clear() {
    show("");
  }
}
