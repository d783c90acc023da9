package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Mode;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Cursor.Phase;

/** Runs the plans of a step forward and backward one op at a time, in the same order and with the same bits as in one go. */
final class OpStepper {
  private List<Plan> plans = List.of();
  private int turn;
  private int before;
  private int all;
  private Plan plan;
  private List<Step> steps = List.of();
  private int backward;
  private int done;
  private Cursor last;

  void begin(List<Plan> begun) {
    plans = begun;
    all = begun.stream().mapToInt(one -> one.steps().size() + backward(one) + 1).sum();
    before = 0;
    enter(0);
  }

  private void enter(int next) {
    turn = next;
    plan = plans.get(next);
    steps = plan.steps();
    backward = backward(plan);
    done = 0;
  }

  private static int backward(Plan plan) {
    return (int) plan.steps().stream().filter(Step::goesBack).count();
  }

  /** All ops and updates of a step, in order. */
  static List<Cursor> course(List<Plan> plans) {
    OpStepper stepper = new OpStepper();
    stepper.begin(plans);
    List<Cursor> course = new ArrayList<>();
    while (course.size() < stepper.all) {
      course.add(stepper.next());
      if (!stepper.complete()) {
        stepper.done++;
      } else if (course.size() < stepper.all) {
        stepper.updated();
      }
    }
    return course;
  }

  /** Last op or update of the step under way; null between two steps. */
  Cursor last() {
    return last;
  }

  void end() {
    last = null;
  }

  /** Moves on to the next learner's plan, which holds its batch. */
  void updated() {
    last = next();
    before += done + 1;
    enter(turn + 1);
  }

  int turn() {
    return turn;
  }

  /** Whether all ops of the turn have run forward, and none backward. */
  boolean atLoss() {
    return done == steps.size();
  }

  /** Whether all ops of the turn have run forward and backward. */
  boolean complete() {
    return done == steps.size() + backward;
  }

  /** Whether the gradient of a tensor is complete: each op that adds to it has run backward. */
  boolean knows(Tensor tensor) {
    if (done <= steps.size()) {
      return false;
    }
    for (int place = place(); place >= 0 && !complete(); place--) {
      if (steps.get(place).goesBack() && adds(steps.get(place), tensor)) {
        return false;
      }
    }
    return true;
  }

  /** A view of the same numbers shares their gradient. */
  private static boolean adds(Step step, Tensor tensor) {
    return step.op().inputs().stream().anyMatch(input -> input.hasGrad() && input.gradStorage() == tensor.gradStorage());
  }

  /** What {@link #advance} will do; the update once the passes of the turn are complete. */
  Cursor next() {
    if (complete()) {
      return new Cursor(Phase.UPDATE, 0, "", Shape.SCALAR, before + done + 1, all, turn);
    }
    Step step = steps.get(place());
    boolean forward = done < steps.size();
    Phase phase = !forward ? Phase.BACKWARD : step.op() == plan.loss() ? Phase.LOSS : Phase.FORWARD;
    return new Cursor(phase, step.node(), step.op().name(), step.op().output().shape(), before + done + 1, all, turn);
  }

  void advance() {
    last = next();
    if (done < steps.size()) {
      plan.forward(Mode.TRAIN, place());
    } else {
      if (atLoss()) {
        plan.clearGradients();
      }
      plan.backward(place());
    }
    done++;
  }

  private int place() {
    if (done < steps.size()) {
      return done;
    }
    int toGo = backward - (done - steps.size());
    int place = 0;
    while (toGo > 0) {
      toGo -= steps.get(place).goesBack() ? 1 : 0;
      place++;
    }
    return place - 1;
  }
}
