package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.train.learn.Learner;

/** Assignment of the network's parameters to the learners whose optimizers update them: exactly one each. */
final class Ownership {
  private static final int NO_LEARNER = -1;

  private final List<Learner> learners;
  /** By index among all parameters. */
  private final int[] owner;
  private final int[] place;
  /** By index among the learned parameters. */
  private final int[] learnedOwner;
  private final int[] learnedPlace;
  private final float[][] beforeUpdate;

  Ownership(Parameters parameters, List<Learner> learners) {
    this.learners = learners;
    int count = parameters.all().size();
    int learned = parameters.learned().size();
    owner = new int[count];
    place = new int[count];
    learnedOwner = new int[learned];
    learnedPlace = new int[learned];
    beforeUpdate = new float[count][];
    Arrays.fill(owner, NO_LEARNER);
    Arrays.fill(learnedOwner, NO_LEARNER);
    for (int of = 0; of < learners.size(); of++) {
      Parameters own = learners.get(of).parameters();
      fill(parameters.all(), own.all(), of, owner, place);
      fill(parameters.learned(), own.learned(), of, learnedOwner, learnedPlace);
    }
    for (int p = 0; p < count; p++) {
      check(owner[p] != NO_LEARNER, parameters.all().get(p));
      beforeUpdate[p] = learners.get(owner[p]).updater().room(place[p]);
    }
  }

  private static void fill(List<Parameter> all, List<Parameter> own, int of, int[] owners, int[] places) {
    for (int i = 0; i < own.size(); i++) {
      int at = all.indexOf(own.get(i));
      check(owners[at] == NO_LEARNER, own.get(i));
      owners[at] = of;
      places[at] = i;
    }
  }

  private static void check(boolean one, Parameter parameter) {
    if (!one) {
      throw new IllegalArgumentException("a parameter has one learner; " + parameter.name() + " of node " + parameter.node() + " has not");
    }
  }

  /** Not copied. */
  OptimizerMemory memory() {
    long[] steps = new long[learners.size()];
    Arrays.setAll(steps, of -> learners.get(of).updater().steps());
    if (learners.size() == 1) {
      return new OptimizerMemory(learners.get(0).updater().slots(), steps);
    }
    List<float[][]> each = learners.stream().map(learner -> learner.updater().slots()).toList();
    float[][] all = new float[each.stream().mapToInt(own -> own.length).sum()][];
    int at = 0;
    for (int p = 0; p < learnedOwner.length; p++) {
      int slots = slots(learnedOwner[p]);
      System.arraycopy(each.get(learnedOwner[p]), slots * learnedPlace[p], all, at, slots);
      at += slots;
    }
    return new OptimizerMemory(all, steps);
  }

  /** @throws IllegalArgumentException if the slots do not have the optimizers' sizes */
  void restore(OptimizerMemory memory) {
    for (int of = 0; of < learners.size(); of++) {
      long[] counted = memory.steps(); // one count for all in files of older versions
      long steps = counted[Math.min(of, counted.length - 1)];
      learners.get(of).updater().restore(learners.size() == 1 ? memory.slots() : slotsOf(of, memory.slots()), steps);
    }
  }

  private float[][] slotsOf(int learner, float[][] all) {
    int wanted = learners.stream().mapToInt(one -> one.updater().slots().length).sum();
    if (all.length != wanted) {
      throw new IllegalArgumentException(all.length + " slots, but the optimizers of these parameters keep " + wanted);
    }
    float[][] own = new float[learners.get(learner).updater().slots().length][];
    int at = 0;
    for (int p = 0; p < learnedOwner.length; p++) {
      int slots = slots(learnedOwner[p]);
      if (learnedOwner[p] == learner) {
        System.arraycopy(all, at, own, slots * learnedPlace[p], slots);
      }
      at += slots;
    }
    return own;
  }

  private int slots(int learner) {
    int learned = learners.get(learner).parameters().learned().size();
    return learned == 0 ? 0 : learners.get(learner).updater().slots().length / learned;
  }

  Learner learner(int parameter) {
    return learners.get(owner[parameter]);
  }

  int ownerOf(int learned) {
    return learnedOwner[learned];
  }

  double gradientNorm(int learned) {
    return learners.get(learnedOwner[learned]).gradientNorm(learnedPlace[learned]);
  }

  double updateRatio(int parameter) {
    return learners.get(owner[parameter]).updater().ratio(place[parameter]);
  }

  double weightNorm(int parameter) {
    return learners.get(owner[parameter]).updater().size(place[parameter]);
  }

  /** All parameters before their last update, not copied; empty if one was replaced since. */
  Optional<float[][]> before() {
    return learners.stream().allMatch(learner -> learner.updater().moved()) ? Optional.of(beforeUpdate) : Optional.empty();
  }
}
