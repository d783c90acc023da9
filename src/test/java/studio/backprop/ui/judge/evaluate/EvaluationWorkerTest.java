package studio.backprop.ui.judge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;

/** Work beside the screen that ends by a fault says so, and leaves what there was before. */
@Timeout(60)
class EvaluationWorkerTest {
  private final ManualPulse pulse = new ManualPulse();
  private final EvaluationWorker work = new EvaluationWorker(pulse, "side-work");

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void aFaultIsToldOnceAndTheNextAnswerTakesItsPlace() {
    List<Object> heard = new ArrayList<>();
    AtomicBoolean failed = new AtomicBoolean();
    work.ask(stop -> 7, heard::add);
    pulse.until(() -> !heard.isEmpty());
    work.ask(stop -> {
      throw new IllegalStateException("a fault");
    }, heard::add, () -> failed.set(true));
    pulse.until(failed::get);
    assertThat(work.failureProperty().get()).contains(Message.of("work.failed", "a fault"));
    assertThat(heard).as("the answer before").containsExactly(7);
    work.ask(stop -> 8, heard::add);
    assertThat(work.failureProperty().get()).isEmpty();
    pulse.until(() -> heard.size() == 2);
  }

  @Test
  void wantOfMemoryIsToldAndWhatWasStoppedIsNot() {
    work.ask(stop -> {
      throw new OutOfMemoryError("heap");
    }, answer -> {});
    pulse.until(() -> work.failureProperty().get().isPresent());
    assertThat(work.failureProperty().get()).contains(Message.of("work.no_memory"));
    AtomicBoolean done = new AtomicBoolean();
    work.ask(stop -> {
      done.set(true);
      throw new CancellationException();
    }, answer -> {});
    pulse.until(done::get);
    pulse.tick();
    assertThat(work.failureProperty().get()).isEmpty();
  }

  /** A judgement whose resamples are faulty. */
  private record Faulty(BinaryEvaluation whole) implements ModelEvaluation {
    @Override
    public int total() {
      return whole.total();
    }

    @Override
    public List<EvaluationMetric> metrics() {
      return whole.metrics();
    }

    @Override
    public double[] values(int[] weights) {
      if (weights != null) {
        throw new ArithmeticException("no resamples");
      }
      return whole.values(null);
    }

    @Override
    public ModelEvaluation among(int[] examples) {
      return whole.among(examples);
    }
  }

  @Test
  void intervalsThatCannotBeDrawnAreNotWaitedFor() {
    ModelEvaluation faulty = new Faulty(new BinaryEvaluation(new boolean[] {true, false, true, false}, new double[] {0.9, 0.2, 0.6, 0.7},
        true,
        0.5));
    List<List<MetricEstimate>> heard = new ArrayList<>();
    try (DrawnIntervals intervals = new DrawnIntervals(pulse)) {
      pulse.until(() -> {
        intervals.look(faulty, true, heard::add);
        return intervals.areOf(faulty);
      });
      assertThat(intervals.failureProperty().get()).contains(Message.of("work.failed", "no resamples"));
      assertThat(heard).containsExactly(faulty.figures());
      assertThat(intervals.bandProperty().get()).isEqualTo(Optional.empty());
    }
  }
}
