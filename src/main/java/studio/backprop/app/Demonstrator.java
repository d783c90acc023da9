package studio.backprop.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.LayerType;
import studio.backprop.observe.LayerDemo;
import studio.backprop.ui.design.palette.Demos;

/** Lets a layer do its work on an example, for the palette: on a thread of its own, so that a card waits for no other work. */
final class Demonstrator implements Demos, AutoCloseable {
  private final ExecutorService worker = thread("layer demo");
  private final Executor screen;

  /** @param screen carries out on the screen's thread, soon */
  Demonstrator(Executor screen) {
    this.screen = screen;
  }

  /** One thread for work beside the screen; it keeps no program alive. */
  static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  @Override
  public void ask(LayerType type, Consumer<LayerDemo> done) {
    if (worker.isShutdown()) {
      return; // the window was closed while the mouse rested over a layer
    }
    worker.execute(() -> LayerDemo.of(type, new ScalarKernels(Workers.of(1))).ifPresent(demo -> screen.execute(() -> done.accept(demo))));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
