package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.LayerCatalog;

/** A card of the palette waits for nothing but its own example. */
class DemonstratorTest {
  @Test
  void anExampleComesWhileASearchForRepairsGoesOn() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    ExecutorService search = Demonstrator.thread("repair search");
    try (Demonstrator demos = new Demonstrator(Runnable::run)) {
      search.execute(() -> await(over));
      CompletableFuture<Thread> by = new CompletableFuture<>();
      demos.ask(LayerCatalog.find("dense").orElseThrow(), demo -> by.complete(Thread.currentThread()));
      Thread worker = by.get(30, TimeUnit.SECONDS);
      assertThat(worker.getName()).isEqualTo("layer demo");
      assertThat(worker.isDaemon()).isTrue();
      assertThat(over.getCount()).as("the search still goes on").isOne();
    } finally {
      over.countDown();
      search.shutdownNow();
    }
  }

  @Test
  void aClosedWindowIsAskedForNothing() {
    Demonstrator demos = new Demonstrator(Runnable::run);
    demos.close();
    demos.ask(LayerCatalog.find("dense").orElseThrow(), demo -> {
      throw new AssertionError("nobody is there to see it");
    });
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
