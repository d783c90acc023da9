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

/** Queries of the engine by a lesson. Each completes, possibly as unknown; retried each frame until a run is ready. JavaFX thread only. */
final class LessonReadings {
  private static final Logger LOG = LoggerFactory.getLogger(LessonReadings.class);
  /** Maximum wait for a run in preparation, in ns. */
  static final long PATIENCE = 10_000_000_000L;

  /** Answers between two training steps; empty without a run. */
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

  /** Pending query. */
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

    /** Callback once completed; retries without a run. */
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
   * Runs a query.
   *
   * @param known receives the result
   * @param unknown called if there is none
   */
  <T> void read(Function<Facts, T> question, Consumer<T> known, Runnable unknown) {
    open.add(new Reading<>(source.ask(question), question, known, unknown, clock.getAsLong() + PATIENCE));
  }

  /** Once a frame: delivers results. */
  void look() {
    for (Reading<?> reading : List.copyOf(open)) {
      Optional<Runnable> end = open.contains(reading) ? reading.end(source, clock.getAsLong()) : Optional.empty();
      end.ifPresent(told -> {
        open.remove(reading);
        told.run();
      });
    }
  }

  /** Completes all pending queries. */
  void giveUp() {
    List<Reading<?>> all = List.copyOf(open);
    open.clear();
    all.forEach(reading -> reading.unknown.run());
  }

  /** Drops all pending queries. */
  void drop() {
    open.clear();
  }
}
