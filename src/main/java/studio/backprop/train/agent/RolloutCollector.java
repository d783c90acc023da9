package studio.backprop.train.agent;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.environment.SeededRandom;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.train.agent.CollectionTimes.Part;
import studio.backprop.train.record.KeptState;

/**
 * Rollout collector: fixed number of steps of the current policy in parallel environments, with generalized advantage estimation: δ = r +
 * γ·V(s′) − V(s), A = δ + γλ·A′. Truncated episodes are bootstrapped by the critic; without a critic V is 0. Advantages are standardized
 * over the rollout, unless it is a single step. Schulman et al. 2016.
 */
final class RolloutCollector extends BaseCollector {
  private static final double EPSILON = 1e-8;

  private final PolicyMethod method;
  private final BatchedPolicy actor;
  private final Optional<BatchedPolicy> critic;
  private final SeededRandom explore;
  private final SeededRandom deals;
  private final int width;
  private final int count;
  private final float[] current;
  /** By step and environment; not changed after the rollout. */
  private float[] observations = {};
  private float[] taken = {};
  private float[] returns = {};
  private float[] advantages = {};
  private float[] logs = {};
  private final int[] order;
  private long orderOf = -1;
  /** First index of the last batch. */
  private int first;

  RolloutCollector(PolicyMethod method, VectorEnvironment environments, BatchedPolicy actor, Optional<BatchedPolicy> critic,
      SeededRandom explore, SeededRandom deals, int batch) {
    super(environments, batch);
    this.method = method;
    this.actor = actor;
    this.critic = critic;
    this.explore = explore;
    this.deals = deals;
    this.width = environments.world().observed().size();
    this.count = method.stepsPerRound();
    this.current = new float[environments.count() * width];
    this.order = new int[count];
  }

  @Override
  public void deal(long update) {
    int batch = dealt.rows();
    int updates = method.updatesPerRound(batch);
    if (update % updates == 0) {
      act();
    }
    int perPass = Math.max(1, count / batch);
    shuffle(update / perPass);
    first = (int) (update % perPass) * batch;
    for (int i = 0; i < batch; i++) {
      int from = order[first + i];
      System.arraycopy(observations, from * width, dealt.observations, i * width, width);
      dealt.taken[i] = (int) taken[from];
      dealt.targets[i] = returns[from];
      dealt.advantages[i] = advantages[from];
      dealt.logOld[i] = logs[from];
    }
    markLearned();
  }

  /** Order of a pass, seeded by its number. */
  private void shuffle(long pass) {
    if (pass == orderOf) {
      return;
    }
    orderOf = pass;
    SplittableRandom random = deals.at(pass);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
  }

  private void act() {
    int many = environments.count();
    observations = new float[count * width];
    taken = new float[count];
    returns = new float[count];
    advantages = new float[count];
    logs = new float[count];
    double[] rewards = new double[count];
    double[] values = new double[count];
    double[] after = new double[count];
    boolean[] done = new boolean[count];
    clock.start();
    for (int step = 0; step < method.steps(); step++) {
      int base = step * many;
      look();
      System.arraycopy(current, 0, observations, base * width, current.length);
      actor.think();
      value(values, base);
      for (int w = 0; w < many; w++) {
        float[] probabilities = actor.of(w);
        int action = BatchedPolicy.drawn(probabilities, explore.at(environments.taken()));
        taken[base + w] = action;
        logs[base + w] = (float) Math.log(probabilities[action]);
        clock.took(Part.ACT);
        rewards[base + w] = environments.step(w, action);
        clock.took(Part.ENVIRONMENT);
      }
      look();
      critic.ifPresent(BatchedPolicy::think);
      clock.took(Part.ACT);
      for (int w = 0; w < many; w++) {
        after[base + w] = environments.terminated(w) || critic.isEmpty() ? 0 : critic.get().of(w)[0];
        done[base + w] = environments.done(w);
        environments.resetIfDone(w, log);
      }
      clock.took(Part.REMEMBER);
    }
    estimate(rewards, values, after, done);
    clock.took(Part.REMEMBER);
    clock.endRound(method.updatesPerRound(dealt.rows()));
  }

  /** Sets the observations of all environments in both networks. */
  private void look() {
    for (int w = 0; w < environments.count(); w++) {
      environments.observe(w, current, w * width);
      actor.see(w, current, w * width);
      if (critic.isPresent()) {
        critic.get().see(w, current, w * width);
      }
    }
  }

  private void value(double[] values, int base) {
    if (critic.isPresent()) {
      critic.get().think();
      for (int w = 0; w < environments.count(); w++) {
        values[base + w] = critic.get().of(w)[0];
      }
    }
  }

  private void estimate(double[] rewards, double[] values, double[] after, boolean[] done) {
    int many = environments.count();
    double[] ahead = new double[many];
    double sum = 0;
    double squares = 0;
    double[] all = new double[count];
    for (int i = count - 1; i >= 0; i--) {
      double off = rewards[i] + method.discount() * after[i] - values[i];
      double advantage = off + (done[i] ? 0 : method.discount() * method.lambda() * ahead[i % many]);
      ahead[i % many] = advantage;
      all[i] = advantage;
      returns[i] = (float) (advantage + values[i]);
      sum += advantage;
      squares += advantage * advantage;
    }
    if (count == 1) {
      advantages[0] = (float) all[0];
      return;
    }
    double mean = sum / count;
    double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    for (int i = 0; i < count; i++) {
      advantages[i] = (float) ((all[i] - mean) / (deviation + EPSILON));
    }
  }

  @Override
  public Optional<RolloutSnapshot> rollout() {
    return advantages.length == 0 ? Optional.empty()
        : Optional.of(new RolloutSnapshot(environments.count(), method.steps(), advantages,
            orderOf < 0 ? new int[0] : Arrays.copyOfRange(order, first, first + dealt.rows()),
            new RolloutSnapshot.Example(dealt.taken[0], Math.exp(dealt.logOld[0]), dealt.advantages[0], dealt.targets[0])));
  }

  /** Transitions of the first environment. */
  @Override
  public Optional<RecentTransitions> lived() {
    if (advantages.length == 0) {
      return Optional.empty();
    }
    int many = environments.count();
    int kept = Math.min(RecentTransitions.MAX_TRANSITIONS, method.steps());
    RecentTransitions all = new RecentTransitions(width, new float[kept * width], new int[kept], new ActionSelection[0], new float[0],
        new float[0], new boolean[0], new float[kept], new float[kept]);
    for (int i = 0; i < kept; i++) {
      int from = (method.steps() - 1 - i) * many;
      System.arraycopy(observations, from * width, all.observations(), i * width, width);
      all.actions()[i] = (int) taken[from];
      all.advantages()[i] = advantages[from];
      all.wanted()[i] = returns[from];
    }
    return Optional.of(all);
  }

  @Override
  void writeOwn(KeptState.Writer to) {
    for (float[] array : new float[][] {observations, taken, returns, advantages, logs}) {
      to.own(array);
    }
  }

  @Override
  void readOwn(KeptState.Reader from) {
    orderOf = -1;
    observations = from.own();
    taken = from.own();
    returns = from.own();
    advantages = from.own();
    logs = from.own();
    int steps = taken.length;
    from.check((steps == 0 || steps == count) && observations.length == steps * width);
    from.check(returns.length == steps && advantages.length == steps && logs.length == steps);
    for (float action : taken) {
      from.check(action >= 0 && action < environments.world().actions().size() && action == Math.rint(action));
    }
  }
}
