package studio.backprop.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javafx.scene.Scene;
import studio.backprop.compare.Comparison;
import studio.backprop.ui.workspace.run.RunModel;

/** Overlay pages with training of their own, while the run of the window is paused; operated as by a user. */
record LabViews(ComparisonRoom room, RunModel run) {
  /** Twins' loss map during training; the result closes it and resumes the run. */
  Runnable landscape(Scene scene) {
    room.page().showLandscapeIn(scene);
    room.model().runToEnd();
    return this::close;
  }

  /** Endless search; all trials have the same cost per step, as only the learning rate differs. */
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

  /** Trains unobserved while the JavaFX thread is blocked. */
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
