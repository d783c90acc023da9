package studio.backprop.ui.compare.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.PreparedData;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.Pulse;

/** A search that nobody waits for any more leaves the one after it alone. */
@Timeout(60)
class SearchWorkerTest {
  /** What threads hand over, until the test takes it. */
  private static final class Handed implements Pulse {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public Subscription subscribe(Runnable everyFrame) {
      return Subscription.EMPTY;
    }

    @Override
    public void soon(Runnable once) {
      tasks.add(once);
    }
  }

  private static boolean hold(CountDownLatch there, CountDownLatch gate) {
    there.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Test
  void anOrderThatComesBeforeTheSearchHasBegunIsCarriedOut() throws Exception {
    Handed pulse = new Handed();
    SearchWorker work = new SearchWorker(pulse);
    SearchRecord asked = SearchProjects.search("units=4..16:log").withBudget(SearchBudget.epochs(12));
    PreparedData data = SearchProjects.data(asked.base());
    SearchRecord some = new SearchRunner(data, 1).run(asked, now -> false, () -> false, SearchRunner.Listener.NONE);
    work.know(asked.base(), data);
    AtomicReference<SearchRecord> found = new AtomicReference<>();
    work.search(some.withBudget(SearchBudget.epochs(30)), now -> false, Optional.empty(),
        (reached, problem) -> found.set(reached.orElseThrow()));
    work.drop(1);
    pulse.tasks.take().run();
    assertThat(found.get().trial(1).state()).isEqualTo(Trial.State.DROPPED);
    assertThat(found.get().spent()).isGreaterThan(12);
  }

  @Test
  void aSearchThatWasGivenUpDoesNotWriteIntoTheNextOne() throws Exception {
    Handed pulse = new Handed();
    SearchWorker work = new SearchWorker(pulse);
    SearchRecord first = SearchProjects.search("units=4..16:log");
    SearchRecord second = SearchRecord.of(first.base(), first.settings().withSeed(7));
    work.know(first.base(), SearchProjects.data(first.base()));
    CountDownLatch reported = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    work.search(first, now -> !now.reports().isEmpty() && hold(reported, goOn), Optional.empty(), (reached, problem) -> { });
    reported.await();
    work.forget();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    boolean[] heard = {false};
    work.search(second, now -> hold(begun, end), Optional.empty(), (reached, problem) -> heard[0] = true);
    begun.await();
    goOn.countDown();
    pulse.tasks.take().run(); // the first has ended
    assertThat(heard[0]).isFalse();
    assertThat(work.busy()).isTrue();
    assertThat(work.latest()).isSameAs(second);
    assertThat(work.epochsTrained()).isZero();
    work.pause();
    end.countDown();
    pulse.tasks.take().run();
    assertThat(heard[0]).isTrue();
  }
}
