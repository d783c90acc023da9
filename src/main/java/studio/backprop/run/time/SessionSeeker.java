package studio.backprop.run.time;

import java.util.List;
import java.util.function.BooleanSupplier;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;

/**
 * Seeks a session to any step of a checkpoint log, by repeating steps and recorded changes from the nearest checkpoint or its own position.
 * Deterministic with the same kernels.
 */
public final class SessionSeeker {
  private final Session session;
  private final CheckpointLog checkpointLog;
  private boolean placed;
  private List<Checkpoint> turns = List.of();
  private List<ManualWeight> handSets = List.of();
  private List<Perturbation> pushes = List.of();
  private long from;
  private volatile double done = 1;

  /** @param session of the log's project, not used otherwise */
  public SessionSeeker(Session session, CheckpointLog checkpointLog) {
    this.session = session;
    this.checkpointLog = checkpointLog;
  }

  /**
   * Seeks a step.
   *
   * @param cancelled queried before each step
   * @return false if cancelled
   * @throws IllegalArgumentException if it is not in the checkpoint log
   */
  public boolean goTo(long step, BooleanSupplier cancelled) {
    if (step < checkpointLog.first() || step > checkpointLog.newest()) {
      throw new IllegalArgumentException("step must be from " + checkpointLog.first() + " to " + checkpointLog.newest() + ", but was "
          + step);
    }
    List<Checkpoint> allTurns = checkpointLog.turns();
    List<ManualWeight> allSets = checkpointLog.handSets();
    List<Perturbation> allPushes = checkpointLog.pushes();
    boolean asItWas = turnsUpToHere(turns).equals(turnsUpToHere(allTurns)) && setsUpToHere(handSets).equals(setsUpToHere(allSets))
        && pushesUpToHere(pushes).equals(pushesUpToHere(allPushes));
    turns = allTurns;
    handSets = allSets;
    pushes = allPushes;
    begin(step, asItWas);
    List<CheckpointLog.Order> orders = checkpointLog.orders();
    while (session.steps() < step) {
      if (cancelled.getAsBoolean()) {
        return false;
      }
      obey(orders);
      if (!session.step()) {
        throw new IllegalStateException("step " + (session.steps() + 1) + " was taken once, but not again");
      }
      turn();
      done = (session.steps() - from) / (double) (step - from);
    }
    obey(orders); // the next step has the recorded settings
    done = 1;
    return true;
  }

  private List<Checkpoint> turnsUpToHere(List<Checkpoint> all) {
    return all.stream().filter(turn -> turn.step() <= session.steps()).toList();
  }

  private List<ManualWeight> setsUpToHere(List<ManualWeight> all) {
    return all.stream().filter(set -> set.step() <= session.steps()).toList();
  }

  private List<Perturbation> pushesUpToHere(List<Perturbation> all) {
    return all.stream().filter(push -> push.step() <= session.steps()).toList();
  }

  /** @param asItWas whether no weights were set or restored up to its step */
  private void begin(long step, boolean asItWas) {
    Checkpoint nearest = checkpointLog.before(step);
    boolean whole = placed && asItWas && session.cursor().isEmpty();
    boolean onTheWay = whole && session.steps() >= nearest.step()
        && (session.steps() < step || session.steps() == step && session.measured());
    if (!onTheWay) {
      session.restore(nearest);
      placed = true;
      turn();
    }
    from = session.steps();
  }

  private void obey(List<CheckpointLog.Order> orders) {
    for (CheckpointLog.Order order : orders) {
      if (order.step() == session.steps()) {
        session.setRate(order.rate());
        session.setLastEpoch(order.lastEpoch());
        session.setAssignment(order.assignment());
      }
    }
  }

  /** Repeats restored and set weights and impulses. The step's metrics stay readable. */
  private void turn() {
    for (Checkpoint turn : turns) {
      if (turn.step() == session.steps()) {
        session.turn(turn);
      }
    }
    for (ManualWeight set : handSets) {
      if (set.step() == session.steps()) {
        session.setWeight(set.node(), set.parameter(), set.index(), set.value());
      }
    }
    for (Perturbation push : pushes) {
      if (push.step() == session.steps()) {
        session.push(push.impulse());
      }
    }
  }

  /** Progress from 0 to 1. Thread-safe. */
  public double done() {
    return done;
  }
}
