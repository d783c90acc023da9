package studio.backprop.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of runs by undo or redo of an edit of weights. What was not needed is cancelled.
 *
 * @param stood the run that is left; cancelled where it goes on
 * @param earlier the run that takes its place, as it stood before the edit; cancelled where it goes on, or where one comes that was left
 * @param came whether another run has taken its place
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
