package studio.backprop.app;

import java.util.function.UnaryOperator;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.run.Branches;

/** Goes back and forth in the run of a window, and branches off. */
final class TimeTraveller {
  static final int ROOM = 2;

  private final StudioWindow window;

  TimeTraveller(StudioWindow window) {
    this.window = window;
  }

  /** Trains so many steps further. */
  void train(long steps) {
    long goal = newest() + steps;
    onScreen(() -> window.run().trainer().playSteps(steps));
    stands(goal);
  }

  /** Looks at a past step, until the picture has followed. */
  void lookAt(long step) {
    onScreen(() -> window.run().past().goTo(step));
    window.until("step " + step + " is seen", () -> window.run().snapshot().filter(seen -> seen.step() == step).isPresent());
    window.nextFrames();
  }

  /** Branches off at a step and trains to where the run stood. */
  void branch(long step, Message name, UnaryOperator<Project> change) {
    long goal = newest();
    Run before = window.run().runProperty().get();
    lookAt(step);
    onScreen(() -> window.run().branching().branch(new Edit<>(name, change)));
    window.until("the branch has begun", () -> window.run().runProperty().get() != before);
    stands(goal);
  }

  Branches branches() {
    return window.run().branches();
  }

  private long newest() {
    return window.run().runProperty().get().checkpointLog().newest();
  }

  private void stands(long goal) {
    window.until("trained", () -> !window.run().playing() && window.run().snapshot().filter(seen -> seen.step() == goal).isPresent());
    window.nextFrames();
  }

  private void onScreen(Runnable action) {
    window.onScreen(() -> {
      action.run();
      return null;
    });
  }
}
