package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.lesson.check.Facts;

/**
 * The numbers that a lesson reads of the engine. Whoever asks is answered in any case: with what there is, or that it is not known. As long
 * as no run is ready it is asked again, once a frame. To be used on the screen's thread.
 */
final class LessonReadings {
  private static final Logger LOG = LoggerFactory.getLogger(LessonReadings.class);
  /** So long a run is waited for that is being prepared. */
  static final long PATIENCE = 10_000_000_000L;

  /** Answers between two steps of the training; nothing while there is no run. */
  interface Source {
    <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question);
  }

  private final Source source;
  private final LongSupplier clock;
  private final List<Reading<?>> open = new ArrayList<>();

  /** @param clock in nanoseconds */
  LessonReadings(Source source, LongSupplier clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A question that is not answered yet. */
  private static final class Reading<T> {
    private final Function<Facts, T> question;
    private final Consumer<T> known;
    private final Runnable unknown;
    private final long until;
    private CompletableFuture<Optional<T>> answer;

    private Reading(CompletableFuture<Optional<T>> answer, Function<Facts, T> question, Consumer<T> known, Runnable unknown, long until) {
      this.answer = answer;
      this.question = question;
      this.known = known;
      this.unknown = unknown;
      this.until = until;
    }

    /** What is to be told once it has come to its end; asks again where there was no run. */
    private Optional<Runnable> end(Source source, long now) {
      if (answer.isCompletedExceptionally()) {
        LOG.warn("a number of the lesson is not known", answer.handle((found, failure) -> failure).join());
        return Optional.of(unknown);
      }
      Optional<T> found = answer.getNow(Optional.empty());
      if (found.isPresent()) {
        return Optional.of(() -> known.accept(found.get()));
      } else if (now > until) {
        return Optional.of(unknown);
      }
      if (answer.isDone()) {
        answer = source.ask(question);
      }
      return Optional.empty();
    }
  }

  /**
   * Reads something.
   *
   * @param known hears of it
   * @param unknown hears that it cannot be known
   */
  <T> void read(Function<Facts, T> question, Consumer<T> known, Runnable unknown) {
    open.add(new Reading<>(source.ask(question), question, known, unknown, clock.getAsLong() + PATIENCE));
  }

  /** Once a frame: whoever has an answer by now hears it. */
  void look() {
    for (Reading<?> reading : List.copyOf(open)) {
      Optional<Runnable> end = open.contains(reading) ? reading.end(source, clock.getAsLong()) : Optional.empty();
      end.ifPresent(told -> {
        open.remove(reading);
        told.run();
      });
    }
  }

  /** Nothing is waited for any more. */
  void giveUp() {
    List<Reading<?>> all = List.copyOf(open);
    open.clear();
    all.forEach(reading -> reading.unknown.run());
  }

  /** Nobody waits any more. */
  void drop() {
    open.clear();
  }
}
