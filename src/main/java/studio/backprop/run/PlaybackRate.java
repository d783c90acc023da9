package studio.backprop.run;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.text.Message;

/** Playback of a training thread: state, speed and end. */
public final class PlaybackRate {
  private static final Logger LOG = LoggerFactory.getLogger(PlaybackRate.class);

  private boolean playing;
  private long goal;
  private long lastEpisode = Long.MAX_VALUE;
  private double stepsPerSecond = Double.POSITIVE_INFINITY;
  private long nextStepAt;
  private volatile BooleanSupplier late = () -> false;

  public boolean playing() {
    return playing;
  }

  /** Plays to this step. */
  public void play(long until) {
    goal = until;
    lastEpisode = Long.MAX_VALUE;
    playing = true;
    nextStepAt = System.nanoTime();
  }

  public void stop() {
    playing = false;
  }

  /** Plays to this number of completed episodes. */
  public void untilEpisode(long count) {
    lastEpisode = count;
  }

  public boolean ended(long episodes) {
    return episodes >= lastEpisode;
  }

  /** @param stepsPerSecond infinity for full speed */
  public void setSpeed(double stepsPerSecond) {
    this.stepsPerSecond = stepsPerSecond;
    nextStepAt = System.nanoTime();
  }

  /** Pauses steps while this is true; requests are still executed. Evaluated on the training thread. */
  public void giveWayWhile(BooleanSupplier late) {
    this.late = late;
  }

  public boolean reached(long steps) {
    return steps >= goal;
  }

  /** Remaining steps. */
  public long left(long steps) {
    return goal - steps;
  }

  /**
   * Executes requests and, while playing, steps between them, until closed or interrupted.
   *
   * @param failed receives a localized text if a request or step has thrown; the thread continues
   */
  public void work(BlockingQueue<Runnable> orders, BooleanSupplier closed, Runnable step, Consumer<Message> failed) {
    try {
      while (!closed.getAsBoolean()) {
        Runnable order = next(orders);
        try {
          (order != null ? order : step).run();
        } catch (RuntimeException | Error e) {
          if (!Thread.currentThread().isInterrupted()) { // else the thread ends
            stop();
            failed.accept(sentence(e));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Program errors are logged, too. */
  private static Message sentence(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return Message.of("trainer.no_memory");
    }
    LOG.error("training has failed", fault);
    return Message.of("trainer.failed", Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName()));
  }

  /** Next request; null at the time of the next step while playing. */
  private Runnable next(BlockingQueue<Runnable> orders) throws InterruptedException {
    if (!playing) {
      return orders.take();
    }
    while (late.getAsBoolean()) {
      Runnable meanwhile = orders.poll(1, TimeUnit.MILLISECONDS);
      if (meanwhile != null) {
        return meanwhile;
      }
    }
    if (Double.isInfinite(stepsPerSecond)) {
      return orders.poll();
    }
    long wait = nextStepAt - System.nanoTime();
    Runnable order = wait > 0 ? orders.poll(wait, TimeUnit.NANOSECONDS) : orders.poll();
    if (order == null) {
      nextStepAt = Math.max(nextStepAt, System.nanoTime()) + (long) (1e9 / stepsPerSecond);
    }
    return order;
  }
}
