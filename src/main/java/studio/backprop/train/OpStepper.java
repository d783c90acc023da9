package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Mode;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Cursor.Phase;

/** Runs a plan forward and backward one op at a time, and knows where it is. The same ops run in the same order as in one go, so the bits are the same. */
final class OpStepper {
  private Plan plan;
  private List<Step> steps = List.of();
  private int backward;
  private int done;
  private Cursor last;

  /** Begins with the first op; the batch must be in the plan. */
  void begin(Plan begun) {
    plan = begun;
    steps = begun.steps();
    backward = (int) steps.stream().filter(Step::goesBack).count();
    done = 0;
  }

  /** All that a step does, in its order. */
  static List<Cursor> course(Plan plan) {
    OpStepper passes = new OpStepper();
    passes.begin(plan);
    List<Cursor> course = new ArrayList<>();
    while (!passes.complete()) {
      course.add(passes.next());
      passes.done++;
    }
    course.add(passes.next());
    return course;
  }

  /** What was done last in the step under way; null between two steps. */
  Cursor last() {
    return last;
  }

  /** The step under way is done, or given up. */
  void end() {
    last = null;
  }

  /** Whether all ops have run forward, and none backward. */
  boolean atLoss() {
    return done == steps.size();
  }

  /** Whether all ops have run forward and backward. */
  boolean complete() {
    return done == steps.size() + backward;
  }

  /** Whether the gradient of a tensor is all there: each op that adds to it has run backward. */
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

  /** Another reading of the same numbers shares their gradient. */
  private static boolean adds(Step step, Tensor tensor) {
    return step.op().inputs().stream().anyMatch(input -> input.hasGrad() && input.gradRoom() == tensor.gradRoom());
  }

  /** What {@link #advance} will do; the update once the passes are complete. */
  Cursor next() {
    int all = steps.size() + backward + 1;
    if (complete()) {
      return new Cursor(Phase.UPDATE, 0, "", Shape.SCALAR, done + 1, all);
    }
    Step step = steps.get(place());
    boolean forward = done < steps.size();
    Phase phase = !forward ? Phase.BACKWARD : step.op() == plan.loss() ? Phase.LOSS : Phase.FORWARD;
    return new Cursor(phase, step.node(), step.op().name(), step.op().output().shape(), done + 1, all);
  }

  /** Runs one op. */
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

  /** The place in the plan of the op that is next. */
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
