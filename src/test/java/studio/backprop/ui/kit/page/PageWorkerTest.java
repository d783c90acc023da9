package studio.backprop.ui.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;

@Timeout(60)
class PageWorkerTest {
  private final ManualPulse pulse = new ManualPulse();
  private final List<Object> heard = new ArrayList<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final SmallWorker worker = new SmallWorker();

  private final class SmallWorker extends PageWorker {
    SmallWorker() {
      super(pulse);
    }

    void compute(Function<Request, Object> work) {
      begin(thread, work, heard::add, heard::add);
    }

    /** Publishes half of the work, and goes on once the latch is open. */
    void compute(CountDownLatch latch) {
      compute(request -> {
        request.publish(() -> heard.add("half"));
        try {
          latch.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        request.check();
        return "whole";
      });
    }

    @Override
    public void close() {
      stop();
      thread.shutdown();
    }
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void resultsAndFaultsAreHeardOnce() {
    assertThat(worker.isFree()).isTrue();
    CountDownLatch latch = new CountDownLatch(1);
    worker.compute(latch);
    pulse.until(() -> !heard.isEmpty());
    assertThat(worker.isFree()).isFalse();
    latch.countDown();
    pulse.until(worker::isFree);
    worker.compute(request -> {
      throw new IllegalStateException("a fault");
    });
    pulse.until(worker::isFree);
    assertThat(heard).containsExactly("half", "whole", Message.of("work.failed", "a fault"));
  }

  @Test
  void onlyTheNewestCounts() {
    CountDownLatch latch = new CountDownLatch(1);
    worker.compute(latch);
    pulse.until(() -> !heard.isEmpty());
    worker.compute(request -> "never begun");
    worker.compute(request -> "newest");
    latch.countDown();
    pulse.until(worker::isFree);
    assertThat(heard).containsExactly("half", "newest");
  }

  @Test
  void whatWasStoppedIsNotHeard() {
    CountDownLatch latch = new CountDownLatch(1);
    worker.compute(latch);
    pulse.until(() -> !heard.isEmpty());
    worker.stop();
    latch.countDown();
    worker.compute(request -> "next");
    pulse.until(worker::isFree);
    assertThat(heard).containsExactly("half", "next");
  }
}
