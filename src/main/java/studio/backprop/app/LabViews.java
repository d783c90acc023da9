package studio.backprop.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javafx.scene.Scene;
import studio.backprop.compare.Comparison;
import studio.backprop.ui.workspace.run.RunModel;

/** Pages over the window that train by themselves, while the run of the window rests: opened and played as a person would. */
record LabViews(ComparisonRoom room, RunModel run) {
  /** The twins' map of the loss, while they train. @return what closes it, and lets the run go on */
  Runnable landscape(Scene scene) {
    room.page().showLandscapeIn(scene);
    room.model().runToEnd();
    return this::close;
  }

  /** A search that has no end, in which all trials have steps of the same cost: only their learning rate differs. */
  Runnable search(Scene scene) {
    room.page().showSearchIn(scene);
    room.search().played().playEndless("rate");
    return this::close;
  }

  private void close() {
    room.search().pause();
    room.page().close();
    run.control().togglePlay();
  }

  BareSteps twins() {
    return () -> {
      room.landscape().rest();
      return unseen(() -> room.model().ask(Comparison::steps).get().orElse(0L));
    };
  }

  /** Its steps are whole epochs. */
  BareSteps trials() {
    return () -> unseen(room.search().played()::epochsTrained);
  }

  /** Trains on while the window does nothing at all. */
  private static Optional<BareSteps.Speed> unseen(Callable<Long> steps) throws ExecutionException, InterruptedException {
    try {
      long before = steps.call();
      long asked = System.nanoTime();
      Thread.sleep(BareSteps.FIRST_NANOS / 1_000_000);
      long first = steps.call();
      long from = System.nanoTime();
      Thread.sleep(BareSteps.NANOS / 1_000_000);
      long after = steps.call();
      long to = System.nanoTime();
      return Optional.of(new BareSteps.Speed(before, after, asked, to, (after - first) * 1e9 / (to - from)));
    } catch (ExecutionException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new ExecutionException(e);
    }
  }
}
