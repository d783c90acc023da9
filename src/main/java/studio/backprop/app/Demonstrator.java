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

/** Demo forward passes of layers for the palette, on a thread of their own. */
final class Demonstrator implements Demos, AutoCloseable {
  private final ExecutorService worker = thread("layer demo");
  private final Executor screen;

  /** @param screen runs tasks on the JavaFX thread */
  Demonstrator(Executor screen) {
    this.screen = screen;
  }

  /** Single daemon thread for background work. */
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
      return; // the window was closed while the mouse hovered over a layer
    }
    worker.execute(() -> LayerDemo.of(type, new ScalarKernels(Workers.of(1))).ifPresent(demo -> screen.execute(() -> done.accept(demo))));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
