package studio.backprop.train.agent;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.environment.SeededRandom;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Sarsa;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.train.agent.CollectionTimes.Part;
import studio.backprop.train.record.KeptState;

/**
 * Online collector: one environment step, then one update from it: y = r + γ·max Q(s′, a′) or, by SARSA, y = r + γ·Q(s′, a′) with the next
 * action a′. Sutton and Barto 2018, sections 6.4 and 6.5.
 */
final class OnlineCollector extends BaseCollector {
  private static final int NONE = -1;

  private ValueMethod method;
  private final BatchedPolicy player;
  private final SeededRandom explore;
  private final float[] nextObservation;
  /** SARSA's next action, selected at the last update. */
  private int pending = NONE;
  private ActionSelection selected = ActionSelection.UNKNOWN;

  OnlineCollector(ValueMethod method, VectorEnvironment environments, BatchedPolicy player, SeededRandom explore) {
    super(environments, 1);
    this.method = method;
    this.player = player;
    this.explore = explore;
    this.nextObservation = new float[environments.world().observed().size()];
  }

  @Override
  public void follow(AgentMethod live) {
    method = (ValueMethod) live;
  }

  @Override
  public void deal(long update) {
    clock.start();
    environments.observe(0, dealt.observations, 0);
    int action = pending == NONE ? choose(dealt.observations) : pending;
    ActionSelection selection = selected;
    clock.took(Part.ACT);
    double reward = environments.step(0, action);
    clock.took(Part.ENVIRONMENT);
    clock.endRound(1);
    double next = 0;
    int nextAction = NONE;
    pending = NONE;
    if (!environments.terminated(0)) {
      environments.observe(0, nextObservation, 0);
      if (method instanceof Sarsa) {
        pending = choose(nextObservation);
        nextAction = pending;
      } else {
        nextAction = best(nextObservation);
      }
      next = player.of(0)[nextAction];
      recordNextValue(next);
    }
    markLearned();
    dealt.taken[0] = action;
    dealt.targets[0] = (float) (reward + method.discount() * next);
    last = new Transition(action, selection, reward, next, nextAction, environments.terminated(0), dealt.targets[0], Double.NaN);
    if (environments.resetIfDone(0, log)) {
      pending = NONE;
    }
  }

  private int choose(float[] observation) {
    best(observation);
    SplittableRandom random = explore.at(environments.taken());
    selected = BatchedPolicy.selection(method.epsilonAt(environments.taken()), random);
    return BatchedPolicy.selected(selected, player.of(0), random);
  }

  private int best(float[] observation) {
    player.see(0, observation, 0);
    player.think();
    return BatchedPolicy.best(player.of(0));
  }

  /** The last transition only. */
  @Override
  public Optional<RecentTransitions> lived() {
    if (last == null) {
      return Optional.empty();
    }
    float[] next = new float[nextObservation.length];
    if (environments.length(0) == 0) {
      Arrays.fill(next, Float.NaN); // the next episode has begun
    } else {
      environments.observe(0, next, 0);
    }
    return Optional.of(RecentTransitions.of(last, dealt.observations, next));
  }

  @Override
  void writeOwn(KeptState.Writer to) {
    to.put(pending == NONE ? NONE : pending + selected.ordinal() * actions());
  }

  @Override
  void readOwn(KeptState.Reader from) {
    int kept = (int) from.whole(NONE, ActionSelection.values().length * actions() - 1L);
    pending = kept == NONE ? NONE : kept % actions();
    selected = kept == NONE ? ActionSelection.UNKNOWN : ActionSelection.values()[kept / actions()];
  }

  private int actions() {
    return environments.world().actions().size();
  }
}
