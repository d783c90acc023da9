package studio.backprop.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Effect of undo or redo of an edit of weights on the runs. Unused futures are cancelled.
 *
 * @param stood the replaced run; cancelled if it continues
 * @param earlier its replacement, the run as of before the edit; cancelled if none, or if a suspended run is restored
 * @param came whether the run was replaced
 */
public record UndoEffect(
    CompletableFuture<Optional<SuspendedRun>> stood, CompletableFuture<Optional<SuspendedRun>> earlier, CompletableFuture<Boolean> came) {
  static UndoEffect open() {
    return new UndoEffect(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
  }

  void settle(Optional<SuspendedRun> left, Optional<SuspendedRun> before) {
    settle(stood, left);
    settle(earlier, before);
  }

  private static void settle(CompletableFuture<Optional<SuspendedRun>> one, Optional<SuspendedRun> run) {
    if (run.isPresent()) {
      one.complete(run);
    } else {
      one.completeExceptionally(new CancellationException());
    }
  }
}
