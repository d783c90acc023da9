package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.run.InitialWeights;

/** The thread of the twins outlives what goes wrong on it. */
class ComparisonRunnerTest {
  private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
  private final ComparisonRunner runner = new ComparisonRunner(KernelChoice.create(1), 1);

  /** What a thread has thrown is written down by the handler of the program; here nobody reads it. */
  @BeforeEach
  void writeNothing() {
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> { });
  }

  @AfterEach
  void close() {
    runner.close();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private void start(long number) throws Exception {
    runner.start(List.of(Variants.CIRCLES, Variants.withRate(0.1)), InitialWeights.DRAWN, number);
    runner.ask(Comparison::steps).get(60, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"true, trainer.no_memory", "false, trainer.failed"})
  void aFaultEndsTheTwinsWithASentenceAndTheNextOnesTrain(boolean memory, String sentence) throws Exception {
    start(1);
    runner.watch(Optional.of(twins -> {
      if (memory) {
        throw new OutOfMemoryError("none left");
      }
      throw new ArrayIndexOutOfBoundsException("no such action");
    }));
    runner.playSteps(5);
    assertThat(runner.ask(Comparison::steps).get(60, TimeUnit.SECONDS)).as("carried out after the play").isNotNull();
    for (int i = 0; i < 10_000 && runner.status().state() != State.NOTHING; i++) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(runner.status().state()).isEqualTo(State.NOTHING);
    assertThat(runner.status().reason().orElseThrow().key()).isEqualTo(sentence);
    runner.watch(Optional.empty());
    start(2);
    assertThat(runner.status().state()).isEqualTo(State.PAUSED);
    assertThat(runner.status().reason()).isEmpty();
  }

  @Test
  void aQuestionThatFailsSaysSo() throws Exception {
    start(1);
    assertThatThrownBy(() -> runner.ask(twins -> {
      throw new StackOverflowError();
    }).get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(runner.ask(Comparison::steps).get(60, TimeUnit.SECONDS)).contains(0L);
  }
}
