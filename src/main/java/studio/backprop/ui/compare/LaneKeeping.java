package studio.backprop.ui.compare;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import studio.backprop.network.Edit;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.ui.run.RunModel;

/** Makes a lane the project: its weights are copied on the thread of the twins, then it takes the place of what was open. */
final class LaneKeeping {
  private final RunModel run;
  private final ComparisonRunner runner;
  private Optional<Keeping> keeping = Optional.empty();

  /** A variant that is to become the project, once its weights are copied. */
  private record Keeping(Message name, CompletableFuture<Optional<Saved>> learned, CompletableFuture<Boolean> kept) {}

  LaneKeeping(RunModel run, ComparisonRunner runner) {
    this.run = run;
    this.runner = runner;
  }

  /** One that was asked for before and is not yet kept is given up. @return whether it is the project now, as soon as this is known */
  CompletableFuture<Boolean> keep(int lane, String name) {
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    CompletableFuture<Optional<Saved>> learned = runner
        .ask(twins -> twins.lanes().stream().skip(lane).findFirst().map(LearnedVariant::of))
        .thenApply(found -> found.flatMap(one -> one));
    keeping.ifPresent(before -> before.kept().complete(false));
    keeping = Optional.of(new Keeping(Message.of("twins.edit.keep", name), learned, kept));
    return kept;
  }

  /** Once a frame: whether its weights are there. */
  void look() {
    keeping.filter(waiting -> waiting.learned().isDone()).ifPresent(ready -> {
      keeping = Optional.empty();
      Optional<Saved> learned = ready.learned().exceptionally(failure -> Optional.empty()).join(); // as for want of memory
      learned.ifPresent(saved -> run.restarts().adopt(new Edit<>(ready.name(), project -> saved.project()), saved));
      ready.kept().complete(learned.isPresent());
    });
  }
}
