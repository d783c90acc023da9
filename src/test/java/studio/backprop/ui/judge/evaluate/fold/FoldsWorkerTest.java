package studio.backprop.ui.judge.evaluate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;

/** Folds that end by a fault do not train forever. */
@Timeout(60)
class FoldsWorkerTest {
  @Test
  void anyFaultIsToldAndEndsTheWork() {
    ManualPulse pulse = new ManualPulse();
    FoldsWorker work = new FoldsWorker(pulse, 1);
    for (Throwable fault : List.of(new NullPointerException("nothing"), new AssertionError("an error"), new OutOfMemoryError("heap"))) {
      List<Message> heard = new ArrayList<>();
      work.start(() -> {
        if (fault instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) fault;
      }, 1, begun -> {}, (cancelled, problem) -> heard.add(problem.orElseThrow()));
      assertThat(work.busy()).isTrue();
      pulse.until(() -> !work.busy());
      assertThat(heard).containsExactly(Message.of("folds.problem.failed", fault.getMessage()));
    }
  }

  @Test
  void whatIsWorkedOutAsideMayFailWithoutASign() {
    ManualPulse pulse = new ManualPulse();
    FoldsWorker work = new FoldsWorker(pulse, 1);
    AtomicBoolean asked = new AtomicBoolean();
    AtomicBoolean heard = new AtomicBoolean();
    work.aside(() -> {
      asked.set(true);
      throw new IllegalStateException("no columns");
    }, any -> heard.set(true));
    pulse.until(asked::get);
    pulse.tick();
    assertThat(heard).isFalse();
    assertThat(work.busy()).isFalse();
  }
}
