package studio.backprop.run;

import java.util.List;
import java.util.function.Predicate;
import studio.backprop.project.Assignment;
import studio.backprop.run.time.ManualWeight;
import studio.backprop.run.time.Perturbation;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.learn.LearnerTurn;

/** A run and the session that takes its steps: whatever is done to the session, the run learns of. On the thread that trains. */
final class LiveRun {
  private final Session session;
  private final Run run;

  LiveRun(Session session, Run run) {
    this.session = session;
    this.run = run;
  }

  Session session() {
    return session;
  }

  Run run() {
    return run;
  }

  /** Takes a step, and shows what came of it where somebody looks. @return whether the weights moved */
  boolean step() {
    boolean moved = session.step();
    if (moved) {
      run.record(session);
      if (run.mailbox().isEmpty() && run.due()) {
        run.remember(session, false);
        run.show();
      }
    }
    return moved;
  }

  /** Takes a part of a step. @param part says whether the step is done with it */
  void advance(Predicate<Session> part) {
    if (part.test(session)) {
      run.record(session);
    }
  }

  /** No further step follows soon. */
  void rest() {
    if (Runs.settle(session)) {
      run.checkpointLog().turn(session);
    }
    run.remember(session, true);
    run.show();
  }

  /** What there is to say of it while it rests. */
  Status resting() {
    return session.fault().isPresent() ? Status.of(session.fault().get()) : ended();
  }

  /** The same where no fault is known. */
  Status ended() {
    return Status.of(session.finished() ? Status.State.FINISHED : Status.State.PAUSED);
  }

  /** Goes back to the step that was kept after a fault. */
  void forgive() {
    session.forgive();
    run.checkpointLog().begunAnew(session);
    run.checkpointLog().turn(session);
  }

  /** @param goesOn whether the gesture goes on that set the rate last */
  void setRate(double rate, boolean goesOn) {
    if (session.rate() != rate) {
      session.setRate(rate);
      run.checkpointLog().order(session, goesOn);
    }
  }

  /**
   * Changes what can change of the kind of training. Who takes turns in the next step is shown at once.
   *
   * @param goesOn whether by the same gesture as last time
   */
  void setAssignment(Assignment live, boolean goesOn) {
    if (!session.assignment().equals(live)) {
      List<LearnerTurn> before = session.regime().turns();
      session.setAssignment(live);
      run.checkpointLog().order(session, goesOn);
      if (!session.regime().turns().equals(before)) {
        run.show();
      }
    }
  }

  /** Changes after which epoch training ends. */
  void setLastEpoch(int epochs) {
    if (session.lastEpoch() != epochs) {
      session.setLastEpoch(epochs);
      run.checkpointLog().order(session, false);
      run.endAt(epochs);
    }
  }

  /** Whether there is such a number of a parameter. */
  boolean has(int node, String parameter, int index) {
    return session.parameters().has(node, parameter, index);
  }

  /** Sets it between two steps, and shows it at once. */
  ManualWeight set(long edit, int node, String parameter, int index, float value) {
    float before = session.setWeight(node, parameter, index, value);
    ManualWeight set = new ManualWeight(edit, session.steps(), node, parameter, index, before, value);
    run.checkpointLog().begunAnew(session);
    run.checkpointLog().set(set);
    run.show();
    return set;
  }

  /**
   * Pushes what moves in the first of an agent's worlds, and shows it at once.
   *
   * @return whether it was pushed: not within a step, not after the last, and not where nothing can be pushed
   */
  boolean push(double impulse) {
    Perturbation push = new Perturbation(session.steps(), impulse);
    boolean pushed = session.cursor().isEmpty() && !session.finished() && session.push(impulse);
    if (pushed) {
      run.checkpointLog().push(push);
      run.show();
    }
    return pushed;
  }

  /** What was set is taken back. */
  void setBack(int node, String parameter, int index, float before) {
    session.setWeight(node, parameter, index, before);
    run.checkpointLog().begunAnew(session);
    run.show();
  }

  /**
   * Puts the weights of an earlier step in the place of those at the end, or takes that back.
   *
   * @param learned how many steps they have learned
   * @return the weights before; null where it has not finished at that step, or has gone on
   */
  float[][] replaceWeights(long end, float[][] weights, long learned) {
    if (session.steps() != end || !session.finished() || session.cursor().isPresent()) {
      return null;
    }
    float[][] before = session.parameters().room();
    session.parameters().copyTo(before);
    session.replace(weights, learned);
    run.checkpointLog().turn(session);
    run.remember(session, true);
    run.show();
    return before;
  }
}
