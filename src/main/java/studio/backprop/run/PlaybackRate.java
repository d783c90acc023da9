package studio.backprop.run;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.text.Message;

/** Whether a thread that trains plays, how fast, and up to which step. */
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

  /** Plays until so many steps are done in all. */
  public void play(long until) {
    goal = until;
    lastEpisode = Long.MAX_VALUE;
    playing = true;
    nextStepAt = System.nanoTime();
  }

  public void stop() {
    playing = false;
  }

  /** Plays until so many episodes of an agent have ended. */
  public void untilEpisode(long count) {
    lastEpisode = count;
  }

  /** Whether it was to play no further than that. */
  public boolean ended(long episodes) {
    return episodes >= lastEpisode;
  }

  /** @param stepsPerSecond infinity for as fast as it goes */
  public void setSpeed(double stepsPerSecond) {
    this.stepsPerSecond = stepsPerSecond;
    nextStepAt = System.nanoTime();
  }

  /**
   * Leaves the processor to others for a while: no step is taken while this is so, but orders are carried out. It is asked on the thread
   * that trains.
   */
  public void giveWayWhile(BooleanSupplier late) {
    this.late = late;
  }

  /** Whether it was to play no further than this. */
  public boolean reached(long steps) {
    return steps >= goal;
  }

  /** How many steps it may still take. */
  public long left(long steps) {
    return goal - steps;
  }

  /**
   * Carries out orders and, while playing, takes steps between them, until it is closed or interrupted.
   *
   * @param failed ends what is trained, with a sentence, where an order or a step has thrown something; the thread goes on
   */
  public void work(BlockingQueue<Runnable> orders, BooleanSupplier closed, Runnable step, Consumer<Message> failed) {
    try {
      while (!closed.getAsBoolean()) {
        Runnable order = next(orders);
        try {
          (order != null ? order : step).run();
        } catch (RuntimeException | Error e) {
          if (!Thread.currentThread().isInterrupted()) { // else it is about to end
            stop();
            failed.accept(sentence(e));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A fault of the program is written down, too. */
  private static Message sentence(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return Message.of("trainer.no_memory");
    }
    LOG.error("training has failed", fault);
    return Message.of("trainer.failed", Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName()));
  }

  /** Waits for the next order, or while playing for the time of the next step: then it returns null. */
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
