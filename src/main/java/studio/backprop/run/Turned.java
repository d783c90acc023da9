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
public record Turned(
    CompletableFuture<Optional<LeftRun>> stood, CompletableFuture<Optional<LeftRun>> earlier, CompletableFuture<Boolean> came) {
  static Turned open() {
    return new Turned(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
  }

  void settle(Optional<LeftRun> left, Optional<LeftRun> before) {
    settle(stood, left);
    settle(earlier, before);
  }

  private static void settle(CompletableFuture<Optional<LeftRun>> one, Optional<LeftRun> run) {
    if (run.isPresent()) {
      one.complete(run);
    } else {
      one.completeExceptionally(new CancellationException());
    }
  }
}
