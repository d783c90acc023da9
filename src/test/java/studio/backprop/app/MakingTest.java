package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.Pulse;

class MakingTest {
  private final List<String> made = new ArrayList<>();
  private final Making making = new Making();
  private final Events events = new Events();

  /** Tasks of the screen's thread, run by hand. */
  private static final class Events implements Pulse {
    final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public Subscription subscribe(Runnable everyFrame) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void soon(Runnable once) {
      tasks.add(once);
    }

    void next() {
      tasks.remove().run();
    }
  }

  private void addPieces() {
    making.add(() -> {
      made.add("a");
      making.add(() -> made.add("d"));
    });
    making.addOptional(() -> made.add("b"));
    making.add(() -> made.add("c"));
  }

  @Test
  void onePieceIsMadeInEachEventAndTheLastIsToldOf() {
    addPieces();
    making.goOn(events, () -> made.add("done"));
    assertThat(made).isEmpty();
    events.next();
    assertThat(made).containsExactly("a");
    events.next();
    assertThat(made).containsExactly("a", "b");
    while (!events.tasks.isEmpty()) {
      events.next();
    }
    assertThat(made).containsExactly("a", "b", "c", "d", "done");
    assertThat(making.isDone()).isTrue();
  }

  @Test
  void whoAsksGetsAllThatIsNeededAtOnce() {
    addPieces();
    making.goOn(events, () -> made.add("done"));
    events.next();
    making.finish();
    assertThat(made).containsExactly("a", "c", "d");
    events.next();
    assertThat(made).endsWith("done");
  }

  @Test
  void nothingIsMadeAfterTheWindowHasClosed() {
    addPieces();
    making.goOn(events, () -> made.add("done"));
    events.next();
    making.stop();
    events.next();
    making.finish();
    assertThat(made).containsExactly("a");
    assertThat(events.tasks).isEmpty();
  }

  @Test
  void aPieceThatFailsIsNotTakenForMade() {
    making.add(() -> {
      throw new IllegalStateException("no room");
    });
    assertThatThrownBy(making::finish).hasMessage("no room");
    assertThat(making.isDone()).isFalse();
    assertThatThrownBy(making::finish).hasMessage("no room");
  }
}
