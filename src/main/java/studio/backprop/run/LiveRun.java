package studio.backprop.run;

import java.util.List;
import java.util.function.Predicate;
import studio.backprop.project.Assignment;
import studio.backprop.run.time.ManualWeight;
import studio.backprop.run.time.Perturbation;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.learn.LearnerTurn;

/** Run with its session: records changes of the session. Training thread only. */
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

  /** Performs one step and publishes a snapshot if one is due. @return whether the weights were updated */
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

  /** Performs a part of a step. @param part returns whether the step is done */
  void advance(Predicate<Session> part) {
    if (part.test(session)) {
      run.record(session);
    }
  }

  void rest() {
    if (Runs.settle(session)) {
      run.checkpointLog().turn(session);
    }
    run.remember(session, true);
    run.show();
  }

  /** Status while paused. */
  Status resting() {
    return session.fault().isPresent() ? Status.of(session.fault().get()) : ended();
  }

  /** Status without a known fault. */
  Status ended() {
    return Status.of(session.finished() ? Status.State.FINISHED : Status.State.PAUSED);
  }

  void forgive() {
    session.forgive();
    run.checkpointLog().begunAnew(session);
    run.checkpointLog().turn(session);
  }

  /** @param goesOn whether it continues the last gesture */
  void setRate(double rate, boolean goesOn) {
    if (session.rate() != rate) {
      session.setRate(rate);
      run.checkpointLog().order(session, goesOn);
    }
  }

  /** @param goesOn whether it continues the last gesture */
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

  void setLastEpoch(int epochs) {
    if (session.lastEpoch() != epochs) {
      session.setLastEpoch(epochs);
      run.checkpointLog().order(session, false);
      run.endAt(epochs);
    }
  }

  boolean has(int node, String parameter, int index) {
    return session.parameters().has(node, parameter, index);
  }

  /** Sets a weight between two steps, and publishes a snapshot. */
  ManualWeight set(long edit, int node, String parameter, int index, float value) {
    float before = session.setWeight(node, parameter, index, value);
    ManualWeight set = new ManualWeight(edit, session.steps(), node, parameter, index, before, value);
    run.checkpointLog().begunAnew(session);
    run.checkpointLog().set(set);
    run.show();
    return set;
  }

  /**
   * Applies an impulse in the agent's first environment, and publishes a snapshot.
   *
   * @return false within a step, after the last, and without a body to push
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

  /** Undoes a set weight. */
  void setBack(int node, String parameter, int index, float before) {
    session.setWeight(node, parameter, index, before);
    run.checkpointLog().begunAnew(session);
    run.show();
  }

  /**
   * Replaces the final weights by those of an earlier step, or undoes that.
   *
   * @param learned their step
   * @return previous weights; null unless it is finished at that step
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
