package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static final long LONGEST_CHUNK_NANOS = 100_000_000;

  private final Workers workers = Workers.of(2);

  @AfterEach
  void end() {
    workers.close();
  }

  @Test
  void everyChunkRunsExactlyOnceInManyJobs() {
    for (int job = 0; job < 3000; job++) {
      int chunks = job % 17;
      AtomicIntegerArray runs = new AtomicIntegerArray(17);
      workers.run(chunks, runs::incrementAndGet);
      for (int chunk = 0; chunk < 17; chunk++) {
        assertThat(runs.get(chunk)).isEqualTo(chunk < chunks ? 1 : 0);
      }
    }
  }

  @Test
  @Timeout(60)
  void aSleepingHelperIsWoken() throws InterruptedException {
    Thread first = helper();
    while (first.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    assertThat(helper()).isSameAs(first);
  }

  /**
   * Which helper has taken part in a job. The caller's chunk waits for it, however busy the processor is; not for ever, as the caller may
   * work alone for a while.
   */
  private Thread helper() {
    Thread caller = Thread.currentThread();
    AtomicReference<Thread> helper = new AtomicReference<>();
    while (helper.get() == null) {
      long begun = System.nanoTime();
      workers.run(2, chunk -> {
        if (Thread.currentThread() != caller) {
          helper.set(Thread.currentThread());
        }
        while (helper.get() == null && System.nanoTime() - begun < LONGEST_CHUNK_NANOS) {
          Thread.yield();
        }
      });
    }
    return helper.get();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anExceptionReachesTheCallerAfterTheOtherChunks(int threads) {
    try (Workers some = Workers.of(threads)) {
      for (int failing = 0; failing < 8; failing++) {
        assertThatOneFails(some, failing);
      }
      AtomicInteger after = new AtomicInteger();
      some.run(8, chunk -> after.incrementAndGet());
      assertThat(after.get()).isEqualTo(8);
      some.close();
      assertThatOneFails(some, 3);
    }
  }

  private static void assertThatOneFails(Workers some, int bad) {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(() -> some.run(8, chunk -> {
      runs.incrementAndGet();
      if (chunk == bad) {
        throw new IllegalStateException("chunk " + chunk);
      }
    })).isInstanceOf(IllegalStateException.class).hasMessage("chunk " + bad);
    assertThat(runs.get()).isEqualTo(8);
  }

  @Test
  void aJobWithinAJobRunsWhereItIsAsked() {
    AtomicInteger runs = new AtomicInteger();
    workers.run(4, outer -> {
      Thread here = Thread.currentThread();
      workers.run(3, inner -> {
        assertThat(Thread.currentThread()).isSameAs(here);
        runs.incrementAndGet();
      });
    });
    assertThat(runs.get()).isEqualTo(12);
  }

  @Test
  void jobsStillRunAfterClosing() {
    workers.close();
    AtomicInteger runs = new AtomicInteger();
    workers.run(5, chunk -> runs.incrementAndGet());
    assertThat(runs.get()).isEqualTo(5);
  }

  @Test
  void severalThreadsMayAskAtOnce() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    Runnable asker = () -> {
      for (int job = 0; job < 500; job++) {
        workers.run(4, chunk -> runs.incrementAndGet());
      }
    };
    Thread other = new Thread(asker);
    other.start();
    asker.run();
    other.join();
    assertThat(runs.get()).isEqualTo(4000);
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> Workers.of(0)).hasMessage("threads must be at least 1, but was 0");
  }
}
