package studio.backprop.cli;

/** One line that says what is being measured, drawn over again and again where a person watches; nothing where nobody does. */
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

  /** Before a result is printed, and at the end. */
  void clear() {
    show("");
  }
}
