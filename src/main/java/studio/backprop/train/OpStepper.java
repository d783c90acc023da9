package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Mode;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Cursor.Phase;

/** Runs the plans of a step forward and backward one op at a time; bitwise equal to a whole step. */
final class OpStepper {
  private List<Plan> plans = List.of();
  private int turn;
  private int before;
  private int total;
  private Plan plan;
  private List<Step> steps = List.of();
  private int backward;
  private int completed;
  private Cursor last;

  void begin(List<Plan> begun) {
    plans = begun;
    total = begun.stream().mapToInt(one -> one.steps().size() + backward(one) + 1).sum();
    before = 0;
    enter(0);
  }

  private void enter(int next) {
    turn = next;
    plan = plans.get(next);
    steps = plan.steps();
    backward = backward(plan);
    completed = 0;
  }

  private static int backward(Plan plan) {
    return (int) plan.steps().stream().filter(Step::goesBack).count();
  }

  static List<Cursor> course(List<Plan> plans) {
    OpStepper stepper = new OpStepper();
    stepper.begin(plans);
    List<Cursor> course = new ArrayList<>();
    while (course.size() < stepper.total) {
      course.add(stepper.next());
      if (!stepper.complete()) {
        stepper.completed++;
      } else if (course.size() < stepper.total) {
        stepper.updated();
      }
    }
    return course;
  }

  /** Null between two steps. */
  Cursor last() {
    return last;
  }

  void end() {
    last = null;
  }

  /** Moves on to the next learner's plan, already filled. */
  void updated() {
    last = next();
    before += completed + 1;
    enter(turn + 1);
  }

  int turn() {
    return turn;
  }

  /** Whether total ops of the turn have run forward, and none backward. */
  boolean atLoss() {
    return completed == steps.size();
  }

  /** Whether total ops of the turn have run forward and backward. */
  boolean complete() {
    return completed == steps.size() + backward;
  }

  /** Whether the gradient of a tensor is complete: each op that adds to it has run backward. */
  boolean knows(Tensor tensor) {
    if (completed <= steps.size()) {
      return false;
    }
    for (int index = index(); index >= 0 && !complete(); index--) {
      if (steps.get(index).goesBack() && adds(steps.get(index), tensor)) {
        return false;
      }
    }
    return true;
  }

  /** A view of the same numbers shares their gradient. */
  private static boolean adds(Step step, Tensor tensor) {
    return step.op().inputs().stream().anyMatch(input -> input.hasGrad() && input.gradStorage() == tensor.gradStorage());
  }

  /** Op that {@link #advance} will run; the update after the passes of the turn. */
  Cursor next() {
    if (complete()) {
      return new Cursor(Phase.UPDATE, 0, "", Shape.SCALAR, before + completed + 1, total, turn);
    }
    Step step = steps.get(index());
    boolean forward = completed < steps.size();
    Phase phase = !forward ? Phase.BACKWARD : step.op() == plan.loss() ? Phase.LOSS : Phase.FORWARD;
    return new Cursor(phase, step.node(), step.op().name(), step.op().output().shape(), before + completed + 1, total, turn);
  }

  void advance() {
    last = next();
    if (completed < steps.size()) {
      plan.forward(Mode.TRAIN, index());
    } else {
      if (atLoss()) {
        plan.clearGradients();
      }
      plan.backward(index());
    }
    completed++;
  }

  private int index() {
    if (completed < steps.size()) {
      return completed;
    }
    int remaining = backward - (completed - steps.size());
    int index = 0;
    while (remaining > 0) {
      remaining -= steps.get(index).goesBack() ? 1 : 0;
      index++;
    }
    return index - 1;
  }
}
