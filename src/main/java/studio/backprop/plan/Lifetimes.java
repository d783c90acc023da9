package studio.backprop.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.backprop.op.Op;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/**
 * Buffer sharing by liveness analysis: values live from the op that writes them to their last reader, forward or backward, gradients from
 * their first accumulation to their propagation. Nothing else is valid after a pass. The buffer released last is reused first, as it is
 * likeliest to be in the cache. Linear scan as in register allocation, Poletto and Sarkar 1999.
 */
final class Lifetimes {
  /** Live interval. Time counts double, so that an in-place op can end one interval before it starts another. */
  private static final class Life {
    final Storage room;
    final int from;
    int to;

    Life(Storage room, int from) {
      this.room = room;
      this.from = from;
      this.to = from;
    }
  }

  private final List<Step> steps;
  private final Gradients gradients;
  private final Set<Storage> own;
  /** Gradients of op outputs; those of parameters are not the plan's. */
  private final Set<Storage> made = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Storage, Life> lives = new IdentityHashMap<>();

  private Lifetimes(List<Step> steps, Gradients gradients, Set<Storage> own) {
    this.steps = steps;
    this.gradients = gradients;
    this.own = own;
    steps.stream().map(step -> step.op().output()).filter(Tensor::hasGrad).forEach(output -> made.add(output.gradStorage().place()));
  }

  /** @param own buffers that are read from outside after a pass */
  static void share(List<Step> steps, Gradients gradients, Set<Storage> own) {
    Lifetimes lifetimes = new Lifetimes(steps, gradients, own);
    for (int i = 0; i < steps.size(); i++) {
      lifetimes.forward(i, steps.get(i).op());
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).goesBack()) {
        lifetimes.backward(i, steps.get(i).op());
      }
    }
    lifetimes.place();
  }

  private void forward(int step, Op op) {
    for (int i = 0; i < op.inputs().size(); i++) {
      read(op.inputs().get(i).storage().place(), moment(step, op.traits().worksInPlace() && i == 0));
    }
    begin(op.output().storage().place(), moment(step, false));
  }

  private void backward(int step, Op op) {
    int place = 2 * steps.size() - 1 - step;
    int moment = moment(place, false);
    if (op.traits().readsOutput()) {
      read(op.output().storage().place(), moment);
    }
    for (Tensor input : op.inputs()) {
      if (op.traits().readsInputs()) {
        read(input.storage().place(), moment);
      }
      Storage gradient = input.hasGrad() ? input.gradStorage().place() : null;
      if (made.contains(gradient) && gradients.giver(gradient) == step) {
        begin(gradient, moment(place, !gradients.overwritten(gradient)));
      }
    }
    read(op.output().gradStorage().place(), moment(place, op.traits().worksInPlace()));
  }

  private static int moment(int place, boolean early) {
    return 2 * place + (early ? 0 : 1);
  }

  private void begin(Storage room, int moment) {
    if (!room.taken() && !own.contains(room)) {
      lives.putIfAbsent(room, new Life(room, moment));
    }
  }

  private void read(Storage room, int moment) {
    Life life = lives.get(room);
    if (life != null) {
      life.to = Math.max(life.to, moment);
    }
  }

  private void place() {
    List<Life> order = new ArrayList<>(lives.values());
    order.sort(Comparator.comparingInt((Life life) -> life.from));
    Map<Integer, List<Life>> placed = new HashMap<>();
    for (Life life : order) {
      List<Life> same = placed.computeIfAbsent(life.room.count(), count -> new ArrayList<>());
      same.stream().filter(other -> other.to < life.from).max(Comparator.comparingInt(other -> other.to)).ifPresent(other -> {
        life.room.lieIn(other.room);
        same.remove(other);
      });
      same.add(life);
    }
  }
}
