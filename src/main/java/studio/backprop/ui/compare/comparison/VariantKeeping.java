package studio.backprop.ui.compare.comparison;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.network.Edit;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.workspace.run.RunModel;

/** Makes a variant the project once its weights are copied, between two steps; reports failures. */
final class VariantKeeping {
  private final RunModel run;
  private final ComparisonRunner runner;
  private Optional<Waiting> waiting = Optional.empty();
  private Optional<Message> refused = Optional.empty();

  private record Waiting(int variant, Message name, CompletableFuture<Optional<Saved>> learned, CompletableFuture<Boolean> kept) {}

  VariantKeeping(RunModel run, ComparisonRunner runner) {
    this.run = run;
    this.runner = runner;
  }

  /** @return completes with whether it is the project now */
  CompletableFuture<Boolean> keep(int variant, String name) {
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    CompletableFuture<Optional<Saved>> learned = runner
        .ask(comparison -> comparison.lanes().stream().skip(variant).findFirst().map(LearnedVariant::of))
        .thenApply(found -> found.flatMap(one -> one));
    waiting.ifPresent(before -> before.kept().complete(false));
    waiting = Optional.of(new Waiting(variant, Message.of("twins.edit.keep", name), learned, kept));
    refused = Optional.empty();
    return kept;
  }

  /** Why the last request failed; empty where none did. */
  Optional<Message> refused() {
    return refused;
  }

  void forget() {
    refused = Optional.empty();
  }

  /** Called once a frame. @return whether a request has completed */
  boolean look() {
    Optional<Waiting> ready = waiting.filter(one -> one.learned().isDone());
    ready.ifPresent(one -> {
      waiting = Optional.empty();
      one.kept().complete(adopt(one));
    });
    return ready.isPresent();
  }

  private boolean adopt(Waiting ready) {
    Message why = Message.of("twins.unkept.none");
    try {
      Optional<Saved> learned = ready.learned().join();
      if (learned.isPresent()) {
        run.restarts().adopt(new Edit<>(ready.name(), project -> learned.get().project()), learned.get());
        return true;
      }
    } catch (CompletionException | CancellationException e) { // as for want of memory
      why = Faults.sentence(e.getCause() == null ? e : e.getCause());
    }
    refused = Optional.of(Message.of("twins.unkept", VariantTexts.letter(ready.variant()), why));
    return false;
  }
}
