package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.check.Facts;

/** Whoever asks for a number of a lesson is answered in any case. */
class LessonReadingsTest {
  private final AtomicLong now = new AtomicLong();
  private final Queue<CompletableFuture<Optional<String>>> answers = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final LessonReadings readings = new LessonReadings(new LessonReadings.Source() {
    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<Optional<T>> ask(Function<Facts, T> question) {
      return (CompletableFuture<Optional<T>>) (CompletableFuture<?>) answers.remove();
    }
  }, now::get);

  private void read() {
    readings.read(facts -> "", heard::add, () -> heard.add("unknown"));
  }

  private CompletableFuture<Optional<String>> next() {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  @Test
  void anAnswerIsHeardOnce() {
    CompletableFuture<Optional<String>> answer = next();
    read();
    readings.look();
    assertThat(heard).isEmpty();
    answer.complete(Optional.of("46"));
    readings.look();
    readings.look();
    assertThat(heard).containsExactly("46");
  }

  @Test
  void asLongAsThereIsNoRunItIsAskedAgainOnceAFrame() {
    next().complete(Optional.empty());
    next().complete(Optional.empty());
    next().complete(Optional.of("46"));
    read();
    assertThat(answers).hasSize(2);
    readings.look();
    assertThat(answers).hasSize(1);
    readings.look();
    readings.look();
    assertThat(heard).containsExactly("46");
  }

  @Test
  void whatFailsIsUnknown() {
    next().completeExceptionally(new IllegalStateException("no memory"));
    read();
    readings.look();
    assertThat(heard).containsExactly("unknown");
  }

  @Test
  void whoWaitsForTooLongHearsThatItIsUnknownAndNothingLater() {
    CompletableFuture<Optional<String>> answer = next();
    read();
    now.set(LessonReadings.PATIENCE);
    readings.look();
    assertThat(heard).isEmpty();
    now.incrementAndGet();
    readings.look();
    answer.complete(Optional.of("46"));
    readings.look();
    assertThat(heard).containsExactly("unknown");
  }

  @Test
  void whatIsGivenUpIsUnknownAtOnce() {
    next();
    read();
    readings.giveUp();
    readings.look();
    assertThat(heard).containsExactly("unknown");
  }
}
