package studio.backprop.ui.kit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import org.testfx.util.WaitForAsyncUtils;

/** Waiting for frames in tests: what follows from styles and layout comes with them, on a busy machine later than any pause. */
public final class Frames {
  private static final int PATIENCE_SECONDS = 60;
  private static final int MAX_FRAMES = 50;

  private Frames() {}

  /** Waits for a whole frame, styles and layout included. */
  public static void next() {
    AtomicBoolean begun = new AtomicBoolean();
    await(() -> begun.getAndSet(true));
  }

  /**
   * Waits until something is the same after a whole frame, for a while at most: an animation may go on.
   *
   * @param seen asked on the JavaFX thread
   */
  public static void untilSteady(Supplier<?> seen) {
    Object[] before = {null};
    int[] frames = {0};
    await(() -> {
      Object now = seen.get();
      boolean steady = now.equals(before[0]) || ++frames[0] > MAX_FRAMES;
      before[0] = now;
      return steady;
    });
  }

  /** @param done asked at the beginning of each frame */
  private static void await(BooleanSupplier done) {
    CountDownLatch end = new CountDownLatch(1);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), () -> new AnimationTimer() {
      @Override
      public void handle(long now) {
        try {
          if (!done.getAsBoolean()) {
            return;
          }
        } catch (RuntimeException e) {
          failure.set(e);
        }
        stop();
        end.countDown();
      }
    }.start());
    try {
      if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no frame within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
