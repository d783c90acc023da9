package studio.backprop.train.agent;

import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.environment.SeededRandom;
import studio.backprop.plan.Parameters;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.agent.CollectionTimes.Part;
import studio.backprop.train.record.KeptState;

/**
 * Replay collector: transitions of one environment go into a replay memory, updates sample from it. y = r + γ·max Q⁻(s′, a′) by a target
 * network Q⁻ or, for Double DQN, γ·Q⁻(s′, argmax Q(s′, a′)). Mnih et al. 2015, van Hasselt et al. 2016.
 */
final class ReplayCollector extends BaseCollector {
  private Dqn method;
  private final BatchedPolicy player;
  /** Online and target network of a batch. */
  private final BatchedPolicy online;
  private final BatchedPolicy target;
  private final Parameters weights;
  private final Parameters targetWeights;
  private final SeededRandom explore;
  private final SeededRandom draws;
  private final ReplayMemory memory;
  private final int[] drawn;
  /** Whether a batch was sampled since the last restore. */
  private boolean hasSampled;
  private final float[] observation;
  private final float[] nextObservation;

  /** Networks: the online one for one state, and both for a batch. */
  record Players(BatchedPolicy one, BatchedPolicy online, BatchedPolicy target) {}

  ReplayCollector(Dqn method, VectorEnvironment environments, Players players, Parameters weights, Parameters targetWeights,
      SeededRandom explore, SeededRandom draws, int batch) {
    super(environments, batch);
    this.method = method;
    this.player = players.one();
    this.online = players.online();
    this.target = players.target();
    this.weights = weights;
    this.targetWeights = targetWeights;
    this.explore = explore;
    this.draws = draws;
    int width = environments.world().observed().size();
    this.memory = new ReplayMemory(width, method.memory());
    this.drawn = new int[batch];
    this.observation = new float[width];
    this.nextObservation = new float[width];
  }

  @Override
  public void follow(AgentMethod live) {
    method = (Dqn) live;
  }

  @Override
  public void deal(long update) {
    if (update > 0) {
      follow(update);
    }
    if (update % method.updates() == 0) {
      int steps = method.every() + (update == 0 ? method.warmUp() : 0);
      for (int i = 0; i < steps; i++) {
        act();
      }
      clock.endRound(method.updates());
    }
    sample(draws.at(update));
    hasSampled = true;
    markLearned();
  }

  /** Updates the target network: Polyak averaging after each update, or a copy every sync() updates. */
  private void follow(long update) {
    boolean all = method.tau() == 0;
    if (all && update % method.sync() != 0) {
      return;
    }
    float share = all ? 1 : (float) method.tau();
    for (int p = 0; p < weights.all().size(); p++) {
      float[] from = weights.all().get(p).tensor().values();
      Tensor behind = targetWeights.all().get(p).tensor();
      float[] to = behind.values();
      for (int i = 0; i < to.length; i++) {
        to[i] = all ? from[i] : to[i] + share * (from[i] - to[i]);
      }
    }
  }

  private void act() {
    clock.start();
    environments.observe(0, observation, 0);
    player.see(0, observation, 0);
    player.think();
    SplittableRandom random = explore.at(environments.taken());
    ActionSelection how = BatchedPolicy.selection(method.epsilonAt(environments.taken()), random);
    int action = BatchedPolicy.selected(how, player.of(0), random);
    clock.took(Part.ACT);
    double reward = environments.step(0, action);
    clock.took(Part.ENVIRONMENT);
    environments.observe(0, nextObservation, 0);
    memory.add(observation, action, how, reward, nextObservation, environments.terminated(0));
    environments.resetIfDone(0, log);
    clock.took(Part.REMEMBER);
  }

  private void sample(SplittableRandom random) {
    int width = observation.length;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextInt(memory.size());
      memory.observation(drawn[i], dealt.observations, i * width);
      memory.nextObservation(drawn[i], nextObservation, 0);
      target.see(i, nextObservation, 0);
      if (method.doubled()) {
        online.see(i, nextObservation, 0);
      }
    }
    target.think();
    if (method.doubled()) {
      online.think();
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < drawn.length; i++) {
      int best = BatchedPolicy.best((method.doubled() ? online : target).of(i));
      double nextValue = memory.terminated(drawn[i]) ? 0 : target.of(i)[best];
      dealt.taken[i] = memory.action(drawn[i]);
      dealt.targets[i] = (float) (memory.reward(drawn[i]) + method.discount() * nextValue);
      most = Math.max(most, nextValue);
      if (i == 0) {
        last = new Transition(dealt.taken[0], memory.selection(drawn[0]), memory.reward(drawn[0]), nextValue, best,
            memory.terminated(drawn[0]), dealt.targets[0], Double.NaN);
      }
    }
    recordNextValue(most);
  }

  @Override
  public Optional<ReplaySnapshot> memorySight() {
    return Optional.of(memory.sight(hasSampled ? drawn : new int[0]));
  }

  @Override
  public Optional<ReplayMemory> memory() {
    return Optional.of(memory);
  }

  @Override
  public Optional<RecentTransitions> lived() {
    return memory.size() == 0 ? Optional.empty() : Optional.of(RecentTransitions.of(memory, observation.length));
  }

  @Override
  public Optional<TargetNetworkSnapshot> target() {
    return Optional.of(TargetNetworkSnapshot.of(weights, targetWeights));
  }

  @Override
  void writeOwn(KeptState.Writer to) {
    memory.write(to);
    float[][] behind = targetWeights.room();
    targetWeights.copyTo(behind);
    for (float[] array : behind) {
      to.own(array);
    }
  }

  @Override
  void readOwn(KeptState.Reader from) {
    memory.read(from, environments.world().actions().size());
    hasSampled = false;
    float[][] behind = new float[targetWeights.all().size()][];
    for (int i = 0; i < behind.length; i++) {
      behind[i] = from.own();
    }
    targetWeights.set(behind);
  }
}
