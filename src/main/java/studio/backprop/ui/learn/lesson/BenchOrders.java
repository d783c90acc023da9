package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;

/** The latest request of the bench: a newer request cancels the callbacks of older ones. */
final class BenchOrders {
  /** Commands that take longer, in ns, can be cancelled. */
  private static final long LONG = 2_000_000_000L;

  private final Workbench bench;
  private long asked;
  private long askedAt;

  BenchOrders(Workbench bench) {
    this.bench = bench;
  }

  /** @param then receives why a command could not be carried out; empty where all were */
  void carryOut(List<LessonCommand> commands, Consumer<Optional<Message>> then) {
    long mine = ++asked;
    askedAt = System.nanoTime();
    bench.carryOut(commands, refused -> {
      if (asked == mine) {
        then.accept(refused);
      }
    });
  }

  /** @param then receives the current value; NaN where unknown */
  void number(Expression sum, DoubleConsumer then) {
    long mine = ++asked;
    bench.number(sum, value -> {
      if (asked == mine) {
        then.accept(value);
      }
    });
  }

  /** Whether the request takes so long that it can be cancelled. */
  boolean takeLong() {
    return System.nanoTime() - askedAt > LONG;
  }
}
